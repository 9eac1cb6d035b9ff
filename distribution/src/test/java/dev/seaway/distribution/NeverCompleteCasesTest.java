package dev.seaway.distribution;

import static dev.seaway.distribution.ScriptedApi.ids;
import static dev.seaway.distribution.ScriptedApi.isIncomplete;
import static dev.seaway.distribution.ScriptedApi.json;
import static dev.seaway.distribution.ScriptedApi.number;
import static dev.seaway.distribution.ScriptedApi.records;
import static dev.seaway.distribution.ScriptedApi.slice;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seaway.distribution.fake.Recorded;
import dev.seaway.distribution.fake.Reply;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** APIs that were once never read to their end, whatever option was set. */
class NeverCompleteCasesTest {

  /** Case 24: what the answers say proves the end, whatever comes behind it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          offset | {"total":#,"items":[@]}                            | 404
          offset | {"meta":{"total_count":"#"},"items":[@]}           | 400
          offset | {"page":{"totalElements":#},"items":[@]}           | 416
          page   | {"items":[@],"pages":$}                            | 404
          page   | {"items":[@],"pagination":{"page_count":$}}        | 422
          page   | {"info":{"count":#},"items":[@]}                   | 404
          page   | {"items":[@],"total":#}                            | again
          page   | {"meta":{"last_page":$},"items":[@]}               | again
          offset | {"total":#,"items":[@]}                            | again
          """)
  void isCompleteWhereATotalProvesTheEnd(String pagination, String template, String behind) {
    try (ScriptedApi api = numbered(template, behind)) {
      completesAndDeletes(api.offsets(10).with("PAGINATION_TYPE", pagination));
    }
  }

  /** Case 24: where the words are unusual, the user says where the number is. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          offset | {"anzahl":#,"items":[@]}         | 404   | TOTAL_PATH  | anzahl
          page   | {"a":{"b":{"c":"#"}},"items":[@]}| 400   | TOTAL_PATH  | a.b.c
          page   | {"x":{"seiten":$},"items":[@]}   | again | PAGES_PATH  | x.seiten
          offset | {"items":[@]}                    | 404   | END_STATUS  | [404]
          page   | {"items":[@]}                    | 403   | END_STATUS  | [400, 403]
          """)
  void isCompleteWhereTheUserSaysHowTheEndIsTold(
      String pagination, String template, String behind, String option, String value) {
    try (ScriptedApi api = numbered(template, behind)) {
      completesAndDeletes(api.offsets(10).with("PAGINATION_TYPE", pagination).with(option, value));
    }
  }

  /** Case 24, told by a header. */
  @Test
  void isCompleteWhereAHeaderNamesTheTotal() {
    try (ScriptedApi api =
        ScriptedApi.ofItems(
            ".",
            (request, run) -> {
              List<String> all = run == 1 ? ids(1, 30) : ids(1, 27);
              int start = number(request, "offset", 0);
              return start >= all.size()
                  ? json(404, Map.of(), "{}")
                  : json(
                      200,
                      Map.of("X-Anzahl", Integer.toString(all.size())),
                      "[%s]",
                      records(slice(all, start, 10)));
            })) {
      completesAndDeletes(api.offsets(10).with("TOTAL_HEADER", "X-Anzahl"));
    }
  }

  /** The same answers, where nothing proves an end. */
  @ParameterizedTest
  @ValueSource(strings = {"404", "400", "again"})
  void isIncompleteWhereNothingProvesTheEnd(String behind) {
    try (ScriptedApi api = numbered("{\"items\":[@]}", behind)) {
      isIncomplete(api.offsets(10).runs(), "/items is INCOMPLETE");
    }
  }

  /** Case 24, the other way round: a total that counts what the account may not see. */
  @Test
  void isCompleteWhereTheUserSaysThatATotalIsNone() {
    try (ScriptedApi api =
        ScriptedApi.ofItems(
            ".items",
            (request, run) -> {
              List<String> all = run == 1 ? ids(1, 30) : ids(1, 27);
              return json(
                  "{'total':75,'items':[%s]}",
                  records(slice(all, number(request, "offset", 0), 10)));
            })) {
      completesAndDeletes(api.offsets(10).with("IGNORED_SIGNS", "[\"/total\"]"));
    }
  }

