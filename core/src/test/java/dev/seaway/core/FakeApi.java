package dev.seaway.core;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.seaway.connector.ApiClient;
import dev.seaway.connector.ApiRequest;
import dev.seaway.connector.ApiResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Answers from a function and remembers what it was asked. */
public final class FakeApi implements ApiClient {

  private static final JsonMapper JSON = new JsonMapper();

  private final Function<ApiRequest, String> answers;
  private final List<ApiRequest> requests = new CopyOnWriteArrayList<>();

  public FakeApi(Function<ApiRequest, String> answers) {
    this.answers = answers;
  }

  @Override
  public ApiResponse send(ApiRequest request) {
    requests.add(request);
    return new ApiResponse(200, Map.of(), json(answers.apply(request)));
  }

  public List<ApiRequest> requests() {
    return requests;
  }

  /** Method, target and query of what was asked. */
  public List<String> asked() {
    return requests.stream().map(FakeApi::text).toList();
  }

  public static String text(ApiRequest request) {
    String query =
        request.query().stream()
            .map(parameter -> parameter.name() + "=" + parameter.value())
            .collect(Collectors.joining("&"));
    return request.method() + " " + request.target() + (query.isEmpty() ? "" : "?" + query);
  }

  public static JsonNode json(String text) {
    try {
      return JSON.readTree(text.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }
}
