package dev.seaway.distribution;

import static dev.seaway.distribution.ScriptedApi.ids;
import static dev.seaway.distribution.ScriptedApi.isIncomplete;
import static dev.seaway.distribution.ScriptedApi.json;
import static dev.seaway.distribution.ScriptedApi.number;
import static dev.seaway.distribution.ScriptedApi.records;
import static dev.seaway.distribution.ScriptedApi.slice;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Answers by which living entities were once deleted, from bug reports of people who do this job.
 * Each API answers whole in the first run and otherwise in the second, with so little missing that
 * an end which is only inferred would let it go.
 */
class WrongDeletionCasesTest {

  private static final List<String> OLD = ids(40, 1);
  private static final List<String> GROWN = ids(54, 1);

  /** So many are shown of the grown list: four of the old records are missing. */
  private static final int SHOWN = 50;

  /** Cases 1 and 2: one answer, which says in its own way that there is more. */
  @ParameterizedTest(name = "{1} {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          none      | .issues       | {"startAt":0,"maxResults":50,"total":40,"issues":[@]}      | {"startAt":0,"maxResults":50,"total":54,"issues":[@]}      | /total is 54
          none      | .data         | {"data":[@],"meta":{"pagination":{"total_entries":40}}}    | {"data":[@],"meta":{"pagination":{"total_entries":54}}}    | /meta/pagination/total_entries is 54
          none      | .hits.hits    | {"hits":{"total":{"value":40,"relation":"eq"},"hits":[@]}} | {"hits":{"total":{"value":54,"relation":"eq"},"hits":[@]}} | /hits/total/value is 54
          none      | .List         | {"TotalRecords":"40","List":[@]}                           | {"TotalRecords":"54","List":[@]}                           | /TotalRecords is 54
          none      | .content      | {"page":{"total-pages":1},"content":[@]}                   | {"page":{"total-pages":2},"content":[@]}                   | /page/total-pages is 2
          none      | .values       | {"values":[@],"is_last":true}                              | {"values":[@],"is_last":false}                             | /is_last
          none      | .d.results    | {"d":{"results":[@]}}                                      | {"d":{"results":[@],"__next":"/items?$skiptoken=50"}}      | /d/__next
          none      | .items        | {"items":[@],"pageInfo":{"hasNextPage":false}}             | {"items":[@],"pageInfo":{"hasNextPage":true}}              | /pageInfo/hasNextPage
          none      | .resources    | {"resources":[@],"more":0}                                 | {"resources":[@],"more":1}                                 | /more
          none      | .[1]          | [{"pages":1,"total":40},[@]]                               | [{"pages":2,"total":54},[@]]                               | /0/total is 54
          none      | .[0].items    | [{"total":40,"items":[@]}]                                 | [{"total":54,"items":[@]}]                                 | /0/total is 54
          none      | .items        | {"metadata":{"remainingItemCount":0},"items":[@]}          | {"metadata":{"remainingItemCount":4},"items":[@]}          | /metadata/remainingItemCount
          next_link | .value        | {"value":[@]}                                              | {"value":[@],"nextLink":"/items?page=2"}                   | /nextLink
          next_link | .value        | {"value":[@],"odata.nextLink":null}                        | {"value":[@],"odata.nextLink":"items?$skip=50"}            | /odata.nextLink
          next_link | .results      | {"results":[@],"paging":{}}                                | {"results":[@],"paging":{"next":{"after":"NTA="}}}         | /paging/next
          next_link | .data         | {"data":[@],"links":{"next":null}}                         | {"data":[@],"links":{"next":"/items?page=2"}}              | /links/next
          next_link | .entry        | {"entry":[@],"link":[{"relation":"self","url":"/items"}]}  | {"entry":[@],"link":[{"relation":"next","url":"/i?p=2"}]}  | /link/0
          next_link | .records      | {"records":[@],"done":true}                                | {"records":[@],"done":false,"nextRecordsUrl":"/q/01-50"}   | /done
          cursor    | .members      | {"members":[@],"response_metadata":{"next_cursor":""}}     | {"members":[@],"response_metadata":{"next_cursor":"bmV"}}  | /response_metadata/next_cursor
          cursor    | .Users        | {"Users":[@],"IsTruncated":false}                          | {"Users":[@],"IsTruncated":true,"Marker":"AAEC"}           | /IsTruncated
          """)
  void deletesNothingWhereTheAnswerSaysThatThereIsMore(
      String pagination, String dataPath, String whole, String part, String sign) {
    try (ScriptedApi api = oneAnswer(dataPath, Map.of(), whole, part)) {
      keepsWhatIsMissing(api.with("PAGINATION_TYPE", pagination), sign);
    }
  }

  /** Case 1, told by a header. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          X-Total-Count | 54                             | x-total-count is 54
          X-Total-Pages | 2                              | x-total-pages is 2
          Content-Range | items 0-49/54                  | content-range is 54
          X-Next-Page   | 2                              | x-next-page
          X-WP-Total    | 54                             | x-wp-total is 54
          Total-Records | 54                             | total-records is 54
          X-Has-More    | true                           | x-has-more
          X-Truncated   | true                           | x-truncated is true
          Pagination    | {"TotalCount":54,"Page":1}     | pagination/TotalCount is 54
          Link          | </items?page=2>; rel="next"    | Link header names a next page
          Link          | </items?page=2>;REL=next;a="b" | Link header names a next page
          """)
  void deletesNothingWhereAHeaderSaysThatThereIsMore(String header, String value, String sign) {
    try (ScriptedApi api = oneAnswer(".", Map.of(header, value), "[@]", "[@]")) {
      keepsWhatIsMissing(api, sign);
    }
  }