  /** Honest lists whose answers say for ever that there is more: an empty page is their end. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          offset | {"hasMore":true,"items":[@]}                                | ["/hasMore"]
          page   | {"paging":{"has_more":true},"items":[@]}                    | ["/paging/has_more"]
          cursor | {"next_cursor":"#","items":[@]}                             | ["/next_cursor"]
          cursor | {"has_more":true,"next_cursor":"#","items":[@]}             | ["/has_more","/next_cursor"]
          """)
  void isCompleteWhereTheUserSaysThatAnEmptyPageIsTheEnd(
      String pagination, String template, String ignored) {
    try (ScriptedApi api = endless(template)) {
      completesAndDeletes(
          api.offsets(10).with("PAGINATION_TYPE", pagination).with("IGNORED_SIGNS", ignored));
    }
  }

  /** The same answers, where the user says nothing: the message names what to say. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          offset | {"hasMore":true,"items":[@]}     | /hasMore
          page   | {"has_more":true,"items":[@]}    | /has_more
          cursor | {"next_cursor":"#","items":[@]}  | /next_cursor
          """)
  void saysWhatToSayWhereAnEmptyPageNamesMore(String pagination, String template, String sign) {
    try (ScriptedApi api = endless(template)) {
      Stage.Ending ending = api.offsets(10).with("PAGINATION_TYPE", pagination).runs();

      isIncomplete(ending, "name \"" + sign + "\" in ignoredSigns");
      assertThat(api.items()).hasSize(30);
    }
  }

  /** The last page, and the empty one behind it, hand out the last cursor. */
  @Test
  void isCompleteWhereAnEmptyPageNamesItselfAsTheUserSays() {
    try (ScriptedApi api =
        ScriptedApi.ofItems(
            ".items",
            (request, run) -> {
              List<String> all = run == 1 ? ids(1, 30) : ids(1, 27);
              int start = number(request, "cursor", 0);
              int next = Math.min(start + 10, all.size());
              return json(
                  "{'has_more':true,'next_cursor':'%d','items':[%s]}",
                  next, records(slice(all, start, 10)));
            })) {
      completesAndDeletes(
          api.offsets(10)
              .with("PAGINATION_TYPE", "cursor")
              .with("IGNORED_SIGNS", "[\"/next_cursor\",\"/has_more\"]"));
    }
  }

  private static ScriptedApi endless(String template) {
    return ScriptedApi.ofItems(
        ".items",
        (request, run) -> {
          List<String> all = run == 1 ? ids(1, 30) : ids(1, 27);
          int start =
              request.query("page").isEmpty()
                  ? number(request, "offset", number(request, "cursor", 0))
                  : (number(request, "page", 1) - 1) * 10;
          return json(
              template
                  .replace("@", records(slice(all, start, 10)))
                  .replace("#", Integer.toString(start + 10)));
        });
  }

  @Test
  void warnsOnceOfAnIgnoredSignThatNoAnswerHeld() {
    try (ScriptedApi api =
        ScriptedApi.of((_, _) -> json("{'total':70,'items':[%s]}", records(ids(1, 3))))
            .list("/items", ".items")
            .list("/more", ".items")
            .with("IGNORED_SIGNS", "[\"/Total\",\"/-/id\",\"/meta/total\",\"X-Total\"]")) {
      Stage.Ending ending = api.runsWell();

      assertThat(ending.messages())
          .containsOnlyOnce("ignoredSigns names \\\"/meta/total\\\"")
          .containsOnlyOnce("ignoredSigns names \\\"X-Total\\\"")
          .doesNotContain("ignoredSigns names \\\"/Total")
          .doesNotContain("ignoredSigns names \\\"/-/id");
    }
  }

  /** 30 items at first, 27 then, and something else than an empty page behind them. */
  private static ScriptedApi numbered(String template, String behind) {
    return ScriptedApi.ofItems(
        ".items",
        (request, run) -> {
          List<String> all = run == 1 ? ids(1, 30) : ids(1, 27);
          int start =
              request.query("page").isEmpty()
                  ? number(request, "offset", 0)
                  : (number(request, "page", 1) - 1) * 10;
          if (start >= all.size() && !behind.equals("again")) {
            return json(Integer.parseInt(behind), Map.of(), "{'message':'no such page'}");
          }
          return json(
              template
                  .replace("@", records(slice(all, Math.min(start, 20), 10)))
                  .replace("#", Integer.toString(all.size()))
                  .replace("$", "3"));
        });
  }

  private static void completesAndDeletes(ScriptedApi api) {
    api.runsWell();
    assertThat(api.items()).hasSize(30);

    api.runsWell();

    assertThat(api.items()).hasSize(27);
  }

  /** Case 28: no content is an empty list, whatever the data path. */
  @ParameterizedTest
  @ValueSource(strings = {". // []", ".", ".items", ".items // []", ".data.items[]"})
  void takesNoContentForAnEmptyList(String dataPath) {
    try (ScriptedApi api =
        ScriptedApi.ofItems(dataPath, (_, _) -> new Reply.Text(204, Map.of(), ""))) {
      api.runsWell();

      assertThat(api.items()).isEmpty();
    }
  }

