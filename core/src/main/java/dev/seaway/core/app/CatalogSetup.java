package dev.seaway.core.app;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.core.catalog.CatalogClient;
import dev.seaway.mapping.MappingDocument;
import dev.seaway.mapping.Resource;
import java.util.Optional;
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
    if (state.isEmpty()) {
      catalog.createIntegration(mapping.json());
      log.info("Created the integration {} in the catalog", catalog.integration().identifier());
    }
  }

  /**
   * Creates those of the definitions that the mapping feeds and the catalog lacks, in their order.
   */
  void blueprints(JsonNode definitions, MappingDocument mapping) {
    for (JsonNode definition : definitions) {
      String identifier = definition.path("identifier").asText();
      if (feeds(mapping, identifier) && catalog.blueprint(identifier).isEmpty()) {
        catalog.createBlueprint(definition);
        log.info("Created the blueprint {} in the catalog", identifier);
      }
    }
  }

  private static boolean feeds(MappingDocument mapping, String blueprint) {
    return mapping.resources().stream()
        .map(Resource::mapping)
        .anyMatch(
            candidate ->
                candidate.feedsAnyBlueprint() || candidate.blueprints().contains(blueprint));
  }
}
