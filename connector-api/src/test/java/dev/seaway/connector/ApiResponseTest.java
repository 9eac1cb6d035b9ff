package dev.seaway.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ApiResponseTest {

  @Test
  void findsAHeaderWhateverItsCase() {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    headers.put("Link", List.of("a", "b"));
    headers.put("LINK", List.of("c"));
    ApiResponse response = new ApiResponse(200, headers, Answers.json("{}"));

    assertThat(response.headers()).containsExactly(Map.entry("link", List.of("a", "b", "c")));
    assertThat(response.header("lINK")).contains("a");
    assertThat(response.header("etag")).isEmpty();
  }
}
