package dev.seaway.service.events.sqlite;

import dev.seaway.core.SeawayException.Category;
import dev.seaway.service.events.QueueException;
import dev.seaway.store.Database;
import dev.seaway.store.DatabaseSpec;
import dev.seaway.store.Schema;
import dev.seaway.store.StoreException;
import java.nio.file.Path;
import java.util.List;

/** The file of the queue, and its tables. */
final class QueueDatabase {

  static final String NAME = "queue.db";

  /** "SWQU": the mark of a queue. */
  private static final int APPLICATION = 0x53575155;

  private static final List<String> TABLES =
      List.of(
          // No number is used twice: what waits is read in the order of the numbers, each once.
          """
          CREATE TABLE event(
            number INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT, ordering_key TEXT NOT NULL,
            payload TEXT NOT NULL, received TEXT NOT NULL)\
          """,
          "CREATE INDEX event_by_ordering_key ON event(ordering_key, number)",
          """
          CREATE TABLE dead_letter(
            id INTEGER PRIMARY KEY, number INTEGER NOT NULL UNIQUE, key TEXT,
            ordering_key TEXT NOT NULL, payload TEXT NOT NULL, received TEXT NOT NULL,
            died TEXT NOT NULL, reason TEXT NOT NULL)\
          """,
          "CREATE TABLE known_key(id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE)",
          "CREATE TABLE probe(content BLOB NOT NULL)",
          "CREATE TABLE imported(file TEXT PRIMARY KEY) WITHOUT ROWID");

  private static final DatabaseSpec SPEC =
      new DatabaseSpec(
          "The queue of live events",
          new Schema(APPLICATION, List.of(TABLES)),
          DatabaseSpec.Durability.POWER,
          2,
          4,
          false,
          "Check the disk, and move the file away: the service then starts with an empty queue,"
              + " and a complete resync puts right what the lost events told.",
          "Put the same file back, or restart the service, and let a complete resync put right"
              + " what the removed events told.");

  private QueueDatabase() {}

  /** Opens or creates it for this process alone, which applies the events. */
  static Database open(Path folder) {
    try {
      return Database.open(folder.resolve(NAME), SPEC);
    } catch (StoreException e) {
      throw e.reason() == StoreException.Reason.IN_USE
          ? new QueueException(
              Category.USER, "Another process uses the events in " + folder + ". Stop it first.", e)
          : failure(e);
    }
  }

  /** Opens it beside the process that applies the events. */
  static Database join(Path folder) {
    try {
      return Database.join(folder.resolve(NAME), SPEC);
    } catch (StoreException e) {
      throw failure(e);
    }
  }

  private static QueueException failure(StoreException cause) {
    return new QueueException(Category.EXTERNAL, String.valueOf(cause.getMessage()), cause);
  }
}
