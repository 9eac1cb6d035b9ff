package dev.seaway.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderWordsTest {

  @ParameterizedTest
  @CsvSource({
    "x-wp-totalpages,PAGES",
    "x-wp-total,TOTAL",
    "total-records,TOTAL",
    "pagination-count,COUNT",
    "next-page,NEXT",
    "x-has-more,MORE",
    "x-partial-results,PART",
    "x-list-complete,WHOLE"
  })
  void readsAHeaderByTheWordsOfFields(String name, SignMeaning meaning) {
    assertThat(HeaderWords.meaning(name)).contains(meaning);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x-ratelimit-total", "x-request-count", "x-error", "x-message", "status", "warning", "etag",
        "content-length", "x-runtime", "x-page", "x", "", "x-", "x-api-version"
      })
  void takesNoOtherHeaderForASign(String name) {
    assertThat(HeaderWords.meaning(name)).isEmpty();
  }
}
