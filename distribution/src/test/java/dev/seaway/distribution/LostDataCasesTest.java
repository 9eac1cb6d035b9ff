package dev.seaway.distribution;

import static dev.seaway.distribution.ScriptedApi.ids;
import static dev.seaway.distribution.ScriptedApi.isIncomplete;
import static dev.seaway.distribution.ScriptedApi.json;
import static dev.seaway.distribution.ScriptedApi.number;
import static dev.seaway.distribution.ScriptedApi.records;
import static dev.seaway.distribution.ScriptedApi.slice;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.distribution.fake.PortFault;
import dev.seaway.distribution.fake.Recorded;
import dev.seaway.distribution.fake.When;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers by which records were once lost or changed without a word. */
class LostDataCasesTest {

  /** Case 18: a record moves to the front, behind the reader, during the first sync. */
  @ParameterizedTest
  @CsvSource({"offset,24", "offset,29", "page,12", "page,29"})
  void findsARecordThatMovesBehindTheReaderInTheFirstSync(String pagination, int index) {
    List<String> order = new ArrayList<>(ids(1, 30));
    try (ScriptedApi api =
        ScriptedApi.ofItems(
            ".items",
            (request, _) -> {
              int start = start(request);
              String page = records(slice(order, start, 10));
              if (start == 0 && order.getFirst().equals("1")) {
                order.addFirst(order.remove(index));
              }
              return json("{'items':[%s]}", page);
            })) {
      api.offsets(10).with("PAGINATION_TYPE", pagination).with("MAX_CONCURRENT_REQUESTS", "1");

      Stage.Ending ending = api.runsWell();

      assertThat(ending.results()).contains("Read again");
      assertThat(api.items()).hasSize(30);
      assertThat(api.runsWell().results()).doesNotContain("Read again");
    }
  }

  /** Case 18: a record that was read already is deleted, so that another one is passed over. */
  @Test
  void findsARecordThatIsPassedOverWhereTheTotalTellsOfIt() {
    List<String> order = new ArrayList<>(ids(1, 30));
    try (ScriptedApi api =
        ScriptedApi.ofItems(
            ".items",
            (request, _) -> {
              int start = start(request);
              int total = order.size();
              String page = records(slice(order, start, 10));
              if (start == 0) {
                order.remove("3");
              }
              return json("{'total':%d,'items':[%s]}", total, page);
            })) {
      api.offsets(10).with("MAX_CONCURRENT_REQUESTS", "1");

      api.runsWell();

      assertThat(api.items()).contains("11", "30").hasSizeBetween(29, 30);
    }
  }

  /** Case 18: it never comes to rest, and that is said. */
  @Test
  void saysThatRecordsMayBeMissingWhereAListKeepsMoving() {
    List<String> order = new ArrayList<>(ids(1, 30));
    try (ScriptedApi api =
        ScriptedApi.ofItems(
            ".items",
            (request, _) -> {
              int start = start(request);
              String page = records(slice(order, start, 10));
              if (start + 10 < order.size()) {
                order.addFirst(order.removeLast());
              }
              return json("{'items':[%s]}", page);
            })) {
      api.offsets(10).with("MAX_CONCURRENT_REQUESTS", "1");

      isIncomplete(api.runs(), "a record came twice");
    }
  }

  private static int start(Recorded request) {
    return request.query("page").isEmpty()
        ? number(request, "offset", 0)
        : (number(request, "page", 1) - 1) * 10;
  }

  /** Case 19: links that are written in an unusual way are followed. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<@>; rel='next'",
        "<@>;rel='next';title='a, b'",
        "<@>; REL=NEXT",
        "</items?page=9>; rel='prev', <@>; rel='next'",
        "<@>; title=\"x; rel=last\"; rel=\"prefetch next\"",
        " , <@> ; rel = next"
      })
  void followsALinkInUnusualWriting(String link) {
    try (ScriptedApi api = linked(link)) {
      api.runsWell();

      assertThat(api.items()).hasSize(15);
    }
  }

  /** Case 19: one that cannot be read may be the one to the next page. */
  @ParameterizedTest
  @ValueSource(
      strings = {"@; rel=next", "<@; rel=\"next\"", "<@>, rel=next", "\"@\"; rel=\"next\""})
  void doubtsTheEndWhereALinkCannotBeRead(String link) {
    try (ScriptedApi api = linked(link)) {
      isIncomplete(api.runs(), "Link");
    }
  }

  private static ScriptedApi linked(String link) {
    return ScriptedApi.ofItems(
            ".",
            (request, _) ->
                number(request, "page", 1) == 2
                    ? json("[%s]", records(ids(11, 15)))
                    : json(
                        200,
                        Map.of("Link", link.replace("@", "/items?page=2")),
                        "[%s]",
                        records(ids(1, 10))))
        .with("PAGINATION_TYPE", "header_link");
  }

