package dev.seaway.catalog.integration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seaway.catalog.wire.Json;
import dev.seaway.catalog.wire.Refusal;
import dev.seaway.catalog.wire.Times;
import dev.seaway.store.Session;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The stored integrations: their mapping, the state of their resync, and examples of their raw
 * records.
 */
public final class Integrations {
  private static final int EXAMPLES_PER_KIND = 10;
  // Other fields are accepted and not stored: clients of other versions may send more than this
  // catalog uses.
  private static final List<String> FIELDS =
      List.of(
          "title",
          "installationAppType",
          "installationType",
          "version",
          "config",
          "changelogDestination",
          "actionsProcessingEnabled",
          "incrementalSyncEnabled",
          "processingMode",
          "createPortResourcesOrigin",
          "arePortResourcesInitialized");

  public ObjectNode shown(Session session, String identifier) {
    return session
        .first(
            "SELECT document, created_at, updated_at FROM integration WHERE identifier = ?",
            row ->
                Json.readStored(row.getString(1))
                    .put("createdAt", Times.show(row.getLong(2)))
                    .put("updatedAt", Times.show(row.getLong(3))),
            identifier)
        .orElseThrow(() -> missing(identifier));
  }

  public String create(Session writer, ObjectNode sent, Instant now) {
    String identifier =
        sent.path("installationId").asText(sent.path("identifier").asText()).strip();
    if (identifier.isEmpty()) {
      throw Refusal.invalid("An integration needs an \"installationId\": a text.");
    }
    if (document(writer, identifier).isPresent()) {
      throw Refusal.taken(
          "Integration \"%s\" exists already. Change it with PATCH.".formatted(identifier));
    }
    ObjectNode document =
        Json.object().put("identifier", identifier).put("installationId", identifier);
    document.putObject("config");
    merge(document, sent);
    writer.update(
        "INSERT INTO integration(identifier, document, created_at, updated_at) VALUES (?, ?, ?, ?)",
        identifier,
        Json.text(document),
        Times.micros(now),
        Times.micros(now));
    return identifier;
  }

  public void patch(Session writer, String identifier, ObjectNode sent, Instant now) {
    ObjectNode document = document(writer, identifier).orElseThrow(() -> missing(identifier));
    merge(document, sent);
    store(writer, identifier, document, now);
  }

  private static void merge(ObjectNode document, ObjectNode sent) {
    if (sent.hasNonNull("config") && !sent.get("config").isObject()) {
      throw Refusal.invalid(
          "The \"config\" of an integration must be an object, not %s."
              .formatted(Json.kind(sent.get("config"))));
    }
    FIELDS.stream().filter(sent::has).forEach(field -> document.set(field, sent.get(field)));
  }

  /** Stores what is sent of the state; what is not named stays. */
  public void resyncState(Session writer, String identifier, ObjectNode sent, Instant now) {
    ObjectNode document = document(writer, identifier).orElseThrow(() -> missing(identifier));
    ObjectNode state =
        document.get("resyncState") instanceof ObjectNode known
            ? known
            : document.putObject("resyncState");
    state.setAll(sent);
    store(writer, identifier, document, now);
  }

  private static void store(Session writer, String identifier, ObjectNode document, Instant now) {
    writer.update(
        "UPDATE integration SET document = ?, updated_at = ? WHERE identifier = ?",
        Json.text(document),
        Times.micros(now),
        identifier);
  }

  /** Adds raw records of a kind and forgets all but the last few. */
  public void addExamples(Session writer, String identifier, String kind, JsonNode examples) {
    if (!examples.isArray()) {
      throw Refusal.invalid(
          "\"examples\" must be an array, not %s.".formatted(Json.kind(examples)));
    }
    check(writer, identifier);
    for (JsonNode example : examples) {
      writer.update(
          "INSERT INTO example(integration, kind, document) VALUES (?, ?, ?)",
          identifier,
          kind,
          Json.text(Json.object().set("example", example)));
    }
    writer.update(
        """
        DELETE FROM example WHERE integration = ?1 AND kind = ?2 AND id NOT IN (
          SELECT id FROM example WHERE integration = ?1 AND kind = ?2 ORDER BY id DESC LIMIT ?3)\
        """,
        identifier,
        kind,
        EXAMPLES_PER_KIND);
  }

  public ArrayNode examples(Session session, String identifier, String kind) {
    check(session, identifier);
    ArrayNode examples = Json.array();
    session
        .list(
            "SELECT document FROM example WHERE integration = ? AND kind = ? ORDER BY id",
            row -> Json.readStored(row.getString(1)).path("example"),
            identifier,
            kind)
        .forEach(examples::add);
    return examples;
  }

  private static void check(Session session, String identifier) {
    if (document(session, identifier).isEmpty()) {
      throw missing(identifier);
    }
  }

  private static Optional<ObjectNode> document(Session session, String identifier) {
    return session.first(
        "SELECT document FROM integration WHERE identifier = ?",
        row -> Json.readStored(row.getString(1)),
        identifier);
  }

  private static Refusal missing(String identifier) {
    return Refusal.notFound(
        "Integration \"%s\" does not exist in this catalog.".formatted(identifier));
  }
}
