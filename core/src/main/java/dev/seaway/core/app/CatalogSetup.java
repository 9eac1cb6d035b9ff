package dev.seaway.core.app;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.core.SeawayException;
import dev.seaway.core.SeawayException.Category;
import dev.seaway.core.catalog.CatalogClient;
import dev.seaway.core.config.BlueprintFile;
import dev.seaway.mapping.MappingDocument;
import dev.seaway.mapping.Resource;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the integration and the blueprints that its mapping needs known to the catalog. What exists
 * is never touched.
 */
final class CatalogSetup {

  private static final Logger log = LoggerFactory.getLogger(CatalogSetup.class);

  private final CatalogClient catalog;

  CatalogSetup(CatalogClient catalog) {
    this.catalog = catalog;
  }

  void integration(Optional<JsonNode> state, MappingChoice mapping) {
    state.ifPresent(this::refuseHosted);
    if (state.isEmpty()) {
      catalog.createIntegration(mapping.json());
      log.info("Created the integration {} in the catalog", catalog.integration().identifier());
    }
  }

  /** Two that write under one name would each delete what the other wrote. */
  private void refuseHosted(JsonNode state) {
    String where = state.path("installationType").asText();
    if (where.toLowerCase(Locale.ROOT).startsWith("saas")) {
      throw new SeawayException(
          Category.USER,
          "The integration %s is run by the catalog's own service (installationType %s). Give this one another OCEAN__INTEGRATION__IDENTIFIER, or remove that one first."
              .formatted(catalog.integration().identifier(), where));
    }
  }

  /**
   * Creates those of the definitions that the mapping feeds, or that these relate to, and the
   * catalog lacks, in their order.
   */
  void blueprints(JsonNode definitions, MappingDocument mapping) {
    Set<String> needed = needed(definitions, mapping);
    for (JsonNode definition : definitions) {
      if (needed.contains(definition.path("identifier").asText())) {
        createIfAbsent(definition);
      }
    }
  }

  /** Creates those of the user's definitions that the catalog lacks, in their order. */
  void blueprints(JsonNode definitions) {
    definitions.forEach(this::createIfAbsent);
  }

  /** What the catalog will refuse is better said before the tool is read than after. */
  void warnOfMissingBlueprints(MappingDocument mapping) {
    mapping.resources().stream()
        .flatMap(resource -> resource.mapping().blueprints().stream())
        .distinct()
        .filter(identifier -> catalog.blueprint(identifier).isEmpty())
        .forEach(
            identifier ->
                log.warn(
                    "The catalog has no blueprint {}, so it will refuse its entities. Create it"
                        + " there, or put its definition into a file {} beside the mapping file.",
                    identifier,
                    BlueprintFile.NAME));
  }

  private void createIfAbsent(JsonNode definition) {
    String identifier = definition.path("identifier").asText();
    if (catalog.blueprint(identifier).isEmpty()) {
      catalog.createBlueprint(definition);
      log.info("Created the blueprint {} in the catalog", identifier);
    }
  }

  private static Set<String> needed(JsonNode definitions, MappingDocument mapping) {
    Set<String> needed = new HashSet<>();
    int before;
    do {
      before = needed.size();
      for (JsonNode definition : definitions) {
        String identifier = definition.path("identifier").asText();
        if (needed.contains(identifier) || feeds(mapping, identifier)) {
          needed.add(identifier);
          definition
              .path("relations")
              .forEach(relation -> needed.add(relation.path("target").asText()));
        }
      }
    } while (needed.size() > before);
    return needed;
  }

  private static boolean feeds(MappingDocument mapping, String blueprint) {
    return mapping.resources().stream()
        .map(Resource::mapping)
        .anyMatch(
            candidate ->
                candidate.feedsAnyBlueprint() || candidate.blueprints().contains(blueprint));
  }
}
