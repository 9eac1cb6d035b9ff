package dev.seaway.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedactionTest {

  private final Redaction redaction = new Redaction(Set.of("hush-hush"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "it said hush-hush | it said ***",
        "{\"access_token\":\"abc\",\"n\":1} | {\"access_token\":***,\"n\":1}",
        "my.api-key = abc; x | my.api-key = ***; x",
        "a.secret-b:c d | a.secret-b:*** d",
        "Bearer abc1 | Bearer ***",
        "http://u:p@h/x | http://***@h/x",
        "x abcdefghijklmnopqrstuvwxyz0123456789 y | x *** y",
        "abcdefghijklmnopqrstuvwxyzabcdefghijkl.1 | ***.1",
        "abcdefghijklmnopqrstuvwxyzabcdefghijkl | abcdefghijklmnopqrstuvwxyzabcdefghijkl",
        "the token is old | the token is old",
        "JSESSIONID=A1B2 expired | JSESSIONID=*** expired"
      })
  void masksWhatLooksLikeASecret(String text, String shown) {
    assertThat(redaction.mask(text)).isEqualTo(shown);
  }

  @Test
  void cutsALongTextBeforeItIsLookedAt() {
    byte[] body = "token".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
    assertThat(redaction.excerpt(body)).hasSize(200);
    assertThat(redaction.mask("x ".repeat(1 << 20)).length()).isLessThan(5000);
  }
}
