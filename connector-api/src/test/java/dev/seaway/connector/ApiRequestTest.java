package dev.seaway.connector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaway.connector.ApiRequest.Body;
import dev.seaway.connector.ApiRequest.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ApiRequestTest {

  private static final ApiRequest REPEATED =
      new ApiRequest(
          ApiRequest.Method.GET,
          "/things",
          List.of(new Parameter("a", "1"), new Parameter("b", "2"), new Parameter("a", "3")),
          Map.of(),
          Optional.empty());

  @Test
  void replacesEveryParameterOfANameInThePlaceOfTheFirst() {
    assertThat(REPEATED.withQuery("a", "9").query())
        .containsExactly(new Parameter("a", "9"), new Parameter("b", "2"));
  }

  @Test
  void addsAParameterAtTheEnd() {
    assertThat(ApiRequest.get("/things").withQuery("z", "1").withQuery("a", "2").query())
        .containsExactly(new Parameter("z", "1"), new Parameter("a", "2"));
  }

  @Test
  void readsTheFirstOfRepeatedParameters() {
    assertThat(REPEATED.query("a")).contains("1");
    assertThat(REPEATED.query("A")).isEmpty();
  }

  @Test
  void replacesAHeaderWhateverItsCase() {
    assertThat(
            ApiRequest.get("/things").withHeader("accept", "a").withHeader("Accept", "b").headers())
        .containsExactly(Map.entry("Accept", "b"));
  }

  @Test
  void followsALinkWithItsOwnQuery() {
    assertThat(REPEATED.withHeader("Accept", "b").follow("/things?page=2"))
        .isEqualTo(ApiRequest.get("/things?page=2").withHeader("Accept", "b"));
  }

  @Test
  void isNotChangedFromOutside() {
    List<Parameter> query = new ArrayList<>();
    Map<String, String> headers = new LinkedHashMap<>(Map.of("z", "1"));
    ApiRequest request =
        new ApiRequest(ApiRequest.Method.GET, "/things", query, headers, Optional.empty());

    query.add(new Parameter("late", "1"));
    headers.put("late", "1");

    assertThat(request).isEqualTo(ApiRequest.get("/things").withHeader("z", "1"));
  }

  @Test
  void encodesAForm() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("grant type", "client&credentials");
    fields.put("name", "ä=b");

    assertThat(Body.form(fields))
        .isEqualTo(
            new Body(
                "application/x-www-form-urlencoded",
                "grant+type=client%26credentials&name=%C3%A4%3Db"));
  }

  @Test
  void writesJson() {
    assertThat(Body.json(Answers.json("{'b': 1, 'a': [true]}")))
        .isEqualTo(new Body("application/json", "{\"b\":1,\"a\":[true]}"));
  }

  @Test
  void showsNeitherBodyNorQuery() {
    ApiRequest request =
        new ApiRequest(
            ApiRequest.Method.POST,
            "/token?key=hunter2",
            List.of(new Parameter("key", "hunter2")),
            Map.of("Authorization", "hunter2"),
            Optional.of(Body.form(Map.of("password", "hunter2"))));

    assertThat(request).hasToString("POST /token?...");
    assertThat(request.body().toString()).doesNotContain("hunter2");
  }
}
