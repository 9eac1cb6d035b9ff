package dev.seaway.distribution.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.List;

/** Leads each call of Port's API to what serves it. */
final class PortRoutes {

  private final EntityStore store;
  private final EntityCalls entities;
  private final IntegrationCalls integrations;
  private final Tokens tokens;

  PortRoutes(EntityStore store, IntegrationCalls integrations, Tokens tokens) {
    this.store = store;
    this.entities = new EntityCalls(store);
    this.integrations = integrations;
    this.tokens = tokens;
  }

  Reply answer(Recorded call, JsonNode body, int refuseEvery, URI port) {
    List<String> path = call.segments();
    if (path.getFirst().equals("ingest")) {
      return Reply.json(200, PortReply.ok());
    }
    if (!path.getFirst().equals("v1") || path.size() < 2) {
      return nothing(call);
    }
    if (call.path().equals("/v1/auth/access_token")) {
      return tokens.issue(body);
    }
    if (!tokens.accept(call)) {
      return PortReply.error(401, "invalid_token", "The access token is missing, void or expired");
    }
    return switch (path.get(1)) {
      case "organization" -> organization();
      case "integration" -> integration(call, path, body, port);
      case "entities" -> entities.search(call, body);
      case "blueprints" -> blueprints(call, path, body, refuseEvery);
      default -> nothing(call);
    };
  }

  private Reply integration(Recorded call, List<String> path, JsonNode body, URI port) {
    String shape = call.method() + shape(path, 2, "resync-state", "kinds", "examples");
    return switch (shape) {
      case "POST" -> integrations.create(body);
      case "GET/*" ->
          path.get(2).equals("provision-enabled")
              ? PortReply.ok("integrations", JsonNodeFactory.instance.arrayNode())
              : integrations.get(path.get(2), port);
      case "PATCH/*" -> integrations.patch(path.get(2), body);
      case "PATCH/*/resync-state" -> integrations.resyncState(path.get(2), body);
      case "POST/*/kinds/*/examples" -> integrations.examples(path.get(2), path.get(4), body);
      default -> nothing(call);
    };
  }

  private Reply blueprints(Recorded call, List<String> path, JsonNode body, int refuseEvery) {
    if (call.path().equals("/v1/blueprints/entities/datasource-entities")) {
      return entities.ofDatasource(body);
    }
    String shape = call.method() + shape(path, 2, "entities", "bulk", "delete");
    return switch (shape) {
      case "GET" -> PortReply.ok("blueprints", array(store.blueprints()));
      case "POST", "PUT/*" -> putBlueprint(body);
      case "GET/*" -> blueprint(path.get(2));
      case "PATCH/*" -> patchBlueprint(path.get(2), body);
      case "DELETE/*" -> deleteBlueprint(path.get(2));
      case "GET/*/entities" -> entities.list(path.get(2));
      case "POST/*/entities" -> entities.upsert(call, path.get(2), body);
      case "GET/*/entities/*" -> entities.entity(path.get(2), path.get(4));
      case "POST/*/entities/bulk" -> entities.bulk(call, path.get(2), body, refuseEvery);
      case "POST/*/bulk/entities/delete" -> entities.delete(call, path.get(2), body);
      default -> nothing(call);
    };
  }

  private Reply putBlueprint(JsonNode body) {
    store.putBlueprint(body.deepCopy());
    return PortReply.ok("blueprint", body);
  }

  private Reply patchBlueprint(String identifier, JsonNode body) {
    if (store.blueprint(identifier).isEmpty()) {
      return blueprint(identifier);
    }
    store.putBlueprint(store.blueprint(identifier).get().setAll((ObjectNode) body.deepCopy()));
    return blueprint(identifier);
  }

  private Reply deleteBlueprint(String identifier) {
    store.removeBlueprint(identifier);
    return Reply.json(200, PortReply.ok());
  }

  private Reply blueprint(String identifier) {
    return store
        .blueprint(identifier)
        .map(blueprint -> PortReply.ok("blueprint", blueprint))
        .orElseGet(() -> PortReply.error(404, "not_found", "No blueprint " + identifier));
  }

  private static Reply organization() {
    var organization = JsonNodeFactory.instance.objectNode().put("name", "Fake organization");
    organization.putArray("featureFlags");
    return PortReply.ok("organization", organization);
  }

  /** The path from a segment on, where every word but the known ones becomes a star. */
  private static String shape(List<String> path, int from, String... words) {
    StringBuilder shape = new StringBuilder();
    for (int i = from; i < path.size(); i++) {
      boolean word = i > from && List.of(words).contains(path.get(i));
      shape.append('/').append(word ? path.get(i) : "*");
    }
    return shape.toString();
  }

  private static ArrayNode array(List<? extends JsonNode> nodes) {
    return JsonNodeFactory.instance.arrayNode().addAll(List.copyOf(nodes));
  }

  private static Reply nothing(Recorded call) {
    return PortReply.error(404, "not_found", "The fake does not know " + call);
  }
}