  /** Case 23: a search by POST whose position is read from the body only. */
  @ParameterizedTest
  @CsvSource({"cursor,nextPageToken", "offset,startAt", "page,page"})
  void sendsThePositionInTheBodyOfAPost(String pagination, String parameter) {
    try (ScriptedApi api =
        ScriptedApi.of(
            (request, _) -> {
              JsonNode body = Stage.json(request.body());
              int start =
                  pagination.equals("page")
                      ? (body.path(parameter).asInt(1) - 1) * 10
                      : body.path(parameter).asInt();
              boolean last = start + 10 >= 25;
              String token =
                  pagination.equals("cursor") && !last
                      ? "\"next\":\"%d\",".formatted(start + 10)
                      : "";
              return json(
                  "{%s'isLast':%s,'issues':[%s]}",
                  token, last, records(slice(ids(1, 25), start, 10)));
            })) {
      api.resource(
              Stage.object(
                  """
                  {'kind': '/search', 'selector': {'method': 'POST',
                     'body': {'jql': 'project = OPS', 'fields': ['id']}, 'data_path': '.issues'},
                   'port': {'entity': {'mappings': {
                     'identifier': '.id', 'blueprint': '\\'item\\''}}}}
                  """))
          .offsets(10)
          .with("PAGINATION_TYPE", pagination)
          .with("PAGINATION_PARAM", parameter)
          .with("CURSOR_PATH", "next");

      api.runsWell();

      assertThat(api.items()).hasSize(25);
      assertThat(api.requests())
          .allMatch(request -> request.query().isEmpty())
          .allMatch(request -> request.body().contains("\"jql\":\"project = OPS\""));
    }
  }

  /** Case 23, the other way round: the body is a fixed query, the position is in the address. */
  @Test
  void sendsThePositionOfAPostInTheQueryWhereThatIsSaid() {
    try (ScriptedApi api =
        ScriptedApi.of(
            (request, _) ->
                json(
                    "{'total':25,'issues':[%s]}",
                    records(slice(ids(1, 25), number(request, "offset", 0), 10))))) {
      api.resource(
              Stage.object(
                  """
                  {'kind': '/search', 'selector': {'method': 'POST',
                     'body': {'filter': 'all'}, 'data_path': '.issues'},
                   'port': {'entity': {'mappings': {
                     'identifier': '.id', 'blueprint': '\\'item\\''}}}}
                  """))
          .offsets(10)
          .with("PAGINATION_IN", "query");

      api.runsWell();

      assertThat(api.items()).hasSize(25);
      assertThat(api.requests()).allMatch(request -> request.body().equals("{\"filter\":\"all\"}"));
    }
  }

  /** Case 21: half a pair of surrogates is U+FFFD, as jq has it, and so is not written anew. */
  @ParameterizedTest
  @ValueSource(strings = {"a\\ud83db", "a\\ude00b", "a\\ud83d\\ud83d", "\\ude00\\ud83d"})
  void writesHalfAPairOfSurrogatesOnce(String text) {
    try (ScriptedApi api =
        ScriptedApi.of((_, _) -> json("{'total':1,'items':[{'id':'1','name':'%s'}]}", text))
            .resource(
                Stage.object(
                    """
                    {'kind': '/items', 'selector': {'data_path': '.items'},
                     'port': {'entity': {'mappings': {
                       'identifier': '.id', 'title': '.name', 'blueprint': '\\'item\\''}}}}
                    """))) {
      api.runsWell();
      int calls = api.stage.port.calls().size();

      api.runsWell();

      assertThat(api.stage.entityWrites(calls)).isEmpty();
      assertThat(Stage.json(api.stage.port.entities()).at("/0/title").textValue())
          .isEqualTo(text.replaceAll("\\\\u....", "\uFFFD"));
    }
  }

  /** Case 22: the catalog refuses the whole bulk because of one entity. */
  @ParameterizedTest
  @CsvSource({"400,1", "413,7", "422,20", "500,13"})
  void writesAllOthersWhereTheCatalogRefusesABulkBecauseOfOne(int status, String bad) {
    try (ScriptedApi api =
        ScriptedApi.ofItems(".items", (_, _) -> json("{'items':[%s]}", records(ids(1, 20))))) {
      api.stage.port.on(
          When.path("/entities/bulk")
              .and(call -> call.body().contains("\"identifier\":\"" + bad + "\"")),
          new PortFault.Status(status, Map.of(), "{\"ok\":false,\"error\":\"too_deep\"}"));

      Stage.Ending ending = api.runs();

      isIncomplete(ending, bad);
      assertThat(api.items()).hasSize(19).doesNotContain(bad);
    }
  }
}
