package dev.seaway.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.seaway.connector.Connector;
import dev.seaway.connector.Kind;
import dev.seaway.connector.Source;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a connector ships for the catalog; a missing node stands for a file that it does not ship.
 */
record ShippedDefaults(JsonNode blueprints, JsonNode mapping) {

  /** A jq expression that is nothing but a text. */
  private static final Pattern LITERAL = Pattern.compile("^\\s*+([\"'])([^\"'\\\\]+)\\1\\s*");

  static ShippedDefaults of(Connector<?> connector) {
    String folder = "/connectors/" + connector.name() + "/";
    return new ShippedDefaults(
        read(connector, folder + "blueprints.json", new JsonMapper()),
        read(connector, folder + "mapping.yml", new YAMLMapper()));
  }

  /** All that does not fit: within the files, between them, and with the declared kinds. */
  List<String> problems(Source source) {
    List<String> problems = new ArrayList<>();
    Map<String, JsonNode> known = checkBlueprints(problems);
    if (!mapping.isMissingNode() && !mapping.path("resources").isArray()) {
      problems.add("mapping.yml needs the list resources");
    }
    for (JsonNode resource : mapping.path("resources")) {
      String kind = resource.path("kind").asText();
      if (!reads(source, kind)) {
        problems.add("mapping.yml names the kind \"" + kind + "\", which is not declared");
      }
      mappings(resource).forEach(mapping -> checkMapping(kind, mapping, known, problems));
    }
    return problems;
  }

  private Map<String, JsonNode> checkBlueprints(List<String> problems) {
    Map<String, JsonNode> known = new LinkedHashMap<>();
    if (!blueprints.isMissingNode() && !blueprints.isArray()) {
      problems.add("blueprints.json must be a JSON list");
    }
    for (JsonNode blueprint : blueprints) {
      String identifier = blueprint.path("identifier").asText();
      if (identifier.isEmpty() || known.put(identifier, blueprint) != null) {
        problems.add("blueprints.json: identifier \"" + identifier + "\" is empty or used twice");
      }
      for (JsonNode relation : blueprint.path("relations")) {
        String target = relation.path("target").asText();
        if (!known.containsKey(target)) {
          problems.add(
              "blueprints.json: %s relates to \"%s\", which must come before it"
                  .formatted(identifier, target));
        }
      }
    }
    return known;
  }

  private static boolean reads(Source source, String kind) {
    boolean declared =
        source.kinds().stream()
            .anyMatch(
                each ->
                    each.name().equals(kind)
                        || (each instanceof Kind.Api api && api.request().target().equals(kind)));
    return declared || (kind.startsWith("/") && source.undeclared().isPresent());
  }

  private static Stream<JsonNode> mappings(JsonNode resource) {
    JsonNode mappings = resource.at("/port/entity/mappings");
    return mappings.isArray() ? mappings.valueStream() : Stream.of(mappings);
  }

  private static void checkMapping(
      String kind, JsonNode mapping, Map<String, JsonNode> known, List<String> problems) {
    if (!mapping.hasNonNull("identifier") || !mapping.hasNonNull("blueprint")) {
      problems.add("mapping.yml: " + kind + " needs port.entity.mappings.identifier and blueprint");
      return;
    }
    literal(mapping.path("blueprint").asText())
        .ifPresent(
            name -> {
              JsonNode blueprint = known.getOrDefault(name, MissingNode.getInstance());
              if (blueprint.isMissingNode()) {
                problems.add(
                    "mapping.yml: %s names the unknown blueprint %s".formatted(kind, name));
              }
              checkKeys(kind, mapping, "properties", blueprint.at("/schema/properties"), problems);
              checkKeys(kind, mapping, "relations", blueprint.path("relations"), problems);
            });
  }

  private static void checkKeys(
      String kind, JsonNode mapping, String group, JsonNode declared, List<String> problems) {
    mapping
        .path(group)
        .fieldNames()
        .forEachRemaining(
            key -> {
              if (!declared.has(key)) {
                problems.add(
                    "mapping.yml: %s maps %s.%s, which its blueprint does not have"
                        .formatted(kind, group, key));
              }
            });
  }

  private static Optional<String> literal(String jq) {
    Matcher literal = LITERAL.matcher(jq);
    return literal.matches() ? Optional.of(literal.group(2)) : Optional.empty();
  }

  private static JsonNode read(Connector<?> connector, String resource, ObjectMapper mapper) {
    try (InputStream stream = connector.getClass().getResourceAsStream(resource)) {
      return stream == null ? MissingNode.getInstance() : mapper.readTree(stream);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + resource, e);
    }
  }
}
