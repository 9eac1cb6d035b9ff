package dev.seaway.core.evidence;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.connector.ApiRequest;
import dev.seaway.connector.ApiResponse;
import dev.seaway.connector.EndSigns;
import dev.seaway.connector.Pagination;
import dev.seaway.core.FakeApi;
import dev.seaway.core.config.RestOptions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A list whose records lie at {@code items}, or are the answer itself, as its answers brought it.
 */
final class Answers {

  static final Pagination NONE = new Pagination.None();
  static final Pagination OFFSET = new Pagination.Offset("start", "limit", 2, EndSigns.NONE);
  static final Pagination LINK =
      new Pagination.NextLink(
          List.of(JsonPointer.compile("/next")), Optional.empty(), EndSigns.NONE);

  private final ListEvidence evidence;
  private ApiRequest request = ApiRequest.get("/list");

  Answers(Pagination pagination) {
    this.evidence = new ListEvidence(pagination, List.of(), List.of(), true);
  }

  /**
   * With the options that a user sets.
   *
   * @param options name and value in turns
   */
  static Answers with(String... options) {
    Map<String, String> named = new LinkedHashMap<>();
    for (int option = 0; option < options.length; option += 2) {
      named.put(options[option], options[option + 1]);
    }
    return new Answers(RestOptions.pagination(named));
  }

  /** What is asked from now on. */
  Answers asking(String parameter, String value) {
    request = request.withQuery(parameter, value);
    return this;
  }

  Answers page(String body) {
    return page(200, body);
  }

  /**
   * @param headers name and value in turns
   */
  Answers page(int status, String body, String... headers) {
    Map<String, List<String>> named = new LinkedHashMap<>();
    for (int header = 0; header < headers.length; header += 2) {
      named.put(headers[header], List.of(headers[header + 1]));
    }
    JsonNode json = FakeApi.json(body);
    List<JsonNode> records = new ArrayList<>();
    (json.isArray() ? json : json.path("items")).forEach(records::add);
    evidence.page(request, new ApiResponse(status, named, json), records, true);
    return this;
  }

  Verdict verdict() {
    return evidence.verdict();
  }

  String text() {
    return verdict().getClass().getSimpleName() + ": " + verdict().text();
  }
}
