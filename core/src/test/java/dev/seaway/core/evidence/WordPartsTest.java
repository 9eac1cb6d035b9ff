package dev.seaway.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordPartsTest {

  @ParameterizedTest
  @CsvSource({
    "total_available, TOTAL",
    "totalHitsCount, TOTAL",
    "allItemsCount, TOTAL",
    "Total-Number-Of-Results, TOTAL",
    "matchedRecordCount, TOTAL",
    "moreItemsInQuery, MORE",
    "has_more_data, MORE",
    "nextBatchToken, NEXT",
    "next_page_url_of_list, NEXT",
    "limited, PART",
    "overflow, PART",
    "searchResultsTruncated, PART",
    "limit_exceeded, PART",
    "isFinalBatch, LAST",
    "endReached, LAST"
  })
  void understandsANameByItsParts(String name, SignMeaning meaning) {
    assertThat(WordParts.meaning(name)).contains(meaning);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "totalCost",
        "total_time_ms",
        "rate_limited",
        "itemCount",
        "pageSize",
        "count",
        "size",
        "nextRun",
        "next",
        "moreInfo",
        "lastUpdated",
        "end_date",
        "limit",
        "results",
        "list",
        "x",
        "allowed",
        "available",
        "totalPages",
        ""
      })
  void understandsNothingElse(String name) {
    assertThat(WordParts.meaning(name)).isEmpty();
  }
}
