package dev.seaway.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seaway.core.SeawayException;
import dev.seaway.core.catalog.CatalogClient;
import dev.seaway.core.catalog.CatalogException;
import dev.seaway.mapping.MappingDocument;
import dev.seaway.mapping.Resource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Creates the blueprints that the catalog lacks, and all or none of them. Definitions may relate to
 * each other in circles, so the bare ones come first. What exists is never touched.
 */
final class BlueprintCreation {

  private static final Logger log = LoggerFactory.getLogger(BlueprintCreation.class);

  private static final List<String> RELATIONS = List.of("relations");

  /** These follow relations, so they are set when all relations are. */
  private static final List<String> OVER_RELATIONS =
      List.of(
          "mirrorProperties",
          "calculationProperties",
          "aggregationProperties",
          "teamInheritance",
          "ownership");

  private final CatalogClient catalog;
  private final String origin;

  /**
   * @param origin who has defined them, for messages
   */
  BlueprintCreation(CatalogClient catalog, String origin) {
    this.catalog = catalog;
    this.origin = origin;
  }

  /** Those of the definitions that the mapping feeds, and those that these relate to. */
  static List<JsonNode> neededBy(MappingDocument mapping, JsonNode definitions) {
    Set<String> needed = new HashSet<>();
    int before;
    do {
      before = needed.size();
      for (JsonNode definition : definitions) {
        String identifier = identifier(definition);
        if (needed.contains(identifier) || feeds(mapping, identifier)) {
          needed.add(identifier);
          definition
              .path("relations")
              .forEach(relation -> needed.add(relation.path("target").asText()));
        }
      }
    } while (needed.size() > before);
    return definitions
        .valueStream()
        .filter(definition -> needed.contains(identifier(definition)))
        .toList();
  }

  /** Creates those that are absent. Where one fails, those that this call has created go again. */
  void create(List<JsonNode> definitions) {
    List<JsonNode> absent =
        definitions.stream()
            .filter(definition -> catalog.blueprint(identifier(definition)).isEmpty())
            .toList();
    List<String> created = new ArrayList<>();
    try {
      for (JsonNode definition : absent) {
        made(
            definition,
            whole -> catalog.createBlueprint(without(without(whole, OVER_RELATIONS), RELATIONS)));
        created.add(identifier(definition));
      }
      absent.stream()
          .filter(definition -> has(definition, RELATIONS))
          .forEach(
              definition ->
                  made(
                      definition, whole -> catalog.patchBlueprint(without(whole, OVER_RELATIONS))));
      absent.stream()
          .filter(definition -> has(definition, OVER_RELATIONS))
          .forEach(definition -> made(definition, catalog::patchBlueprint));
    } catch (SeawayException e) {
      removeAgain(created.reversed());
      throw e;
    }
    created.forEach(identifier -> log.info("Created the blueprint {} in the catalog", identifier));
  }

  /** What the catalog refuses is to be mended where it is defined. */
  private void made(JsonNode definition, Consumer<JsonNode> call) {
    try {
      call.accept(definition);
    } catch (CatalogException e) {
      if (e.refusalStatus().isEmpty()) {
        throw e;
      }
      throw new SeawayException(
          SeawayException.Category.USER,
          "The catalog refuses the blueprint %s, which %s defines: %s"
              .formatted(identifier(definition), origin, e.getMessage()),
          e);
    }
  }

  /** A stop that has ended the start does not end this. */
  private void removeAgain(List<String> created) {
    boolean stopped = Thread.interrupted();
    created.forEach(this::removeAgain);
    if (stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void removeAgain(String identifier) {
    try {
      catalog.deleteBlueprint(identifier);
      log.info("Deleted the blueprint {} again, because another could not be made", identifier);
    } catch (SeawayException e) {
      log.warn("The blueprint {} is left, incomplete: {}", identifier, e.getMessage());
    }
  }

  private static JsonNode without(JsonNode definition, List<String> parts) {
    return definition.<ObjectNode>deepCopy().without(parts);
  }

  private static boolean has(JsonNode definition, List<String> parts) {
    return parts.stream().anyMatch(part -> !definition.path(part).isEmpty());
  }

  private static boolean feeds(MappingDocument mapping, String blueprint) {
    return mapping.resources().stream()
        .map(Resource::mapping)
        .anyMatch(
            candidate ->
                candidate.feedsAnyBlueprint() || candidate.blueprints().contains(blueprint));
  }

  private static String identifier(JsonNode definition) {
    return definition.path("identifier").asText();
  }
}
