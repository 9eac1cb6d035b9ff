package dev.seaway.service.events.sqlite;

import dev.seaway.service.events.EventQueue.NewEvent;
import dev.seaway.service.events.EventQueue.Receipt;
import dev.seaway.store.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The events that wait, and the keys by which a second delivery is known. */
final class EventTable {

  /** Keys of events that are remembered, so that a second delivery is known. */
  static final int MOST_KEYS = 50_000;

  /** An event that waits. */
  record Waiting(long number, NewEvent event) {}

  /** The place of an event that waits. */
  record Place(long number, String orderingKey) {}

  private EventTable() {}

  static Receipt put(Session writer, NewEvent event) {
    if (event.key().filter(key -> !remember(writer, key)).isPresent()) {
      return Receipt.KNOWN;
    }
    insert(writer, Optional.empty(), event);
    return Receipt.KEPT;
  }

  /** Under that number, or the next one. */
  static void insert(Session writer, Optional<Long> number, NewEvent event) {
    writer.update(
        "INSERT INTO event(number, key, ordering_key, payload, received) VALUES (?, ?, ?, ?, ?)",
        number.orElse(null),
        event.key().orElse(null),
        event.subject(),
        event.payload(),
        event.received().toString());
  }

  /** False where the key is known already. */
  static boolean remember(Session writer, String key) {
    boolean isNew = writer.update("INSERT OR IGNORE INTO known_key(key) VALUES (?)", key) > 0;
    if (isNew) {
      writer.update("DELETE FROM known_key WHERE id <= last_insert_rowid() - ?", MOST_KEYS);
    }
    return isNew;
  }

  static boolean delete(Session writer, long number) {
    return writer.update("DELETE FROM event WHERE number = ?", number) > 0;
  }

  /** The places behind that number, in order. */
  static List<Place> places(Session reader, long after, int most) {
    return reader.list(
        "SELECT number, ordering_key FROM event WHERE number > ? ORDER BY number LIMIT ?",
        row -> new Place(row.getLong(1), row.getString(2)),
        after,
        most);
  }

  /** The first event of that ordering key between the numbers. */
  static Optional<Waiting> next(Session reader, String orderingKey, long after, long last) {
    return reader.first(
        """
        SELECT number, key, ordering_key, payload, received FROM event
        WHERE ordering_key = ? AND number > ? AND number <= ? ORDER BY number LIMIT 1\
        """,
        row -> new Waiting(row.getLong("number"), event(row)),
        orderingKey,
        after,
        last);
  }

  static NewEvent event(ResultSet row) throws SQLException {
    return new NewEvent(
        Optional.ofNullable(row.getString("key")),
        row.getString("ordering_key"),
        row.getString("payload"),
        Instant.parse(row.getString("received")));
  }

  /** No number up to that one is given to an event any more. */
  static void startBehind(Session writer, long number) {
    writer.update(
        """
        INSERT INTO sqlite_sequence(name, seq)
        SELECT 'event', 0 WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'event')\
        """);
    writer.update("UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = 'event'", number);
  }

  static long count(Session reader) {
    return reader.first("SELECT count(*) FROM event", row -> row.getLong(1)).orElse(0L);
  }
}
