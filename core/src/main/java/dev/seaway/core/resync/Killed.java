package dev.seaway.core.resync;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.seaway.core.disk.EntryFile;
import dev.seaway.core.resync.Mark.ListKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A run that was killed, as its journal tells. */
final class Killed {

  private static final JsonMapper JSON = new JsonMapper();

  private final List<JsonNode> seen = new ArrayList<>();
  private final Map<ListKey, Mark> marks = new HashMap<>();
  private Optional<JsonNode> header = Optional.empty();
  private Instant start = Instant.MIN;
  private Instant begun = Instant.MIN;
  private Optional<String> objection = Optional.empty();
  private long entries;

  private Killed() {}

  static Killed read(EntryFile file) throws IOException {
    Killed killed = new Killed();
    try {
      if (!file.read(killed::take)) {
        killed.objection = Optional.of("its journal is torn");
      }
      killed.times();
    } catch (UncheckedIOException | IllegalArgumentException | DateTimeException e) {
      killed.objection = Optional.of("its journal cannot be understood");
    }
    return killed;
  }

  private void take(byte[] entry) {
    try {
      JsonNode json = JSON.readTree(entry);
      if (header.isEmpty()) {
        header = Optional.of(json);
      } else {
        marks.put(Mark.key(json), Mark.of(++entries, json));
        seen.add(json.path("seen"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void times() {
    if (header.isPresent()) {
      start = Instant.parse(header.get().path("start").asText());
      begun = Instant.parse(header.get().path("begun").asText());
    }
  }

  /** Why the run cannot be gone on with; empty where it can. */
  Optional<String> objection(String fingerprint, Instant now, Duration oldest) {
    if (objection.isPresent()) {
      return objection;
    }
    if (header.isEmpty()) {
      return Optional.of("its journal is empty");
    }
    if (!header.get().path("fingerprint").asText().equals(fingerprint)) {
      return Optional.of(
          "the mapping, the configuration, the credentials, the catalog or Seaway is another now");
    }
    return begun.isAfter(now) || begun.plus(oldest).isBefore(now)
        ? Optional.of("it began at " + begun + ", and that is too long ago")
        : Optional.empty();
  }

  /** What it has seen, in order. */
  List<JsonNode> seen() {
    return seen;
  }

  Map<ListKey, Mark> marks() {
    return marks;
  }

  /** When it began, by the catalog's clock. */
  Instant start() {
    return start;
  }

  Instant begun() {
    return begun;
  }

  long entries() {
    return entries;
  }
}
