package dev.seaway.core.mask;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Authorization: Bearer QQQQQQQQQQQQ",
        "authorization: Basic QQQQQQQQQQQQ== and more",
        "sent with Bearer QQQQQQQ1QQQQ",
        "the token ATATT3xQQQQQQ_QQ=1A2B is void",
        "sent eyJQQQQ.QQQQ.QQQQ to",
        "GET https://me:QQQQ@host/x",
        "clone me:QQQQ@host",
        "{\"clientSecret\":\"QQQQ\",\"x\":1}",
        "{\\\"clientSecret\\\":\\\"QQQQ\\\",\\\"x\\\":1}",
        "{\"password\": \"with QQQQ in it\"}",
        "password=QQQQ&x=1",
        "PGPASSWORD=QQQQ",
        "{\"accessToken\": \"QQQQ\"}",
        "credentials: {a: {b: QQQQ}, c: [QQQQ]}",
        "x=1&api-key=QQQQ",
        "a=b=token=QQQQ",
        "Set-Cookie: sid=QQQQ",
        "ghp_QQQQQQQQQQQQQQQQQQQQ",
        "remote https://x/gho_QQQQQQQQQQQQQQ/y",
        "xoxb-QQQQQQQQQQQQQ",
        "AKIAQQQQQQQQQQQQQQQQ",
        "glpat-QQQQQQQQQQQQ",
        "-----BEGIN RSA PRIVATE KEY-----\nQQQQ\n-----END RSA PRIVATE KEY-----",
        "-----BEGIN PRIVATE KEY-----\\nQQQQ and cut"
      })
  void hidesWhatLooksLikeASecret(String text) {
    assertThat(SecretText.mask(text)).contains("***").doesNotContain("QQQQ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET https://host:8080/rest/api?start=50 answered 200; basic authentication is used",
        "the tokens of all, the secrets of few",
        "keyJar eyJ AKIA ghp_",
        "mail me at 12:30, or ann@example.com",
        "nextPage=2, keys: 3"
      })
  void leavesOrdinaryWordsAlone(String text) {
    assertThat(SecretText.mask(text)).isEqualTo(text);
  }

  @Test
  void leavesWhatStandsBesideASecret() {
    assertThat(SecretText.mask("a password=x y, token: \"z w\" b"))
        .isEqualTo("a password=*** y, token: \"***\" b");
    assertThat(SecretText.mask("a -----BEGIN X-----q-----END X----- b")).isEqualTo("a *** b");
  }

  @ParameterizedTest
  @CsvSource({
    "write to ann.bell+x@mail.example.com.,write to ***.",
    "a@b.c@d.e,***@d.e",
    "no@address and @handle,no@address and @handle"
  })
  void masksMailAddresses(String text, String masked) {
    assertThat(MailAddresses.mask(text)).isEqualTo(masked);
  }
}
