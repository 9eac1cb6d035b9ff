package dev.seaway.distribution;

import static dev.seaway.distribution.ScriptedApi.ids;
import static dev.seaway.distribution.ScriptedApi.isIncomplete;
import static dev.seaway.distribution.ScriptedApi.json;
import static dev.seaway.distribution.ScriptedApi.records;
import static dev.seaway.distribution.ScriptedApi.says;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seaway.distribution.fake.Reply;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the summary says of records that did not become what their author expects. */
class SummaryCasesTest {

  @Test
  void saysThatRecordsReplaceEachOther() {
    try (ScriptedApi api = ScriptedApi.of((_, _) -> grouped())) {
      api.resource("/incidents", ".items", "item", ".group");

      Stage.Ending ending = api.runs();

      says(
          ending,
          "/incidents: 40 records make only 4 different identifiers of blueprint item",
          "for example g1",
          "make the identifier unique");
      assertThat(api.items()).hasSize(4);
    }
  }

  @Test
  void saysNothingOfRepetitionsThatAreMeant() {
    try (ScriptedApi api = ScriptedApi.of((_, _) -> grouped())) {
      api.resource(
          Stage.object(
              """
              {'kind': '/incidents', 'selector': {'query': 'true', 'data_path': '.items'},
               'port': {'itemsToParse': '[.group]', 'entity': {'mappings': {
                 'identifier': '.item', 'blueprint': '\\'item\\''}}}}
              """));

      assertThat(api.runsWell().results()).doesNotContain("different identifiers");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "false            | leaves out all of its 40 records; check it, if that is not meant",
        ".group == \\\"g1\\\" | leaves out 30 of its 40 records"
      })
  void saysHowManyRecordsTheQueryLeavesOut(String query, String said) {
    try (ScriptedApi api = ScriptedApi.of((_, _) -> grouped())) {
      api.resource(
          Stage.object(
              """
              {'kind': '/incidents', 'selector': {'query': '%s', 'data_path': '.items'},
               'port': {'entity': {'mappings': {'identifier': '.id', 'blueprint': '\\'item\\''}}}}
              """
                  .formatted(query)));

      assertThat(api.runsWell().results()).contains("/incidents: selector.query " + said);
    }
  }

