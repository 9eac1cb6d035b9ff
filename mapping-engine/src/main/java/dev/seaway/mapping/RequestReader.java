package dev.seaway.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads method, query parameters, headers and body from a selector or a path parameter. */
final class RequestReader {

  private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");

  private final Problems problems;

  RequestReader(Problems problems) {
    this.problems = problems;
  }

  RequestSpec read(Section section) {
    String method = method(section);
    return new RequestSpec(method, queryParams(section), headers(section), body(section, method));
  }

  /** What is asked for when nothing is said. */
  static RequestSpec plain() {
    return new RequestSpec("GET", List.of(), Map.of(), Optional.empty());
  }

  private String method(Section section) {
    String method = section.text("method").orElse("GET");
    String upperCase = method.toUpperCase(Locale.ROOT);
    if (!METHODS.contains(upperCase)) {
      problems.error(
          section.path("method"),
          "must be one of %s, but is `%s`.".formatted(String.join(", ", METHODS), method));
    }
    return upperCase;
  }

  private List<Map.Entry<String, String>> queryParams(Section section) {
    List<Map.Entry<String, String>> parameters = new ArrayList<>();
    section
        .section("query_params")
        .ifPresent(
            given -> given.entries().forEach(entry -> addParameter(given, entry, parameters)));
    return parameters;
  }

  private void addParameter(
      Section section,
      Map.Entry<String, JsonNode> parameter,
      List<Map.Entry<String, String>> parameters) {
    String name = parameter.getKey();
    List<JsonNode> values =
        parameter.getValue().isArray()
            ? parameter.getValue().valueStream().toList()
            : List.of(parameter.getValue());
    for (JsonNode value : values) {
      if (isScalar(value)) {
        parameters.add(Map.entry(name, value.asText()));
      } else {
        problems.error(
            section.path() + "." + name,
            "must be a text, number, true or false, or a list of these, but has %s."
                .formatted(TypeName.of(value)));
      }
    }
  }

  private Map<String, String> headers(Section section) {
    Map<String, String> headers = new LinkedHashMap<>();
    Optional<Section> given = section.section("headers");
    given.map(Section::entries).stream()
        .flatMap(entries -> entries.stream())
        .forEach(
            header -> {
              if (isScalar(header.getValue())) {
                headers.put(header.getKey(), header.getValue().asText());
              } else {
                problems.error(
                    section.path("headers") + "." + header.getKey(),
                    "must be a text, but is %s.".formatted(TypeName.of(header.getValue())));
              }
            });
    return headers;
  }

  private static boolean isScalar(JsonNode value) {
    return value.isValueNode() && !value.isNull();
  }

  /** Ocean's examples give every selector an empty body; a GET must not send it. */
  private static Optional<JsonNode> body(Section section, String method) {
    return section
        .value("body")
        .filter(body -> !(method.equals("GET") && body.isObject() && body.isEmpty()));
  }
}
