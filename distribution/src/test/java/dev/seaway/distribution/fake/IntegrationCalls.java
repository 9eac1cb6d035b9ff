package dev.seaway.distribution.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Port's calls about integrations. Guarded by the port's lock. */
final class IntegrationCalls {

  private final Map<String, ObjectNode> integrations = new TreeMap<>();

  /** Puts an integration there as if it had been created earlier. */
  void put(String identifier, String type, JsonNode mapping) {
    ObjectNode integration = JsonNodeFactory.instance.objectNode();
    integration.put("installationId", identifier).put("installationAppType", type);
    integration.put("installationType", "OnPrem").put("arePortResourcesInitialized", true);
    integration.set("config", mapping.deepCopy());
    integrations.put(identifier, integration);
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
    integrations.put(identifier, body.deepCopy());
    return Reply.json(201, PortReply.ok().set("integration", body));
  }

  Reply patch(String identifier, JsonNode body) {
    return merge(identifier, body);
  }

  Reply resyncState(String identifier, JsonNode body) {
    return merge(identifier, JsonNodeFactory.instance.objectNode().set("resyncState", body));
  }

  /** Keeps the examples of a kind, those sent before first. */
  Reply examples(String identifier, String kind, JsonNode body) {
    ObjectNode integration = integrations.get(identifier);
    if (integration == null) {
      return unknown(identifier);
    }
    ObjectNode kinds = integration.withObject("/examples");
    ArrayNode kept = kinds.get(kind) instanceof ArrayNode before ? before : kinds.putArray(kind);
    body.path("examples").forEach(kept::add);
    return Reply.json(200, PortReply.ok());
  }

  private Reply merge(String identifier, JsonNode body) {
    ObjectNode integration = integrations.get(identifier);
    if (integration == null) {
      return unknown(identifier);
    }
    body.properties().forEach(field -> integration.set(field.getKey(), field.getValue()));
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
