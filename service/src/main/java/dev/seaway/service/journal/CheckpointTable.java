package dev.seaway.service.journal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.core.read.PagePosition;
import dev.seaway.core.resync.Checkpoint;
import dev.seaway.core.resync.Checkpoint.ListKey;
import dev.seaway.store.Session;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** How far each list of a run was finished, and what the run had seen by then. */
final class CheckpointTable {

  private CheckpointTable() {}

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
    session.each(
        "SELECT number, kind, parameter_values, position, found FROM mark ORDER BY number",
        row ->
            Map.entry(
                new ListKey(row.getInt(2), row.getString(3)),
                new Checkpoint(
                    row.getLong(1), Optional.ofNullable(row.getString(4)), row.getBoolean(5))),
        mark -> marks.accept(mark.getKey(), mark.getValue()));
  }

  /** Hands over what was seen by each of them, in their order. */
  static void readSeen(Session session, Consumer<String> pages) {
    session.each("SELECT seen FROM mark ORDER BY number", row -> row.getString(1), pages);
  }
}
