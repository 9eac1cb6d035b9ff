package dev.seaway.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.seaway.core.SeawayException;
import dev.seaway.core.catalog.CatalogClient;
import dev.seaway.core.config.AppConfig;
import dev.seaway.core.config.BlueprintFile;
import dev.seaway.core.config.PortResourcesOrigin;
import dev.seaway.core.config.Settings;
import dev.seaway.core.plugin.Resources;
import dev.seaway.jq.JqEngine;
import dev.seaway.service.listen.IntegrationWatch;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is done once, before the first run: the integration, its blueprints, and the state that a
 * killed process left behind.
 */
final class Startup {

  private static final Logger log = LoggerFactory.getLogger(Startup.class);

  private final Settings settings;
  private final JqEngine jq;
  private final Resources defaults;
  private final CatalogClient catalog;
  private final CatalogSetup setup;
  private final RunState state;
  private final IntegrationWatch watch;

  Startup(
      AppConfig loaded,
      JqEngine jq,
      Resources defaults,
      CatalogClient catalog,
      CatalogSetup setup,
      RunState state,
      IntegrationWatch watch) {
    this.settings = loaded.settings();
    this.jq = jq;
    this.defaults = defaults;
    this.catalog = catalog;
    this.setup = setup;
    this.state = state;
    this.watch = watch;
  }

  /** What is thrown prevents the start. */
  void run() {
    settings
        .mappingFile()
        .flatMap(_ -> MappingChoice.find(settings, Optional.empty(), defaults))
        .ifPresent(mapping -> mapping.check(settings, jq));
    JsonNode integration = catalog.state().orElseGet(this::create);
    setup.refuseHosted(integration);
    if (settings.resyncs()) {
      state.closeForgotten(integration);
    }
    setup.update(integration);
    if (makesResources()) {
      blueprints(integration);
    }
    setup.resourcesAreMade(integration);
    catalog.state().ifPresent(watch::taken);
  }

  private JsonNode create() {
    boolean fromCatalog = settings.createPortResourcesOrigin() == PortResourcesOrigin.PORT;
    if (fromCatalog && catalog.provisions()) {
      setup.provision();
    } else {
      if (fromCatalog) {
        log.warn(
            "The catalog does not make blueprints and mappings for integrations of type {}; its"
                + " mapping is to be made by hand",
            settings.type());
      }
      Optional<JsonNode> mapping =
          MappingChoice.find(settings, Optional.empty(), defaults)
              .filter(_ -> makesResources())
              .map(MappingChoice::json);
      setup.create(mapping, settings.createPortResourcesOrigin());
    }
    return catalog.state().orElse(MissingNode.getInstance());
  }

  private boolean makesResources() {
    return settings.initializePortResources()
        && settings.createPortResourcesOrigin() == PortResourcesOrigin.DEFAULT;
  }

  /** The user's own, and those of the connector that the mapping feeds. */
  private void blueprints(JsonNode integration) {
    settings
        .mappingFile()
        .flatMap(BlueprintFile::beside)
        .ifPresent(
            own ->
                new BlueprintCreation(catalog, BlueprintFile.NAME + " beside the mapping file")
                    .create(own.valueStream().toList()));
    defaults
        .blueprints()
        .ifPresent(
            own ->
                new BlueprintCreation(catalog, "type " + settings.type())
                    .create(needed(integration, own)));
  }

  /** A mapping with faults needs none: the run will name them. */
  private List<JsonNode> needed(JsonNode integration, JsonNode definitions) {
    try {
      return MappingChoice.find(settings, Optional.of(integration), defaults)
          .map(mapping -> BlueprintCreation.neededBy(mapping.check(settings, jq), definitions))
          .orElse(List.of());
    } catch (SeawayException e) {
      log.warn("No default blueprint is created, because the mapping has errors");
      return List.of();
    }
  }
}
