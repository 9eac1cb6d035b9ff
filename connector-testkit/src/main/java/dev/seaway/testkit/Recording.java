package dev.seaway.testkit;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.seaway.connector.ApiClient;
import dev.seaway.connector.ApiRequest;
import dev.seaway.connector.ApiResponse;
import dev.seaway.connector.Kind;
import dev.seaway.connector.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An API's recorded answers for one kind, in their order.
 *
 * @param folder where they lie among the resources, for messages
 */
record Recording(String folder, List<ApiResponse> answers) {

  private static final JsonMapper JSON = new JsonMapper();

  Recording {
    answers = List.copyOf(answers);
  }

  /** All {@code page-<n>.json} of the kind's folder, from 1 on. */
  static Recording load(Class<?> test, String root, String kind) {
    String folder = root + "/" + kind;
    List<ApiResponse> answers = new ArrayList<>();
    Optional<JsonNode> body = read(test, folder + "/page-1.json");
    while (body.isPresent()) {
      String page = folder + "/page-" + (answers.size() + 1);
      answers.add(new ApiResponse(200, headers(read(test, page + ".headers.json")), body.get()));
      body = read(test, folder + "/page-" + (answers.size() + 1) + ".json");
    }
    if (answers.isEmpty()) {
      throw new AssertionError(
          "The kind "
              + kind
              + " has no recording: keep an answer of the API as the test resource "
              + folder
              + "/page-1.json");
    }
    return new Recording(folder, answers);
  }

  /** An answer whose list of records is empty, and which says nothing else. */
  static ApiResponse empty(JsonPointer records) {
    JsonNode body = JsonNodeFactory.instance.arrayNode();
    for (JsonPointer way = records; !way.matches(); way = way.head()) {
      body = JsonNodeFactory.instance.objectNode().set(way.last().getMatchingProperty(), body);
    }
    return new ApiResponse(200, Map.of(), body);
  }

  /** The records that the kind finds, read page by page to the end of the recording. */
  List<JsonNode> records(Kind kind) {
    return switch (kind) {
      case Kind.Api api -> declared(api);
      case Kind.Code code -> coded(code);
    };
  }

  private List<JsonNode> declared(Kind.Api kind) {
    List<JsonNode> records = new ArrayList<>();
    Set<ApiRequest> asked = new HashSet<>();
    Optional<ApiRequest> request = Optional.of(kind.pagination().first(kind.request()));
    for (ApiResponse answer : answers) {
      int number = asked.size() + 1;
      ApiRequest sent = request.orElseThrow(() -> endsEarly(kind, number));
      if (!asked.add(sent)) {
        throw new AssertionError("The kind " + kind.name() + " asks twice for " + show(sent));
      }
      Page page = page(kind, answer, number);
      records.addAll(page.records());
      request = kind.pagination().next(sent, answer, page);
      checkStateless(kind, sent, answer, page, request);
    }
    request.ifPresent(next -> endsLate(kind, next));
    return records;
  }

  private List<JsonNode> coded(Kind.Code kind) {
    Iterator<ApiResponse> rest = answers.iterator();
    ApiClient api =
        request -> {
          if (!rest.hasNext()) {
            throw new AssertionError(
                "The kind "
                    + kind.name()
                    + " asks for "
                    + show(request)
                    + ", which is not recorded");
          }
          return rest.next();
        };
    List<JsonNode> records = new ArrayList<>();
    kind.reader().read(api, page -> records.addAll(page.records()));
    if (rest.hasNext()) {
      throw new AssertionError(
          "The kind " + kind.name() + " left answers of " + folder + " unread");
    }
    return records;
  }

  private Page page(Kind.Api kind, ApiResponse answer, int number) {
    JsonNode list = answer.body().at(kind.records());
    if (!list.isArray()) {
      throw new AssertionError(
          "The kind %s has no list of records at \"%s\" of %s/page-%d.json"
              .formatted(kind.name(), kind.records(), folder, number));
    }
    return new Page(list.valueStream().toList());
  }

  private static void checkStateless(
      Kind.Api kind, ApiRequest sent, ApiResponse answer, Page page, Optional<ApiRequest> next) {
    if (!kind.pagination().next(sent, answer, page).equals(next)) {
      throw new AssertionError(
          "The pagination of the kind "
              + kind.name()
              + " keeps a state: asked again, next gives another request");
    }
  }

  private AssertionError endsEarly(Kind kind, int number) {
    return new AssertionError(
        "The kind %s ends before page %d of %s, which its pagination never asks for"
            .formatted(kind.name(), number, folder));
  }

  private void endsLate(Kind kind, ApiRequest next) {
    throw new AssertionError(
        "The kind %s asks for %s after the last page of %s: its pagination does not see the end, or a page is missing"
            .formatted(kind.name(), show(next), folder));
  }

  private static String show(ApiRequest request) {
    String query =
        request.query().stream()
            .map(parameter -> parameter.name() + "=" + parameter.value())
            .collect(Collectors.joining("&"));
    return request.method() + " " + request.target() + (query.isEmpty() ? "" : "?" + query);
  }

  private static Map<String, List<String>> headers(Optional<JsonNode> recorded) {
    return recorded.stream()
        .flatMap(headers -> headers.properties().stream())
        .collect(
            Collectors.toMap(Map.Entry::getKey, header -> List.of(header.getValue().asText())));
  }

  private static Optional<JsonNode> read(Class<?> test, String resource) {
    try (InputStream stream = test.getResourceAsStream(resource)) {
      return stream == null ? Optional.empty() : Optional.of(JSON.readTree(stream));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + resource, e);
    }
  }
}
