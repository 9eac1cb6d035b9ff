package dev.seaway.distribution.logging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretMaskTest {

  private final SecretMask mask = new SecretMask();

  @Test
  void hidesWhatItWasTold() {
    mask.hide("correct horse");
    mask.hide("correct horse battery");

    assertThat(mask.mask("It is correct horse battery, not correct horse."))
        .isEqualTo("It is ***, not ***.");
  }

  @Test
  void hidesItInTheSpellingsOfJsonAndUrls() {
    mask.hide("a\"b c&d");

    assertThat(mask.mask("{\"x\":\"a\\\"b c&d\"} /y?z=a%22b+c%26d"))
        .isEqualTo("{\"x\":\"***\"} /y?z=***");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Authorization: Bearer QQQQQQQQQQQQ",
        "Authorization: Basic QQQQQQQQQQQQ==",
        "the token ATATT3xQQQQQQ_QQ=1A2B is void",
        "sent eyJQQQQ.QQQQ.QQQQ to",
        "GET https://me:QQQQ@host/x",
        "{\"clientSecret\":\"QQQQ\",\"x\":1}",
        "password=QQQQ&x=1",
        "{\"accessToken\": \"QQQQ\"}"
      })
  void hidesWhatLooksLikeAToken(String text) {
    assertThat(mask.mask(text)).contains("***").doesNotContain("QQQQ");
  }

  @Test
  void leavesOrdinaryWordsAlone() {
    String text = "GET https://host/rest/api?start=50 answered 200; basic authentication is used";

    assertThat(mask.mask(text)).isEqualTo(text);
  }
}
