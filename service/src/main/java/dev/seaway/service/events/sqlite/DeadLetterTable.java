package dev.seaway.service.events.sqlite;

import dev.seaway.service.events.DeadLetter;
import dev.seaway.service.events.EventQueue.NewEvent;
import dev.seaway.store.Session;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The events that could not be applied. */
final class DeadLetterTable {

  static final int MOST = 10_000;

  private static final String COLUMNS =
      "number, key, ordering_key, payload, received, died, reason";

  private DeadLetterTable() {}

  /** Moves the event here. Returns how many of the oldest were thrown away for it. */
  static int bury(Session writer, long number, Instant died, String reason) {
    writer.update(
        "INSERT OR REPLACE INTO dead_letter("
            + COLUMNS
            + ") SELECT number, key, ordering_key, payload, received, ?, ? FROM event WHERE number"
            + " = ?",
        died.toString(),
        reason,
        number);
    EventTable.delete(writer, number);
    return writer.update(
        """
        DELETE FROM dead_letter WHERE id IN (
          SELECT id FROM dead_letter ORDER BY id
          LIMIT max(0, (SELECT count(*) FROM dead_letter) - ?))\
        """,
        MOST);
  }

  static void insert(Session writer, DeadLetter letter) {
    NewEvent event = letter.event();
    writer.update(
        "INSERT OR REPLACE INTO dead_letter(" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?)",
        letter.number(),
        event.key().orElse(null),
        event.subject(),
        event.payload(),
        event.received().toString(),
        letter.buried().toString(),
        letter.reason());
  }

  static List<DeadLetter> list(Session reader) {
    return reader.list(
        "SELECT " + COLUMNS + " FROM dead_letter ORDER BY number",
        row ->
            new DeadLetter(
                row.getLong("number"),
                EventTable.event(row),
                Instant.parse(row.getString("died")),
                row.getString("reason")));
  }

  /** Puts it anew, behind all that waits. False where there is none of that number. */
  static boolean replay(Session writer, long number, Instant now) {
    Optional<NewEvent> event =
        writer.first(
            "SELECT " + COLUMNS + " FROM dead_letter WHERE number = ?", EventTable::event, number);
    event.ifPresent(
        dead ->
            EventTable.insert(
                writer,
                Optional.empty(),
                new NewEvent(dead.key(), dead.subject(), dead.payload(), now)));
    return drop(writer, number);
  }

  static boolean drop(Session writer, long number) {
    return writer.update("DELETE FROM dead_letter WHERE number = ?", number) > 0;
  }
}
