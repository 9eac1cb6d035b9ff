package dev.seaway.core.resync;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seaway.core.read.PagePosition;
import dev.seaway.core.read.StartPosition;
import dev.seaway.store.Session;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * How far one list was finished.
 *
 * @param number marks made later have higher ones
 * @param position of the last finished page; empty where the list was finished
 * @param found whether a record of its kind has become an entity, or was left out by the selector
 */
record Checkpoint(long number, Optional<String> position, boolean found) {

  /**
   * Names a list within a run.
   *
   * @param kind its number in the plan
   * @param values of the parameters of its path, as JSON
   */
  record ListKey(int kind, String values) {
    static ListKey of(int kind, Map<String, JsonNode> values) {
      ObjectNode json = JsonNodeFactory.instance.objectNode();
      values.forEach(json::set);
      return new ListKey(kind, json.toString());
    }
  }

  /**
   * The last finished page is read again, so that a list that has moved by less is not passed over.
   */
  StartPosition beginning() {
    return position
        .<StartPosition>map(StartPosition.Later::new)
        .orElseGet(StartPosition.Behind::new);
  }

  /** Keeps how far a list was finished. It must be a place where a later process can go on. */
  static void write(Session writer, int kind, PagePosition place, boolean found, JsonNode seen) {
    writer.update(
        "INSERT INTO mark(kind, parameter_values, position, found, seen) VALUES (?, ?, ?, ?, ?)",
        kind,
        ListKey.of(kind, place.values()).values(),
        place.last() ? null : place.position().orElseThrow(),
        found,
        seen.toString());
  }

  /** Hands over all that were kept, in their order. */
  static void read(Session session, BiConsumer<ListKey, Checkpoint> marks) {
    session.list(
        "SELECT number, kind, parameter_values, position, found FROM mark ORDER BY number",
        row -> {
          marks.accept(
              new ListKey(row.getInt(2), row.getString(3)),
              new Checkpoint(
                  row.getLong(1), Optional.ofNullable(row.getString(4)), row.getBoolean(5)));
          return true;
        });
  }
}
