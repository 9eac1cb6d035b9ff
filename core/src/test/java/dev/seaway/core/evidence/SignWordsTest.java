package dev.seaway.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignWordsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "total_count",
        "totalCount",
        "TotalCount",
        "total-count",
        "TOTAL_COUNT",
        "hydra:totalCount",
        "@odata.totalCount",
        "total count",
        "@Microsoft.Dynamics.CRM.totalrecordcount"
      })
  void comparesNamesByMeaning(String name) {
    assertThat(SignWords.ofField("", name)).contains(SignMeaning.TOTAL);
  }

  @ParameterizedTest
  @CsvSource({
    "'', next, NEXT",
    "'', '@odata.nextLink', NEXT",
    "'', '__next', NEXT",
    "'', '$skipToken', NEXT",
    "'', hydra:next, NEXT",
    "'', '@odata.count', TOTAL",
    "d, __count, TOTAL",
    "'', count, COUNT",
    "total, count, TOTAL",
    "hits, total, TOTAL",
    "_shards, total, NOTHING",
    "_shards, failed, PART",
    "range, notification, PART",
    "request_status, type, STATUS",
    "page, size, NOTHING"
  })
  void hearsAWordBelowItsParentFirst(String parent, String name, SignMeaning meaning) {
    assertThat(SignWords.ofField(parent, name)).contains(meaning);
  }

  @Test
  void knowsTheWordsOfPublicApis() {
    String words =
        """
        next nextPage next_page nextLink @odata.nextLink __next nextRecordsUrl nextHref next_page_url nextPageUrl next_url after_url
        nextPageToken next_page_token nextPageKey nextToken NextToken NextMarker PaginationToken NextContinuationToken LastEvaluatedKey
        continuationToken $skipToken continue _scroll_id token next_cursor nextCursor cursor after after_cursor endCursor end_cursor
        nextPageStart next_offset nextOffset next_number next_page_number offset Page.Next more has_more hasMore has_next hasNext
        hasNextPage has_next_page has_more_rows hasMoreRecords MoreRecords IsTruncated isLast isLastPage is_last last last_page lastPage
        done end_of_stream total total_count total-count totalSize totalItems hydra:totalItems totalElements totalResults totalRecords
        total_entries total_record_count total_size record_count filteredTotalCount total_filtered_count totalFilteredCount
        total_matching grand_total_entities @odata.count __count count pages total_pages total-pages page_count pages_number numPages
        NumberOfPages LastPageNumber last_number incomplete_results incompleteSearch truncated resultTruncated isPartial partial
        timed_out terminated_early totalrecordcountlimitexceeded maxCountReached unreachable failedBlueprints UnprocessedKeys
        FailedResources numErrors ok success status error errors warnings warningMessages messages infos
        """;

    assertThat(words.split("\\s+")).allMatch(word -> SignWords.ofField("", word).isPresent());
  }

  @ParameterizedTest
  @CsvSource({
    "X-Total-Count, TOTAL",
    "x-total, TOTAL",
    "X-Next-Page, NEXT",
    "x-ms-continuationtoken, NEXT",
    "Content-Range, TOTAL",
    "Warning, WARNING"
  })
  void knowsHeaders(String name, SignMeaning meaning) {
    assertThat(SignWords.ofHeader(name)).contains(meaning);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "next_run",
        "nextExecution",
        "totalTime",
        "errorRate",
        "partially",
        "size",
        "length",
        "totalReturned",
        "total_entities",
        "limit",
        "pageSize",
        "page",
        "number",
        "id",
        "url"
      })
  void knowsNoMoreThanItsWords(String name) {
    assertThat(SignWords.ofField("", name)).isEqualTo(Optional.empty());
  }

  @Test
  void takesFieldsForNoHeaders() {
    assertThat(SignWords.ofHeader("next")).isEmpty();
    assertThat(SignWords.ofField("", "header:x-total")).isEmpty();
  }

  @Test
  void hasApisForEachWord() {
    assertThat(SignWords.table())
        .hasSizeGreaterThan(25)
        .allSatisfy(row -> assertThat(row.apis()).isNotBlank())
        .allSatisfy(row -> assertThat(row.words()).doesNotContain(""));
  }
}