  /** Case 28, without that status: an answer that leaves an empty list out. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'status':'ok'}",
        "{'code':0,'msg':'Success'}",
        "{'message':'fine','data':null}",
        "{'kind':'x#list','etag':'abc'}",
        "{'statusCode':200,'result':{}}",
        "{'total':0}"
      })
  void takesAnAnswerThatLeavesTheListOutForAnEmptyOne(String answer) {
    try (ScriptedApi api = ScriptedApi.ofItems(".items // []", (_, _) -> json(answer))) {
      api.runsWell();

      assertThat(api.items()).isEmpty();
    }
  }

  /** Case 28: one of several lists has become empty. */
  @ParameterizedTest
  @ValueSource(ints = {204, 205})
  void deletesWhatWasInAListThatIsEmptyNow(int status) {
    try (ScriptedApi api =
        ScriptedApi.of(
                (request, run) -> {
                  if (request.path().equals("/teams")) {
                    return json("{'total':4,'items':[%s]}", records(ids(1, 4)));
                  }
                  return run == 2 && request.path().contains("/3/")
                      ? new Reply.Text(status, Map.of(), "")
                      : json("{'total':2,'items':[%s]}", records(ids(1, 2)));
                })
            .resource(
                Stage.object(
                    """
                    {'kind': '/teams/{team}/members',
                     'selector': {'data_path': '.items', 'path_parameters': {'team': {
                       'endpoint': '/teams', 'data_path': '.items', 'field': '.id'}}},
                     'port': {'entity': {'mappings': {
                       'identifier': '.__team + .id', 'blueprint': '\\'item\\''}}}}
                    """))) {
      api.runsWell();
      assertThat(api.items()).hasSize(8);

      api.runsWell();

      assertThat(api.items()).hasSize(6).doesNotContain("31", "32");
    }
  }

  /** Case 25: links that are relative to their request. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "items?page=2",
        "?page=2",
        "./items?page=2",
        "../v1/items?page=2",
        "/api/v1/items?page=2"
      })
  void resolvesALinkAgainstItsRequest(String link) {
    try (ScriptedApi api =
        ScriptedApi.of(
                (request, _) -> {
                  if (!request.path().equals("/api/v1/items")) {
                    return json(404, Map.of(), "{}");
                  }
                  return number(request, "page", 1) == 2
                      ? json("{'next':null,'items':[%s]}", records(ids(11, 15)))
                      : json("{'next':'%s','items':[%s]}", link, records(ids(1, 10)));
                })
            .list("/api/v1/items", ".items")
            .with("PAGINATION_TYPE", "next_link")
            .with("NEXT_LINK_PATH", "next")) {
      api.runsWell();

      assertThat(api.items()).hasSize(15);
    }
  }

  /** Case 26: what the first answer sets as a cookie is wanted back with the next request. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "session=abc",
        "session=abc; Path=/; HttpOnly",
        "session=abc; Path=/; SameSite=Lax; Max-Age=600",
        "session=abc; Expires=Fri, 31 Dec 2100 23:59:59 GMT; Path=/"
      })
  void sendsCookiesBack(String cookie) {
    try (ScriptedApi api =
        ScriptedApi.ofItems(
            ".items",
            (request, _) -> {
              int start = number(request, "offset", 0);
              return start == 0
                  ? json(
                      200,
                      Map.of("Set-Cookie", cookie),
                      "{'total':15,'items':[%s]}",
                      records(ids(1, 10)))
                  : withSession(request, start);
            })) {
      api.offsets(10).with("MAX_CONCURRENT_REQUESTS", "1").runsWell();

      assertThat(api.items()).hasSize(15);
    }
  }

  private static Reply withSession(Recorded request, int start) {
    return request.header("cookie").orElse("").contains("session=abc")
        ? json("{'total':15,'items':[%s]}", records(slice(ids(1, 15), start, 10)))
        : json(400, Map.of(), "{'message':'the session is missing'}");
  }

  /** Case 27: a 403 that means too many requests. */
  @ParameterizedTest
  @CsvSource({"Retry-After,7", "X-RateLimit-Remaining,0", "RateLimit-Remaining,0"})
  void waitsWhereA403MeansTooManyRequests(String header, String value) {
    try (ScriptedApi api =
        ScriptedApi.ofItems(
            ".items",
            (request, _) ->
                request.numberOfPath() < 3
                    ? json(403, Map.of(header, value), "{'message':'secondary rate limit'}")
                    : json("{'total':5,'items':[%s]}", records(ids(1, 5))))) {
      api.runsWell();

      assertThat(api.items()).hasSize(5);
    }
  }

  /** Case 27: one that says nothing of the kind stays a missing permission. */
  @Test
  void namesTheMissingPermissionWhereA403SaysNothingOfLimits() {
    try (ScriptedApi api =
        ScriptedApi.ofItems(
            ".items",
            (_, _) ->
                json(403, Map.of("X-RateLimit-Remaining", "4999"), "{'message':'no access'}"))) {
      isIncomplete(api.runs(), "403", "permission");
    }
  }

  /** Case 29: the base URL is plain http, and the server wants https. */
  @ParameterizedTest
  @ValueSource(ints = {301, 302, 307, 308})
  void saysThatTheBaseUrlShouldBeHttps(int status) {
    try (ScriptedApi api =
        ScriptedApi.ofItems(
            ".items",
            (request, _) ->
                json(
                    status,
                    Map.of(
                        "Location",
                        "https://" + request.header("host").orElseThrow() + request.target()),
                    ""))) {
      Stage.Ending ending = api.runs();

      assertThat(ending.exitCode()).as(ending.all()).isPositive();
      assertThat(ending.all())
          .contains("The base URL should be " + api.origin().replace("http:", "https:"))
          .doesNotContain("linkOrigins", "in a circle");
    }
  }
}
