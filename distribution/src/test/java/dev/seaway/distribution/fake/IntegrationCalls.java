package dev.seaway.distribution.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Port's calls about integrations. Guarded by the port's lock. */
final class IntegrationCalls {

  private static final int EXAMPLES_PER_KIND = 10;
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final Map<String, ObjectNode> integrations = new TreeMap<>();
  private final List<String> states = new ArrayList<>();
  private Predicate<String> forgotten = _ -> false;
  private long changes;

  /** Puts an integration there as if it had been created earlier. */
  void put(String identifier, String type, JsonNode mapping) {
    ObjectNode integration = JsonNodeFactory.instance.objectNode();
    integration.put("installationId", identifier).put("installationAppType", type);
    integration.put("installationType", "OnPrem").put("arePortResourcesInitialized", true);
    integration.set("config", mapping.deepCopy());
    integrations.put(identifier, stamped(integration));
  }

  /** Changes an integration as somebody else does. */
  void change(String identifier, Consumer<ObjectNode> change) {
    ObjectNode integration = Objects.requireNonNull(integrations.get(identifier), identifier);
    change.accept(integration);
    stamped(integration);
  }

  /** Fields that are taken without a word and not kept. */
  void forget(Predicate<String> fields) {
    forgotten = fields;
  }

  /** Every change shows, those that clients make as well. */
  private ObjectNode stamped(ObjectNode integration) {
    return integration.put("updatedAt", START.plusMillis(++changes).toString());
  }

  Optional<ObjectNode> find(String identifier) {
    return Optional.ofNullable(integrations.get(identifier)).map(ObjectNode::deepCopy);
  }

  Reply get(String identifier, URI port) {
    return find(identifier)
        .map(integration -> PortReply.ok("integration", withIngest(integration, port)))
        .orElseGet(() -> unknown(identifier));
  }

  Reply create(JsonNode body) {
    String identifier = body.path("installationId").asText();
    if (integrations.containsKey(identifier)) {
      return PortReply.error(409, "integration_exists", "There is already " + identifier);
    }
    integrations.put(identifier, stamped(body.deepCopy()));
    return Reply.json(201, PortReply.ok().set("integration", body));
  }

  Reply patch(String identifier, JsonNode body) {
    return merge(identifier, body);
  }

  Reply resyncState(String identifier, JsonNode body) {
    states.add(body.path("status").asText());
    return merge(identifier, JsonNodeFactory.instance.objectNode().set("resyncState", body));
  }

  /** The states that were told, in their order, to be changed by the caller alone. */
  List<String> states() {
    return states;
  }

  /** Keeps the last examples of a kind, those sent before first. */
  Reply examples(String identifier, String kind, JsonNode body) {
    ObjectNode integration = integrations.get(identifier);
    if (integration == null) {
      return unknown(identifier);
    }
    ObjectNode kinds = integration.withObject("/examples");
    ArrayNode kept = kinds.get(kind) instanceof ArrayNode before ? before : kinds.putArray(kind);
    body.path("examples").forEach(kept::add);
    while (kept.size() > EXAMPLES_PER_KIND) {
      kept.remove(0);
    }
    return Reply.json(200, PortReply.ok());
  }

  private Reply merge(String identifier, JsonNode body) {
    ObjectNode integration = integrations.get(identifier);
    if (integration == null) {
      return unknown(identifier);
    }
    body.properties().stream()
        .filter(field -> !forgotten.test(field.getKey()))
        .forEach(field -> integration.set(field.getKey(), field.getValue()));
    stamped(integration);
    return PortReply.ok("integration", integration.deepCopy());
  }

  private static ObjectNode withIngest(ObjectNode integration, URI port) {
    integration.withObject("/logAttributes").put("ingestUrl", port + "/ingest/logs");
    integration.withObject("/metricAttributes").put("ingestUrl", port + "/ingest/metrics");
    return integration;
  }

  private static Reply unknown(String identifier) {
    return PortReply.error(404, "not_found", "No integration " + identifier);
  }
}
