package dev.seaway.catalog.blueprint;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seaway.catalog.wire.Json;
import dev.seaway.catalog.wire.Refusal;
import dev.seaway.catalog.wire.Times;
import dev.seaway.store.Session;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The stored blueprints. The rules are kept in memory once read; only the writing session may ask
 * for them, so that its lock guards the memory too.
 */
public final class Blueprints {
  private static final List<String> OWNED =
      List.of("createdAt", "updatedAt", "createdBy", "updatedBy");

  private final Map<String, Blueprint> known = new HashMap<>();

  public List<ObjectNode> all(Session session) {
    return session.list(
        "SELECT document, created_at, updated_at FROM blueprint ORDER BY identifier",
        row -> shown(row.getString(1), row.getLong(2), row.getLong(3)));
  }

  public ObjectNode shown(Session session, String identifier) {
    return session
        .first(
            "SELECT document, created_at, updated_at FROM blueprint WHERE identifier = ?",
            row -> shown(row.getString(1), row.getLong(2), row.getLong(3)),
            identifier)
        .orElseThrow(() -> missing(identifier));
  }

  private static ObjectNode shown(String document, long created, long updated) {
    ObjectNode shown = Json.readStored(document);
    for (String part :
        List.of(
            "relations", "mirrorProperties", "calculationProperties", "aggregationProperties")) {
      if (!shown.hasNonNull(part)) {
        shown.putObject(part);
      }
    }
    return shown.put("createdAt", Times.show(created)).put("updatedAt", Times.show(updated));
  }

  public boolean exists(Session session, String identifier) {
    return session
        .first("SELECT 1 FROM blueprint WHERE identifier = ?", row -> true, identifier)
        .isPresent();
  }

  /** Refuses the identifier of a blueprint that does not exist. */
  public void check(Session session, String identifier) {
    if (!exists(session, identifier)) {
      throw missing(identifier);
    }
  }

  private static Optional<ObjectNode> document(Session session, String identifier) {
    return session.first(
        "SELECT document FROM blueprint WHERE identifier = ?",
        row -> Json.readStored(row.getString(1)),
        identifier);
  }

  /** The rules of a blueprint; only for the writing session. */
  public Blueprint rules(Session writer, String identifier) {
    Blueprint rules = known.get(identifier);
    if (rules == null) {
      rules =
          document(writer, identifier)
              .map(document -> BlueprintReader.read(document, target -> true))
              .orElseThrow(() -> missing(identifier));
      known.put(identifier, rules);
    }
    return rules;
  }

  public void create(Session writer, ObjectNode sent, Instant now) {
    Blueprint blueprint = BlueprintReader.read(owned(sent), target -> exists(writer, target));
    if (exists(writer, blueprint.identifier())) {
      throw Refusal.taken(
          "Blueprint \"%s\" exists already. Change it with PUT or PATCH."
              .formatted(blueprint.identifier()));
    }
    writer.update(
        "INSERT INTO blueprint(identifier, document, created_at, updated_at) VALUES (?, ?, ?, ?)",
        blueprint.identifier(),
        Json.text(blueprint.document()),
        Times.micros(now),
        Times.micros(now));
  }

  /** Replaces a blueprint. What it no longer has leaves its entities. */
  public void replace(Session writer, String identifier, ObjectNode sent, Instant now) {
    // Forgotten first: if the transaction fails, the next call reads what is stored.
    known.remove(identifier);
    Blueprint before =
        BlueprintReader.read(
            document(writer, identifier).orElseThrow(() -> missing(identifier)), target -> true);
    ObjectNode document = owned(sent);
    if (!document.hasNonNull("identifier")) {
      document.put("identifier", identifier);
    }
    Blueprint after = BlueprintReader.read(document, target -> exists(writer, target));
    if (!after.identifier().equals(identifier)) {
      throw Refusal.invalid(
          "Blueprint \"%s\" cannot be renamed to \"%s\". Create the new one and delete this one."
              .formatted(identifier, after.identifier()));
    }
    new BlueprintChange(writer, before, after).apply();
    writer.update(
        "UPDATE blueprint SET document = ?, updated_at = ? WHERE identifier = ?",
        Json.text(after.document()),
        Times.micros(now),
        identifier);
  }

  /** Changes a blueprint by a merge patch (RFC 7396): objects key by key, null removes a key. */
  public void patch(Session writer, String identifier, ObjectNode patch, Instant now) {
    ObjectNode document = document(writer, identifier).orElseThrow(() -> missing(identifier));
    replace(writer, identifier, merged(document, patch), now);
  }

  private static ObjectNode merged(ObjectNode into, ObjectNode patch) {
    patch
        .properties()
        .forEach(
            entry -> {
              String key = entry.getKey();
              if (entry.getValue().isNull()) {
                into.remove(key);
              } else if (entry.getValue() instanceof ObjectNode changes
                  && into.get(key) instanceof ObjectNode before) {
                merged(before, changes);
              } else {
                into.set(key, entry.getValue());
              }
            });
    return into;
  }

  public void delete(Session writer, String identifier) {
    known.remove(identifier);
    Blueprint blueprint =
        BlueprintReader.read(
            document(writer, identifier).orElseThrow(() -> missing(identifier)), target -> true);
    new BlueprintRemoval(writer, blueprint).apply();
  }

  private static ObjectNode owned(ObjectNode sent) {
    return sent.deepCopy().remove(OWNED);
  }

  private static Refusal missing(String identifier) {
    return Refusal.notFound(
        "Blueprint \"%s\" does not exist in this catalog. Create it first.".formatted(identifier));
  }
}
