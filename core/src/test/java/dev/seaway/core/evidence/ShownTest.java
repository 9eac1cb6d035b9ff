package dev.seaway.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShownTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "true | true",
        "50 | 50",
        "/items/page | /items/page",
        "/items?page=2&token=abc | /items?...",
        "https://me:pass@host/a | https://***@host/a",
        "https://me@host?x=1 | https://***@host?...",
        "https://host/a@b | https://host/a@b",
        "What went wrong? Nothing. | What went wrong? Nothing.",
        "api_key=abc password=def limit=5 | api_key=*** password=*** limit=5",
        "bad eyJhbGciOiJIUzI1NiJ9abc | bad ***",
        "query_result_limit_reached | query_result_limit_reached"
      })
  void keepsSecretsToItself(String text, String shown) {
    assertThat(Shown.of(text)).isEqualTo(shown);
  }

  @Test
  void isShortAndOnOneLine() {
    assertThat(Shown.of("a\r\n\tb\u0007c")).isEqualTo("a b c");
    assertThat(Shown.of("x".repeat(1_000_000))).hasSize(83).endsWith("...");
    assertThat(Shown.of(" \n")).isEmpty();
  }
}