  /** Case 3: pages that end early, whatever total they tell. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          offset | {"total":#,"items":[@]}                                | /total is 64
          offset | {"meta":{"totalCount":"#"},"items":[@]}                | /meta/totalCount is 64
          page   | {"items":[@],"_metadata":{"count":{"total":#}}}        | /_metadata/count/total is 64
          page   | {"pagination":{"records_total":#,"total":#},"items":[@]} | /pagination/records_total is 64
          """)
  void deletesNothingWhereTheServerShowsFewerThanItsTotal(
      String pagination, String template, String sign) {
    List<String> all = ids(64, 1);
    try (ScriptedApi api =
        ScriptedApi.ofItems(
            ".items",
            (request, run) -> {
              List<String> shown = run == 1 ? ids(60, 1) : slice(all, 0, 60);
              int from =
                  pagination.equals("offset")
                      ? number(request, "offset", 0)
                      : (number(request, "page", 1) - 1) * 20;
              String page = records(slice(shown, from, 20));
              return json(template.replace("@", page).replace("#", run == 1 ? "60" : "64"));
            })) {
      api.offsets(20).with("PAGINATION_TYPE", pagination).runsWell();

      Stage.Ending ending = api.runs();

      isIncomplete(ending, sign, "60 different records");
      assertThat(api.items()).containsExactlyInAnyOrderElementsOf(all);
    }
  }

  /** Case 5. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          LAST_PAGE_PATH | meta.last_page    | {"meta":{"last_page":2},"items":[@]}         | /meta/last_page
          LAST_PAGE_PATH | last              | {"last":"page-2","items":[@]}                | /last
          LAST_PAGE_PATH | final_page        | {"final_page":[],"items":[@]}                | /final_page
          """)
  void refusesANumberOrAWordInPlaceOfAFlag(
      String option, String path, String template, String sign) {
    try (ScriptedApi api =
        ScriptedApi.ofItems(
            ".items",
            (request, _) ->
                json(
                    template.replace(
                        "@",
                        records(slice(ids(1, 14), (number(request, "page", 1) - 1) * 10, 10)))))) {
      api.pages(10).runsWell();

      Stage.Ending ending = api.with(option, path).runs();

      isIncomplete(ending, sign);
      assertThat(api.items()).hasSize(14);
    }
  }

  /** Case 6: a status that says that this is not the list. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          206 | Content-Range | id 0-49/54 | content-range is 54
          206 | Content-Range | id 0-49/*  | 206
          206 | X-Any         | thing      | 206
          207 | X-Any         | thing      | 207
          """)
  void deletesNothingByAStatusThatIsNoWholeList(
      int status, String header, String value, String sign) {
    try (ScriptedApi api =
        ScriptedApi.ofItems(
            ".",
            (_, run) ->
                run == 1
                    ? json("[" + records(OLD) + "]")
                    : json(
                        status,
                        Map.of(header, value),
                        "[" + records(slice(GROWN, 0, SHOWN)) + "]"))) {
      keepsWhatIsMissing(api, sign);
    }
  }

  /** Case 7. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"number":#,"first":false,"totalElements":24,"items":[@]}  | first
          {"page":{"number":#,"isFirst":false},"items":[@]}          | /page/isFirst
          {"has_previous":true,"items":[@]}                          | /has_previous
          {"pageInfo":{"hasPreviousPage":true},"items":[@]}          | /pageInfo/hasPreviousPage
          """)
  void deletesNothingWhereTheFirstAnswerIsALaterPage(String template, String sign) {
    try (ScriptedApi api =
        ScriptedApi.ofItems(
            ".items",
            (request, _) -> {
              int page = number(request, "page", 0);
              String answer = page == 0 ? firstOf(template) : template;
              return json(
                  answer
                      .replace("@", records(slice(ids(1, 24), page * 4, 4)))
                      .replace("#", Integer.toString(page)));
            })) {
      api.pages(4).with("START_PAGE", "0").runsWell();

      Stage.Ending ending = api.with("START_PAGE", "1").runs();

      isIncomplete(ending, sign);
      assertThat(api.items()).hasSize(24);
    }
  }

  private static String firstOf(String template) {
    return template
        .replace("irst\":false", "irst\":true")
        .replace("revious\":true", "revious\":false")
        .replace("reviousPage\":true", "reviousPage\":false");
  }

  /** Cases 8 and 12d: an answer that says that it is not all. */
  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"total_count":50,"incomplete_results":false,"items":[@]}   | {"total_count":50,"incomplete_results":true,"items":[@]} | /incomplete_results is true
          {"timed_out":false,"_shards":{"failed":0},"items":[@]}      | {"timed_out":false,"_shards":{"total":5,"successful":4,"failed":1},"items":[@]} | /_shards/failed is 1
          {"timed_out":false,"items":[@]}                             | {"timed_out":true,"items":[@]}                           | /timed_out is true
          {"items":[@]}                                               | {"items":[@],"isPartial":"true"}                         | /isPartial is true
          {"items":[@],"complete":true}                               | {"items":[@],"complete":false}                           | /complete is false
          {"items":[@]}                                               | {"items":[@],"unreachable":["zones/a"]}                  | /unreachable
          {"status":"success","items":[@]}                            | {"status":"partial","items":[@]}                         | /status is partial
          {"items":[@]}                                               | {"items":[@],"errors":[{"message":"shard down"}]}        | /errors
          {"ok":true,"items":[@]}                                     | {"ok":false,"items":[@]}                                 | /ok is false
          {"items":[@]}                                               | {"items":[@],"warningMessages":["The results were truncated to 50"]} | /warningMessages
          {"items":[@]}                                               | {"items":[@],"warnings":[{"code":"X1","text":"Some regions could not be reached"}]} | /warnings
          {"items":[@],"meta":{"range":{"notification":""}}}          | {"items":[@],"meta":{"truncated":"yes"}}                 | /meta/truncated is yes
          """)
  void deletesNothingWhereTheAnswerSaysThatItIsPartial(String whole, String part, String sign) {
    try (ScriptedApi api = oneAnswer(".items", Map.of(), whole.replace(":50", ":40"), part)) {
      keepsWhatIsMissing(api, sign);
    }
  }

  /** Case 12d: the second page of a search carries a warning. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "'warnings':['The result was truncated'],",
        "'warningMessages':[{'text':'Not all issues could be searched'}],",
        "'warnings':'limit of 10 clauses exceeded',"
      })
  void deletesNothingWhereALaterPageWarns(String warning) {
    try (ScriptedApi api =
        ScriptedApi.of(
            (request, run) -> {
              if (!request.body().contains("page-2")) {
                return json("{'issues':[%s],'nextPageToken':'page-2'}", records(ids(1, 10)));
              }
              return run == 1
                  ? json("{'issues':[%s]}", records(ids(11, 20)))
                  : json("{" + warning + "'issues':[%s]}", records(ids(11, 16)));
            })) {
      api.with("PAGINATION_TYPE", "cursor")
          .with("PAGINATION_PARAM", "nextPageToken")
          .with("CURSOR_PATH", "nextPageToken")
          .resource(Stage.object(SEARCH));
      api.runsWell();

      Stage.Ending ending = api.runs();

      isIncomplete(ending, "/warning");
      assertThat(api.items()).hasSize(20);
    }
  }

  private static final String SEARCH =
      """
      {'kind': '/rest/api/3/search/jql',
       'selector': {'method': 'POST', 'body': {'jql': 'project = OPS'}, 'data_path': '.issues'},
       'port': {'entity': {'mappings': {
         'identifier': '.id | tostring', 'blueprint': '\\'item\\''}}}}
      """;

  /** An API of one answer. */
  private static ScriptedApi oneAnswer(
      String dataPath, Map<String, String> headersOfPart, String whole, String part) {
    return ScriptedApi.ofItems(
        dataPath,
        (_, run) ->
            run == 1
                ? json(whole.replace("@", records(OLD)))
                : json(200, headersOfPart, part.replace("@", records(slice(GROWN, 0, SHOWN)))));
  }

  private static void keepsWhatIsMissing(ScriptedApi api, String sign) {
    api.runsWell();
    assertThat(api.items()).containsExactlyInAnyOrderElementsOf(OLD);

    Stage.Ending ending = api.runs();

    isIncomplete(ending, sign);
    assertThat(api.items()).containsExactlyInAnyOrderElementsOf(GROWN);
  }

  /** Case 4: the credentials were not used, and only what everybody may see is shown. */
  @ParameterizedTest
  @CsvSource({
    "X-Seraph-LoginReason,AUTHENTICATED_FAILED",
    "X-Seraph-LoginReason,AUTHENTICATION_DENIED",
    "X-AUSERNAME,anonymous",
    "WWW-Authenticate,Negotiate"
  })
  void deletesNothingWhereTheCredentialsWereNotUsed(String header, String value) {
    try (ScriptedApi api =
        ScriptedApi.ofItems(
            ".items",
            (_, run) ->
                run == 1
                    ? json("{'total':10,'items':[%s]}", records(ids(1, 10)))
                    : json(
                        200,
                        Map.of(header, value),
                        "{'total':7,'items':[%s]}",
                        records(ids(1, 7))))) {
      api.runsWell();

      Stage.Ending ending = api.runs();

      assertThat(ending.exitCode()).as(ending.all()).isEqualTo(2);
      assertThat(ending.all()).contains("credentials", value);
      assertThat(api.items()).hasSize(10);
    }
  }

  /** Case 4, in the middle of a list. */
  @Test
  void deletesNothingWhereTheCredentialsExpireWhileAListIsRead() {
    try (ScriptedApi api =
        ScriptedApi.ofItems(
            ".items",
            (request, run) -> {
              int start = number(request, "offset", 0);
              boolean expired = run == 2 && start >= 10;
              return json(
                  200,
                  Map.of("X-Seraph-LoginReason", expired ? "AUTHENTICATED_FAILED" : "OK"),
                  "{'items':[%s]}",
                  records(slice(ids(1, expired ? 17 : 20), start, 10)));
            })) {
      api.offsets(10).runsWell();

      Stage.Ending ending = api.runs();

      assertThat(ending.exitCode()).as(ending.all()).isPositive();
      assertThat(ending.all()).contains("AUTHENTICATED_FAILED");
      assertThat(api.items()).hasSize(20);
    }
  }

  /** Case 6: 202 is asked again, and fails where it stays so. */
  @Test
  void asksAgainWhereTheListIsNotReady() {
    AtomicInteger asked = new AtomicInteger();
    try (ScriptedApi api =
        ScriptedApi.ofItems(
            ".items",
            (_, run) ->
                run == 3 || (run == 2 && asked.incrementAndGet() < 3)
                    ? json(202, Map.of(), "{'items':[%s]}", records(ids(1, 8)))
                    : json("{'items':[%s]}", records(ids(1, 10))))) {
      api.runsWell();
      api.runsWell();

      Stage.Ending ending = api.runs();

      isIncomplete(ending, "202");
      assertThat(api.items()).hasSize(10);
    }
  }

  /** Case 11: some records come as something else. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"error\":\"hidden\"}",
        "{\"issueId\":null}",
        "{\"id\":\"3\"}",
        "{\"issueId\":\"\"}",
        "null"
      })
  void deletesNothingByRecordsThatCannotBeIdentified(String odd) {
    String known =
        ids(1, 8).stream()
            .map("{\"issueId\":\"%s\",\"serviceDeskId\":\"1\"}"::formatted)
            .collect(Collectors.joining(","));
    try (ScriptedApi api =
        ScriptedApi.of(
                (_, run) ->
                    json(
                        "{'isLastPage':true,'values':[%s,%s]}",
                        known, run == 1 ? "{\"issueId\":\"9\",\"serviceDeskId\":\"1\"}" : odd))
            .resource((ObjectNode) Stage.guide().at("/resources/1"))) {
      api.stage.set("OCEAN__INTEGRATION__TYPE", "jsm");
      api.runsWell();

      Stage.Ending ending = api.runs();

      assertThat(ending.exitCode()).as(ending.all()).isEqualTo(1);
      assertThat(api.identifiers("jsmCustomerRequest"))
          .containsExactlyInAnyOrderElementsOf(ids(1, 9));
    }
  }
}
