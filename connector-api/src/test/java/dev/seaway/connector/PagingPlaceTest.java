package dev.seaway.connector;

import static dev.seaway.connector.Answers.answer;
import static dev.seaway.connector.Answers.at;
import static dev.seaway.connector.Answers.json;
import static dev.seaway.connector.Answers.records;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seaway.connector.ApiRequest.Body;
import dev.seaway.connector.ApiRequest.Method;
import dev.seaway.connector.Pagination.BrokenPaging;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PagingPlaceTest {

  private static final Pagination TOKENS =
      new Pagination.Cursor("nextPageToken", "maxResults", 50, at("/nextPageToken"), EndSigns.NONE);

  @Test
  void pagesAPostInItsBody() {
    ApiRequest first = TOKENS.first(post("{\"jql\":\"project = X\"}"));
    ApiRequest second =
        TOKENS.next(first, answer("{'nextPageToken': 'abc'}"), records(50)).orElseThrow();

    assertThat(body(first)).isEqualTo("{\"jql\":\"project = X\",\"maxResults\":50}");
    assertThat(body(second))
        .isEqualTo("{\"jql\":\"project = X\",\"maxResults\":50,\"nextPageToken\":\"abc\"}");
    assertThat(second.query()).isEmpty();
  }

  @Test
  void pagesAPostWithoutABodyInANewOne() {
    var offset = new Pagination.Offset("from", "size", 20, EndSigns.NONE);
    ApiRequest list = new ApiRequest(Method.POST, "/search", List.of(), Map.of(), Optional.empty());

    ApiRequest second = offset.next(offset.first(list), answer("{}"), records(20)).orElseThrow();

    assertThat(body(second)).isEqualTo("{\"from\":20,\"size\":20}");
    assertThat(offset.position(second)).contains("20");
    assertThat(body(offset.at(offset.first(list), "40"))).isEqualTo("{\"from\":40,\"size\":20}");
  }

  @Test
  void pagesAPostInItsQueryWhereTheMappingHasPutItsParametersThere() {
    ApiRequest list = post("{}").withQuery("maxResults", "7");

    assertThat(TOKENS.first(list)).isEqualTo(list);
    ApiRequest second =
        TOKENS.next(list, answer("{'nextPageToken': 'abc'}"), records(7)).orElseThrow();
    assertThat(second.query("nextPageToken")).contains("abc");
    assertThat(body(second)).isEqualTo("{}");
  }

  @Test
  void carriesAllOfThemInOnePlace() {
    var offset = new Pagination.Offset("from", "size", 20, EndSigns.NONE);
    ApiRequest list = post("{\"size\":7}").withQuery("from", "40");

    ApiRequest second = offset.next(offset.first(list), answer("{}"), records(20)).orElseThrow();

    assertThat(second.query("from")).contains("60");
    assertThat(second.query("size")).contains("20");
    assertThat(body(second)).isEqualTo("{\"size\":7}");
    assertThat(offset.position(second)).contains("60");
  }

  @Test
  void pagesAFormInItsQuery() {
    var offset = new Pagination.Offset("from", "size", 20, EndSigns.NONE);
    ApiRequest list =
        new ApiRequest(
            Method.POST,
            "/search",
            List.of(),
            Map.of(),
            Optional.of(new Body("application/x-www-form-urlencoded", "q=x")));

    assertThat(offset.first(list).query("size")).contains("20");
  }

  @Test
  void takesANameWithDotsForAWayDown() {
    var tokens =
        new Pagination.Cursor(
            "options.$skipToken",
            "options.$top",
            1000,
            at("/$skipToken"),
            PagingPlace.BODY,
            EndSigns.NONE);

    ApiRequest first = tokens.first(post("{\"query\":\"Resources\"}"));

    assertThat(body(first)).isEqualTo("{\"query\":\"Resources\",\"options\":{\"$top\":1000}}");
    assertThat(
            json(body(tokens.next(first, answer("{'$skipToken': 'x'}"), records(9)).orElseThrow()))
                .at("/options/$skipToken")
                .asText())
        .isEqualTo("x");
  }

  @Test
  void refusesABodyThatIsNoObject() {
    assertThatThrownBy(() -> TOKENS.first(post("[1]")))
        .isInstanceOf(BrokenPaging.class)
        .hasMessageContaining("paginationIn");
  }

  @Test
  void asksForTheShortestPageWhereTheOtherParametersAre() {
    var numbers = new Pagination.PageNumber("page", "size", 20, 1, EndSigns.NONE);
    Optional<ApiRequest.Parameter> size = Optional.of(new ApiRequest.Parameter("size", "20"));
    var links = new Pagination.NextLink(at("/next"), size, EndSigns.NONE);

    assertThat(body(TOKENS.shortest(post("{}")))).isEqualTo("{\"maxResults\":1}");
    assertThat(body(numbers.shortest(post("{}")))).isEqualTo("{\"page\":1,\"size\":1}");
    assertThat(numbers.shortest(ApiRequest.get("/list")).query("size")).contains("1");
    assertThat(links.shortest(ApiRequest.get("/list")).query("size")).contains("1");
    assertThat(new Pagination.None().shortest(ApiRequest.get("/list")))
        .isEqualTo(ApiRequest.get("/list"));
  }

  private static ApiRequest post(String json) {
    return new ApiRequest(
        Method.POST,
        "/search",
        List.of(),
        Map.of(),
        Optional.of(new Body("application/json", json)));
  }

  private static String body(ApiRequest request) {
    return request.body().orElseThrow().text();
  }
}
