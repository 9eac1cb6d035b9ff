package dev.seaway.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seaway.core.SeawayException;
import dev.seaway.core.SeawayException.Category;
import dev.seaway.core.catalog.CatalogClient;
import dev.seaway.core.catalog.CatalogException;
import dev.seaway.core.config.EventListener;
import dev.seaway.core.config.PortResourcesOrigin;
import dev.seaway.core.http.Sleeper;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the integration known to the catalog, and keeps what is told of it up to date. */
final class CatalogSetup {

  private static final Logger log = LoggerFactory.getLogger(CatalogSetup.class);
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String DESTINATION = "changelogDestination";
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);
  private static final int LOOKS = 36;
  private static final Pattern TRAILING_SLASHES = Pattern.compile("(?<!/)/++$");

  private final CatalogClient catalog;
  private final EventListener listener;
  private final Sleeper waits;

  CatalogSetup(CatalogClient catalog, EventListener listener, Sleeper waits) {
    this.catalog = catalog;
    this.listener = listener;
    this.waits = waits;
  }

  /** Two that write under one name would each delete what the other wrote. */
  void refuseHosted(JsonNode integration) {
    String where = integration.path("installationType").asText();
    if (where.toLowerCase(Locale.ROOT).startsWith("saas")) {
      throw new SeawayException(
          Category.USER,
          "The integration %s is run by the catalog's own service (installationType %s). Give this one another OCEAN__INTEGRATION__IDENTIFIER, or remove that one first."
              .formatted(catalog.integration().identifier(), where));
    }
  }

  /**
   * Creates the integration.
   *
   * @param mapping absent: an empty one, which the user is to fill at the catalog
   */
  void create(Optional<JsonNode> mapping, PortResourcesOrigin origin) {
    ObjectNode draft = drafted().put("createPortResourcesOrigin", word(origin));
    draft.set("config", mapping.orElseGet(CatalogSetup::emptyMapping));
    catalog.createIntegration(draft, false);
    log.info("Created the integration {} in the catalog", catalog.integration().identifier());
  }

  /** Creates the integration and waits until the catalog has made blueprints and mapping for it. */
  void provision() {
    catalog.createIntegration(drafted().put("createPortResourcesOrigin", "Port"), true);
    log.info(
        "Asked the catalog to make blueprints and mapping for the new integration {}",
        catalog.integration().identifier());
    for (int look = 0; look < LOOKS; look++) {
      if (catalog.state().filter(now -> hasMapping(now)).isPresent()) {
        return;
      }
      waits.sleep(BETWEEN_LOOKS);
    }
    throw new CatalogException(
        Category.EXTERNAL,
        "The catalog has made no mapping for the integration %s in %d s. Start again later, or set OCEAN__CREATE_PORT_RESOURCES_ORIGIN=Default to take the connector's own."
            .formatted(
                catalog.integration().identifier(), BETWEEN_LOOKS.multipliedBy(LOOKS).toSeconds()),
        null);
  }

  private static boolean hasMapping(JsonNode integration) {
    return !MappingChoice.isWithoutResources(integration.path("config"));
  }

  /** Tells the catalog what it does not know, or knows otherwise. */
  void update(JsonNode integration) {
    if (listener instanceof EventListener.Webhook(Optional<URI> host) && host.isEmpty()) {
      log.warn(
          "OCEAN__EVENT_LISTENER__APP_HOST is not set, so the catalog does not know where to call;"
              + " set it to this service's address as the catalog sees it");
    }
    ObjectNode wanted = described().put("version", catalog.version(integration));
    List<String> same =
        wanted.properties().stream()
            .filter(field -> isSame(field.getValue(), integration.path(field.getKey())))
            .map(Map.Entry::getKey)
            .toList();
    if (same.size() < wanted.size()) {
      catalog.patchIntegration(wanted);
    }
  }

  /** Tells the catalog that blueprints and mapping are made, so that its pages show it. */
  void resourcesAreMade(JsonNode integration) {
    if (!integration.path("arePortResourcesInitialized").asBoolean()) {
      catalog.patchIntegration(
          JSON.objectNode()
              .put("arePortResourcesInitialized", true)
              .put("version", catalog.version(integration)));
    }
  }

  /** A flag that the catalog does not show is false. */
  private static boolean isSame(JsonNode wanted, JsonNode known) {
    return wanted.equals(known)
        || (known.isMissingNode()
            && (wanted.isEmpty() && !wanted.asBoolean() && !wanted.isTextual()));
  }

  /** A new integration has a destination, even if it is none. */
  private ObjectNode drafted() {
    ObjectNode drafted = described();
    drafted.putIfAbsent(DESTINATION, JSON.objectNode());
    return drafted;
  }

  private ObjectNode described() {
    ObjectNode described = JSON.objectNode();
    described.put("installationAppType", catalog.integration().type());
    destination().ifPresent(told -> described.set(DESTINATION, told));
    described.put("actionsProcessingEnabled", false);
    described.put("incrementalSyncEnabled", false);
    return described;
  }

  /**
   * Where the catalog sends word of changes. Empty where this process hears of none and leaves it
   * to others of this integration to say.
   */
  private Optional<ObjectNode> destination() {
    ObjectNode nowhere = JSON.objectNode();
    return switch (listener) {
      case EventListener.Webhook webhook ->
          Optional.of(webhook.appHost().map(CatalogSetup::calls).orElse(nowhere));
      case EventListener.Kafka _ -> Optional.of(JSON.objectNode().put("type", "KAFKA"));
      case EventListener.Polling _ -> Optional.of(nowhere);
      case EventListener.Once _, EventListener.WebhooksOnly _ -> Optional.empty();
    };
  }

  private static ObjectNode calls(URI host) {
    return JSON.objectNode()
        .put("type", "WEBHOOK")
        .put("url", TRAILING_SLASHES.matcher(host.toString()).replaceFirst("") + "/resync");
  }

  private static String word(PortResourcesOrigin origin) {
    return switch (origin) {
      case DEFAULT -> "Default";
      case EMPTY -> "Empty";
      case PORT -> "Port";
    };
  }

  private static ObjectNode emptyMapping() {
    ObjectNode mapping = JSON.objectNode();
    mapping.put("deleteDependentEntities", true);
    mapping.put("createMissingRelatedEntities", true);
    mapping.put("enableMergeEntity", true);
    mapping.put("entityDeletionThreshold", 0.9);
    mapping.putArray("resources");
    return mapping;
  }
}