  /** Several records of each group. */
  private static Reply grouped() {
    return json(
        "{'total':40,'items':[%s]}",
        IntStream.range(0, 40)
            .mapToObj(id -> "{\"id\":\"%d\",\"group\":\"g%d\"}".formatted(id, id % 4 + 1))
            .collect(Collectors.joining(",")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"query", "identifier"})
  void saysThatAnExpressionFailsForSomeOfTheRecords(String where) {
    String items =
        IntStream.range(0, 40)
            .mapToObj(
                id -> "{\"id\":\"%d\",\"type\":%s}".formatted(id, id % 2 == 0 ? "\"a b\"" : "{}"))
            .collect(Collectors.joining(","));
    try (ScriptedApi api = ScriptedApi.of((_, _) -> json("{'total':40,'items':[%s]}", items))) {
      boolean query = where.equals("query");
      api.resource(
          Stage.object(
              """
              {'kind': '/incidents', 'selector': {'query': '%s', 'data_path': '.items'},
               'port': {'entity': {'mappings': {
                 'identifier': '%s', 'blueprint': '\\'item\\''}}}}
              """
                  .formatted(
                      query ? ".type | startswith(`a`)" : "true",
                      query ? ".id" : ".id + (.type | ltrimstr(`a`) | ascii_downcase | .[0:0])")
                  .replace("`", "\\\"")));

      Stage.Ending ending = api.runs();

      isIncomplete(ending, "/incidents", "in 20 of 40 records", "for example id 1");
      assertThat(ending.results())
          .contains("/incidents is INCOMPLETE: " + (query ? "selector.query: " : "identifier: "));
    }
  }

  /** A child list without content, which the summary once called complete. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void saysOneThingOfAChildListWithoutContent(int later) {
    try (ScriptedApi api = teams(later)) {
      Stage.Ending first = api.runs();
      isConsistent(first);
      Stage.Ending second = api.runs();
      isConsistent(second);
      assertThat(api.identifiers("member")).contains("m1");
    }
  }

  /** The first reading misses a list without a word, and the second one another list. */
  @Test
  void saysWhyASecondReadingMakesTheRunIncompleteThoughNothingIsKeptForIt() {
    Map<String, Integer> asked = new ConcurrentHashMap<>();
    try (ScriptedApi api =
        children(
            (request, run) -> {
              int time = asked.merge(run + request.path(), 1, Integer::sum);
              boolean first = request.path().equals("/teams/1/members");
              return run == 2 && first && time == 1
                  ? new Reply.Text(204, Map.of(), "")
                  : json(
                      "{'total':%d,'items':[{'id':'%s'}]}",
                      run == 2 && !first && time == 2 ? 9 : 1, first ? "m1" : "m2");
            })) {
      api.runsWell();

      Stage.Ending ending = api.runs();

      isIncomplete(ending, "When it was read again before deleting", "/total is 9");
      assertThat(api.identifiers("member")).containsExactly("m1", "m2");
    }
  }

  private static ScriptedApi teams(int later) {
    return children(
        (request, run) ->
            request.path().equals("/teams/1/members")
                ? json("{'total':1,'items':[{'id':'m1'}]}")
                : run > later
                    ? new Reply.Text(204, Map.of(), "")
                    : json("{'total':1,'items':[{'id':'m2'}]}"));
  }

  private static ScriptedApi children(ScriptedApi.Script members) {
    return ScriptedApi.of(
            (request, run) ->
                request.path().equals("/teams")
                    ? json("{'total':2,'items':[%s]}", records(List.of("1", "2")))
                    : members.answer(request, run))
        .blueprint("member", "{}")
        .list("/teams", ".items")
        .resource(
            Stage.object(
                """
                {'kind': '/teams/{team}/members',
                 'selector': {'query': 'true', 'data_path': '.items', 'path_parameters': {
                   'team': {'endpoint': '/teams', 'method': 'GET', 'data_path': '.items',
                            'field': '.id'}}},
                 'port': {'entity': {'mappings': {
                   'identifier': '.id', 'blueprint': '\\'member\\''}}}}
                """));
  }

  /** What is incomplete as a whole names what is incomplete, and nothing else calls it complete. */
  private static void isConsistent(Stage.Ending ending) {
    boolean whole = ending.exitCode() == 0;
    assertThat(ending.results().contains("INCOMPLETE: ") || ending.results().contains(": kept "))
        .as(ending.all())
        .isEqualTo(!whole);
    assertThat(ending.results().contains("Incomplete: ")).as(ending.all()).isEqualTo(!whole);
  }

  /** What keeps entities is what makes the list incomplete: that is said once. */
  @ParameterizedTest
  @ValueSource(strings = {"{'total':9,'items':[]}", "{'items':7}", "{'error':'no such view'}"})
  void saysOnceWhyAListIsIncomplete(String answer) {
    try (ScriptedApi api =
        ScriptedApi.ofItems(
            ".items", (_, run) -> json(run == 1 ? "{'total':1,'items':[{'id':'1'}]}" : answer))) {
      api.runsWell();

      Stage.Ending ending = api.runs();

      isIncomplete(ending, "/items is INCOMPLETE: ");
      says(ending, "item: kept 1 that this run has not seen: /items is incomplete, as said above");
    }
  }

  /** An error in place of a list is the cause, whatever the path. */
  @ParameterizedTest
  @ValueSource(strings = {".items", ".items // []"})
  void namesTheErrorThatStandsInPlaceOfAList(String dataPath) {
    try (ScriptedApi api =
        ScriptedApi.ofItems(
            dataPath, (_, _) -> json("{'errors':[{'code':7,'message':'no such view'}]}"))) {
      Stage.Ending ending = api.runs();

      isIncomplete(ending, "/errors is filled");
      assertThat(ending.results()).doesNotContain("// [] // []", "write .items // []");
    }
  }

  @Test
  void saysThatNullsCameInPlaceOfRecords() {
    try (ScriptedApi api =
        ScriptedApi.ofItems(
            ".items", (_, _) -> json("{'total':4,'items':[null,{'id':'1'},null,{'id':'2'}]}"))) {
      Stage.Ending ending = api.runs();

      says(ending, "the tool gave null for a record", "2 of 4 records");
      assertThat(ending.results()).doesNotContain("came twice");
      assertThat(api.items()).isEqualTo(Set.copyOf(ids(1, 2)));
    }
  }
}
