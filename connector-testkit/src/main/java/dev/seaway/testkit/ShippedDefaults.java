package dev.seaway.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.seaway.connector.Connector;
import dev.seaway.connector.Source;
import dev.seaway.core.SeawayException;
import dev.seaway.core.http.Transport;
import dev.seaway.core.plugin.Resources;
import dev.seaway.core.resync.SyncPlan;
import dev.seaway.mapping.Mapping;
import dev.seaway.mapping.MappingDocument;
import dev.seaway.mapping.Outcome;
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
    Resources shipped = Resources.of(connector);
    return new ShippedDefaults(
        shipped.blueprints().orElse(MissingNode.getInstance()),
        shipped.mapping().orElse(MissingNode.getInstance()));
  }

  /** All that does not fit: within the files, between them, and with the declared kinds. */
  List<String> problems(Source source) {
    List<String> problems = new ArrayList<>();
    Map<String, JsonNode> known = checkBlueprints(problems);
    if (mapping.isMissingNode()) {
      return problems;
    }
    MappingDocument.Parsed parsed = MappingDocument.parse(mapping, Map.of());
    parsed
        .problems()
        .forEach(
            problem ->
                problems.add("mapping.yml: %s: %s".formatted(problem.path(), problem.message())));
    parsed.document().ifPresent(document -> checkKinds(document, source, problems));
    for (JsonNode resource : mapping.path("resources")) {
      String kind = resource.path("kind").asText();
      mappings(resource).forEach(mapping -> checkMapping(kind, mapping, known, problems));
    }
    return problems;
  }

  private static void checkKinds(MappingDocument document, Source source, List<String> problems) {
    try {
      SyncPlan.of(document, source);
    } catch (SeawayException e) {
      problems.add("mapping.yml: " + e.getMessage());
    }
  }

  /**
   * What the mapping makes no entity of, among the records of an API, without meaning it.
   *
   * @throws AssertionError if a kind cannot be read
   */
  List<String> failures(Source source, Transport api) {
    if (mapping.isMissingNode()) {
      return List.of();
    }
    SyncPlan plan =
        SyncPlan.of(MappingDocument.parse(mapping, Map.of()).document().orElseThrow(), source);
    List<String> failures = new ArrayList<>();
    List<KindRecords> kinds = KindRecords.read(plan, source, api);
    for (int index = 0; index < kinds.size(); index++) {
      for (Mapping each : plan.kinds().get(index).mappings()) {
        addFailures(kinds.get(index), each, failures);
      }
    }
    return failures;
  }

  private static void addFailures(KindRecords kind, Mapping mapping, List<String> failures) {
    for (JsonNode record : kind.records()) {
      for (Outcome outcome : mapping.apply(record)) {
        if (outcome instanceof Outcome.Failed
            || (outcome instanceof Outcome.Dropped dropped && !dropped.intended())
            || (outcome instanceof Outcome.Mapped mapped && !mapped.faults().isEmpty())) {
          failures.add("%s: %s of %s".formatted(kind.kind(), outcome, record));
        }
      }
    }
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

  private static Stream<JsonNode> mappings(JsonNode resource) {
    JsonNode mappings = resource.at("/port/entity/mappings");
    return mappings.isArray() ? mappings.valueStream() : Stream.of(mappings);
  }

  private static void checkMapping(
      String kind, JsonNode mapping, Map<String, JsonNode> known, List<String> problems) {
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
}
