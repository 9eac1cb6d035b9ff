package dev.seaway.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.core.FakeApi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CountTest {

  private static final Sign TOTAL = new Sign(SignMeaning.TOTAL, "/total", FakeApi.json("1"));

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {"3, 3", "0, 0", "'12', 12", "3.0, 3", "' 7 ', 7", "1E2, 100"})
  void readsNumbersAndTheirTexts(String json, long number) {
    assertThat(Count.number(json(json))).contains(number);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "-1",
        "'*'",
        "''",
        "'many'",
        "1.5",
        "true",
        "{}",
        "[3]",
        "'1e999999999'",
        "1e30",
        "99999999999999999999",
        "'٣'"
      })
  void takesNothingElseForACount(String json) {
    assertThat(Count.number(json(json))).isEmpty();
  }

  @Test
  void knowsOnlyOfSeveralPagesThatItCountsEach() {
    Count count = new Count(TOTAL);
    count.page(2, 2);
    assertThat(count.isPageCount()).isFalse();
    assertThat(count.isWhole()).isFalse();

    count.page(1, 1);
    assertThat(count.isPageCount()).isTrue();
    assertThat(count.changed()).isFalse();

    count.page(9, 1);
    assertThat(count.isWhole()).isTrue();
    assertThat(count.changed()).isTrue();
    assertThat(count).hasToString("/total was 2 at first and 9 at last");
  }

  private static JsonNode json(String text) {
    return FakeApi.json(text);
  }
}
