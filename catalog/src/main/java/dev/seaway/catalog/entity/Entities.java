package dev.seaway.catalog.entity;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.catalog.search.Condition;
import dev.seaway.catalog.wire.Json;
import dev.seaway.store.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rows of entities and of the relations between them, in one session. */
public final class Entities {
  private static final String COLUMNS =
      "e.id, e.blueprint, e.identifier, e.title, e.content, e.created_at, e.updated_at";

  private final Session session;

  public Entities(Session session) {
    this.session = session;
  }

  public Optional<StoredEntity> find(StoredKey key) {
    return session.first(
        "SELECT " + COLUMNS + " FROM entity e WHERE e.blueprint = ? AND e.identifier = ?",
        Entities::entity,
        key.blueprint(),
        key.identifier());
  }

  Optional<Long> id(StoredKey key) {
    return session.first(
        "SELECT id FROM entity WHERE blueprint = ? AND identifier = ?",
        row -> row.getLong(1),
        key.blueprint(),
        key.identifier());
  }

  /** All entities that meet a condition, in the order of blueprint and identifier. */
  public List<StoredEntity> search(Condition condition) {
    return session.list(
        "SELECT %s FROM entity e WHERE %s ORDER BY e.blueprint, e.identifier"
            .formatted(COLUMNS, condition.sql()),
        Entities::entity,
        condition.values().toArray());
  }

  /** Up to {@code limit} identifiers of a blueprint's entities that meet a condition. */
  List<String> identifiers(String blueprint, Condition condition, int limit) {
    List<@Nullable Object> values = new ArrayList<>();
    values.add(blueprint);
    values.addAll(condition.values());
    values.add(limit);
    return session.list(
        "SELECT e.identifier FROM entity e WHERE e.blueprint = ? AND %s ORDER BY e.identifier LIMIT ?"
            .formatted(condition.sql()),
        row -> row.getString(1),
        values.toArray());
  }

  /** The entities of a blueprint after an identifier, in order. */
  public List<StoredEntity> page(String blueprint, String after, int limit) {
    return session.list(
        "SELECT "
            + COLUMNS
            + " FROM entity e WHERE e.blueprint = ? AND e.identifier > ? ORDER BY e.identifier"
            + " LIMIT ?",
        Entities::entity,
        blueprint,
        after,
        limit);
  }

  public long count(String blueprint) {
    return session
        .first("SELECT count(*) FROM entity WHERE blueprint = ?", row -> row.getLong(1), blueprint)
        .orElse(0L);
  }

  long insert(StoredEntity entity, long datasource) {
    return session
        .first(
            """
            INSERT INTO entity(blueprint, identifier, title, content, datasource, created_at, updated_at)
            VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING id\
            """,
            row -> row.getLong(1),
            entity.key().blueprint(),
            entity.key().identifier(),
            entity.title().orElse(null),
            Json.text(entity.content()),
            datasource,
            entity.createdAt(),
            entity.updatedAt())
        .orElseThrow();
  }

  void update(StoredEntity entity, long datasource) {
    session.update(
        "UPDATE entity SET title = ?, content = ?, datasource = ?, updated_at = ? WHERE id = ?",
        entity.title().orElse(null),
        Json.text(entity.content()),
        datasource,
        entity.updatedAt(),
        entity.id());
  }

  void unrelate(long source) {
    session.update("DELETE FROM relation WHERE source = ?", source);
  }

  void relate(long source, String name, long target) {
    session.update(
        "INSERT OR IGNORE INTO relation(target, source, name) VALUES (?, ?, ?)",
        target,
        source,
        name);
  }

  long datasource(String name) {
    return session
        .first("SELECT id FROM datasource WHERE name = ?", row -> row.getLong(1), name)
        .orElseGet(
            () ->
                session
                    .first(
                        "INSERT INTO datasource(name) VALUES (?) RETURNING id",
                        row -> row.getLong(1),
                        name)
                    .orElseThrow());
  }

  /** The relations in an entity's content, one call for each name and target. */
  static void eachTarget(JsonNode relations, TargetVisitor visitor) {
    relations
        .properties()
        .forEach(
            entry -> {
              if (entry.getValue().isTextual()) {
                visitor.visit(entry.getKey(), entry.getValue().textValue());
              } else {
                entry.getValue().forEach(item -> visitor.visit(entry.getKey(), item.asText()));
              }
            });
  }

  /** Receives the name of a relation and the identifier of one target. */
  interface TargetVisitor {
    void visit(String relation, String target);
  }

  private static StoredEntity entity(ResultSet row) throws SQLException {
    return new StoredEntity(
        row.getLong(1),
        new StoredKey(row.getString(2), row.getString(3)),
        Optional.ofNullable(row.getString(4)),
        Json.readStored(row.getString(5)),
        row.getLong(6),
        row.getLong(7));
  }
}
