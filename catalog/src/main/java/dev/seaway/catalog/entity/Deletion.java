package dev.seaway.catalog.entity;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.seaway.catalog.wire.Json;
import dev.seaway.catalog.wire.Refusal;
import dev.seaway.store.Session;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Deletes entities of one blueprint, alone or with all that relates to them. */
public final class Deletion {
  private static final int NAMED = 5;

  private final Session session;
  private final String blueprint;

  public Deletion(Session session, String blueprint) {
    this.session = session;
    this.blueprint = blueprint;
  }

  /**
   * What was deleted.
   *
   * @param entities the identifiers that were asked for and existed
   * @param dependents what related to them, directly or not, and went too
   */
  public record Deleted(List<String> entities, List<StoredKey> dependents) {}

  private record Row(long id, StoredKey key) {}

  /** Unknown identifiers are left out: what is gone already needs no deletion. */
  public Deleted delete(List<String> identifiers, boolean withDependents) {
    ArrayNode names = Json.array();
    identifiers.forEach(names::add);
    List<Row> asked = asked(Json.text(names));
    List<Row> all = withDependents ? withDependents(ids(asked)) : asked;
    if (!withDependents) {
      refuseDependents(ids(asked));
    }
    remove(ids(all));
    Set<Row> dependents = new LinkedHashSet<>(all);
    asked.forEach(dependents::remove);
    return new Deleted(
        asked.stream().map(row -> row.key().identifier()).toList(),
        dependents.stream().map(Row::key).toList());
  }

  private List<Row> asked(String names) {
    return session.list(
        """
        SELECT id, blueprint, identifier FROM entity
        WHERE blueprint = ? AND identifier IN (SELECT value FROM json_each(?)) ORDER BY identifier\
        """,
        row -> new Row(row.getLong(1), new StoredKey(row.getString(2), row.getString(3))),
        blueprint,
        names);
  }

  private List<Row> withDependents(String ids) {
    return session.list(
        """
        WITH RECURSIVE doomed(id) AS (
          SELECT value FROM json_each(?)
          UNION SELECT relation.source FROM relation JOIN doomed ON relation.target = doomed.id)
        SELECT id, blueprint, identifier FROM entity WHERE id IN (SELECT id FROM doomed)
        ORDER BY blueprint, identifier\
        """,
        row -> new Row(row.getLong(1), new StoredKey(row.getString(2), row.getString(3))),
        ids);
  }

  private void refuseDependents(String ids) {
    List<String> dependents =
        session.list(
            """
            SELECT DISTINCT e.blueprint, e.identifier FROM relation r JOIN entity e ON e.id = r.source
            WHERE r.target IN (SELECT value FROM json_each(?1))
              AND r.source NOT IN (SELECT value FROM json_each(?1)) LIMIT ?2\
            """,
            row -> new StoredKey(row.getString(1), row.getString(2)).toString(),
            ids,
            NAMED);
    if (!dependents.isEmpty()) {
      throw new Refusal(
          422,
          "has_dependents",
          "Nothing was deleted: other entities relate to these, such as %s. Delete those first, or use delete_dependents=true."
              .formatted(String.join(", ", dependents)));
    }
  }

  private void remove(String ids) {
    session.update("DELETE FROM relation WHERE target IN (SELECT value FROM json_each(?))", ids);
    session.update("DELETE FROM relation WHERE source IN (SELECT value FROM json_each(?))", ids);
    session.update("DELETE FROM entity WHERE id IN (SELECT value FROM json_each(?))", ids);
  }

  private static String ids(List<Row> rows) {
    ArrayNode ids = Json.array();
    rows.forEach(row -> ids.add(row.id()));
    return Json.text(ids);
  }
}
