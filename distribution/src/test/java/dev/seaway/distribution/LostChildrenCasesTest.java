package dev.seaway.distribution;

import static dev.seaway.distribution.ScriptedApi.ids;
import static dev.seaway.distribution.ScriptedApi.isIncomplete;
import static dev.seaway.distribution.ScriptedApi.json;
import static dev.seaway.distribution.ScriptedApi.number;
import static dev.seaway.distribution.ScriptedApi.records;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seaway.distribution.fake.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists of children that once lost what was there, because a parent was missing or refused. */
class LostChildrenCasesTest {

  /** Case 9: one of four parents answers with an error and the status 200. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'error':{'code':403,'message':'not allowed'}}",
        "{'errors':['You have no access']}",
        "{'ok':false,'reason':'team_hidden'}",
        "{'success':false}",
        "{'error':'forbidden','items':null}",
        "{'exception':{'class':'Denied'},'items':[]}",
        "{'message':'Requires authentication','documentation_url':'https://x.example'}",
        "{'code':'FORBIDDEN','detail':'not your team'}",
        "{'statusCode':403,'msg':'hidden'}",
        "{'status':'error','items':null}"
      })
  void deletesNothingWhereAChildListIsAnError(String error) {
    try (ScriptedApi api =
        teams(
            (_, _) -> json("{'items':[%s]}", records(ids(1, 4))),
            (team, run) -> run == 2 && team == 3 ? json(error) : members(team, 5))) {
      api.runsWell();

      Stage.Ending ending = api.runs();

      assertThat(ending.exitCode()).as(ending.all()).isEqualTo(1);
      assertThat(api.items()).hasSize(20);
    }
  }

  /** Case 10: the list that gives the path parameter is cut. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"total":6,"items":[@]}                          | /total is 6
          {"items":[@],"has_more":true}                    | /has_more
          {"items":[@],"incomplete":true}                  | /incomplete is true
          {"items":[@],"warnings":["2 teams were skipped"]} | /warnings
          {"items":[@],"nextPageToken":"CAIQAA"}           | /nextPageToken
          """)
  void deletesNothingWhereTheListOfParentsIsCut(String part, String sign) {
    try (ScriptedApi api =
        teams(
            (_, run) ->
                run == 1
                    ? json("{'items':[%s]}", records(ids(1, 6)))
                    : json(part.replace("@", records(ids(1, 4)))),
            (team, _) -> members(team, 2))) {
      api.runsWell();

      Stage.Ending ending = api.runs();

      isIncomplete(ending, sign, "{team}");
      assertThat(api.items()).hasSize(12);
    }
  }

  /** Case 10, one step further: the list that gives the values of the parents' list is cut. */
  @Test
  void deletesNothingWhereTheListOfGrandparentsIsCut() {
    try (ScriptedApi api =
        ScriptedApi.of(
                (request, run) -> {
                  int shown = request.path().equals("/orgs") && run == 2 ? 2 : 3;
                  return json("{'total':3,'items':[%s]}", records(ids(1, shown)));
                })
            .resource(
                Stage.object(
                    """
                    {'kind': '/orgs/{org}/teams/{team}/members',
                     'selector': {'data_path': '.items', 'path_parameters': {
                       'org': {'endpoint': '/orgs', 'data_path': '.items', 'field': '.id'},
                       'team': {'endpoint': '/orgs/{org}/teams', 'data_path': '.items', 'field': '.id'}}},
                     'port': {'entity': {'mappings': {
                       'identifier': '.__org + .__team + .id', 'blueprint': '\\'item\\''}}}}
                    """))) {
      api.runsWell();

      Stage.Ending ending = api.runs();

      isIncomplete(ending, "/total is 3", "{org}");
      assertThat(api.items()).hasSize(27);
    }
  }

  private interface Members {
    Reply of(int team, int run);
  }

  /** Teams, and the members of each. */
  private static ScriptedApi teams(ScriptedApi.Script teams, Members members) {
    return ScriptedApi.of(
            (request, run) ->
                request.path().equals("/teams")
                    ? teams.answer(request, run)
                    : members.of(Integer.parseInt(request.segments().get(1)), run))
        .resource(
            Stage.object(
                """
                {'kind': '/teams/{team}/members',
                 'selector': {'data_path': '.items // []', 'path_parameters': {'team': {
                   'endpoint': '/teams', 'data_path': '.items', 'field': '.id'}}},
                 'port': {'entity': {'mappings': {
                   'identifier': '.__team + \\'-\\' + .id', 'blueprint': '\\'item\\''}}}}
                """));
  }

  private static Reply members(int team, int number) {
    return json("{'team':%d,'items':[%s]}", team, records(ids(1, number)));
  }
}
