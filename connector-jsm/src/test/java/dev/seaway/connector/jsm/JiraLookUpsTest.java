package dev.seaway.connector.jsm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaway.connector.ApiRequest;
import dev.seaway.connector.LookUp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JiraLookUpsTest {

  private static final ApiRequest REQUESTS = ApiRequest.get("/rest/servicedeskapi/request");
  private static final ApiRequest SEARCH =
      ApiRequest.get("/rest/api/3/search/jql").withQuery("jql", "project = OPS ORDER BY created");

  @Test
  void asksForARequestBehindItsOwnPath() {
    assertThat(asked(JiraLookUps.requests(), "17", REQUESTS))
        .containsExactly("/rest/servicedeskapi/request/17[]");
  }

  @Test
  void asksForNoRequestOfAListThatIsNarrowedOtherwise() {
    ApiRequest narrowed = REQUESTS.withQuery("requestStatus", "OPEN_REQUESTS");

    assertThat(asked(JiraLookUps.requests(), "17", narrowed)).isEmpty();
  }

  @Test
  void narrowsTheSearchForAProject() {
    assertThat(asked(JiraLookUps.projects(), "10", ApiRequest.get("/rest/api/3/project/search")))
        .singleElement()
        .asString()
        .contains("id, value=10");
  }

  @Test
  void asksForAnIssueItselfAndThenWhetherTheSearchStillFindsIt() {
    assertThat(asked(JiraLookUps.issues(), "OPS-1", SEARCH))
        .hasSize(2)
        .first()
        .asString()
        .startsWith("/rest/api/3/issue/OPS-1[");
    assertThat(asked(JiraLookUps.issues(), "OPS-1", SEARCH).getLast())
        .contains("(project = OPS) AND id = OPS-1");
  }

  @Test
  void keepsWhatTheListExpands() {
    assertThat(asked(JiraLookUps.requests(), "17", REQUESTS.withQuery("expand", "sla")))
        .singleElement()
        .asString()
        .contains("value=sla");
  }

  @Test
  void saysOfTheListAloneWhetherItsRecordsCanBeAskedFor() {
    assertThat(JiraLookUps.projects().lists().steps(REQUESTS.withQuery("id", "3"))).isEmpty();
    assertThat(JiraLookUps.issues().lists().steps(ApiRequest.get("/rest/api/3/search/jql")))
        .isEmpty();
    assertThat(JiraLookUps.issues().lists().steps(jql("summary ~ \"a, order by b\""))).isEmpty();
  }

  @Test
  void cutsTheOrderOffTheSearchOutsideOfTexts() {
    assertThat(asked(JiraLookUps.issues(), "10", jql("summary ~ \"a\" order by created")).getLast())
        .contains("(summary ~ \"a\") AND id = 10");
  }

  private static ApiRequest jql(String jql) {
    return ApiRequest.get("/rest/api/3/search/jql").withQuery("jql", jql);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a/b", "..", "1) OR (1 = 1", "desk 5", "ü"})
  void asksForNothingThatIsNoId(String id) {
    assertThat(asked(JiraLookUps.issues(), id, SEARCH)).isEmpty();
    assertThat(asked(JiraLookUps.requests(), id, REQUESTS)).isEmpty();
    assertThat(asked(JiraLookUps.organizations(), id, REQUESTS)).isEmpty();
  }

  @Test
  void asksForNothingOfAListThatIsReadByAPost() {
    ApiRequest post =
        new ApiRequest(
            ApiRequest.Method.POST, SEARCH.target(), SEARCH.query(), Map.of(), Optional.empty());

    assertThat(asked(JiraLookUps.issues(), "1", post)).isEmpty();
  }

  private static List<String> asked(LookUp lookUp, String id, ApiRequest list) {
    return lookUp.lists().steps(list).map(steps -> steps.of(id)).orElse(List.of()).stream()
        .map(step -> step.request().target() + step.request().query())
        .toList();
  }
}
