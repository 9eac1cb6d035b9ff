package dev.seaway.distribution;

import static dev.seaway.distribution.ScriptedApi.ids;
import static dev.seaway.distribution.ScriptedApi.isIncomplete;
import static dev.seaway.distribution.ScriptedApi.json;
import static dev.seaway.distribution.ScriptedApi.number;
import static dev.seaway.distribution.ScriptedApi.records;
import static dev.seaway.distribution.ScriptedApi.slice;
import static org.assertj.core.api.Assertions.assertThat;

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
}
