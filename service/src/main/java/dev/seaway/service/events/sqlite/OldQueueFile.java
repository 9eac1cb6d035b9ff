package dev.seaway.service.events.sqlite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.seaway.core.SeawayException.Category;
import dev.seaway.service.events.DeadLetter;
import dev.seaway.service.events.EventQueue.NewEvent;
import dev.seaway.service.events.QueueException;
import dev.seaway.store.Session;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32C;

/** A file of entries (length, checksum, JSON), each of which changed the queue that it was. */
final class OldQueueFile {

  static final long MAGIC = 0x5345_4157_4159_5131L;
  private static final int LARGEST = 64 << 20;
  private static final JsonMapper JSON = new JsonMapper();

  private final Session writer;
  private final Path path;

  /** Behind the numbers that the database has given. */
  private final long offset;

  OldQueueFile(Session writer, Path path) {
    this.writer = writer;
    this.path = path;
    this.offset =
        writer
            .first("SELECT seq FROM sqlite_sequence WHERE name = 'event'", row -> row.getLong(1))
            .orElse(0L);
  }

  /** Makes the changes, and returns where the last whole entry ends. */
  long bring() throws IOException {
    try (DataInputStream file =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(path), 1 << 16))) {
      if (Files.size(path) < Long.BYTES || file.readLong() != MAGIC) {
        throw new QueueException(
            Category.USER, path + " is no queue of events. Move it elsewhere.", null);
      }
      return bring(file, Long.BYTES);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new QueueException(
          Category.USER,
          path
              + ": "
              + e.getMessage()
              + ". If a newer version of Seaway wrote it, start that one. Else move the file"
              + " elsewhere, which gives up the events in it; a complete resync puts right what"
              + " they told.",
          e);
    }
  }

  private long bring(DataInputStream file, long start) throws IOException {
    long end = start;
    try {
      while (true) {
        int length = file.readInt();
        int checksum = file.readInt();
        if (length <= 0 || length > LARGEST) {
          return end;
        }
        byte[] entry = file.readNBytes(length);
        if (entry.length < length || checksum(entry) != checksum) {
          return end;
        }
        apply(JSON.readTree(entry));
        end += 2L * Integer.BYTES + length;
      }
    } catch (EOFException _) {
      return end;
    }
  }

  private static int checksum(byte[] entry) {
    CRC32C checksum = new CRC32C();
    checksum.update(entry);
    return (int) checksum.getValue();
  }

  private void apply(JsonNode entry) {
    if (entry.has("put")) {
      NewEvent event = event(entry);
      event.key().ifPresent(key -> EventTable.remember(writer, key));
      EventTable.insert(writer, Optional.of(number(entry, "put")), event);
    } else if (entry.has("done")) {
      EventTable.delete(writer, number(entry, "done"));
    } else if (entry.has("buried")) {
      DeadLetterTable.bury(writer, number(entry, "buried"), at(entry, "at"), text(entry, "reason"));
    } else if (entry.has("dropped")) {
      DeadLetterTable.drop(writer, number(entry, "dropped"));
    } else if (entry.has("dead")) {
      DeadLetterTable.insert(
          writer,
          new DeadLetter(
              number(entry, "dead"), event(entry), at(entry, "at"), text(entry, "reason")));
    } else if (entry.has("known")) {
      EventTable.remember(writer, text(entry, "known"));
    } else if (entry.has("next")) {
      EventTable.startBehind(writer, number(entry, "next") - 1);
    } else {
      List<String> fields = entry.properties().stream().map(Map.Entry::getKey).toList();
      throw new IllegalArgumentException(
          "an entry is of a kind that is not known, with the fields " + fields);
    }
  }

  private long number(JsonNode entry, String field) {
    return offset + entry.path(field).longValue();
  }

  private static NewEvent event(JsonNode entry) {
    return new NewEvent(
        Optional.ofNullable(entry.get("key")).map(JsonNode::asText),
        text(entry, "subject"),
        text(entry, "payload"),
        at(entry, "received"));
  }

  private static String text(JsonNode entry, String field) {
    return entry.path(field).asText();
  }

  private static Instant at(JsonNode entry, String field) {
    return Instant.parse(text(entry, field));
  }
}
