package dev.seaway.service.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.seaway.core.reconcile.SeenEntities;
import dev.seaway.core.resync.Checkpoint;
import dev.seaway.core.resync.Checkpoint.ListKey;
import dev.seaway.store.Session;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A run that was killed, as its journal tells.
 *
 * @param begun when it began, by the clock of its machine
 * @param start when it began, by the catalog's clock
 */
record InterruptedRun(
    String fingerprint, Instant begun, Instant start, Map<ListKey, Checkpoint> marks) {

  private static final JsonMapper JSON = new JsonMapper();

  private record Header(String fingerprint, String begun, String start) {}

  /**
   * Empty where no run was killed.
   *
   * @throws IllegalArgumentException where the journal cannot be understood
   */
  static Optional<InterruptedRun> read(Session session) {
    Optional<Header> header =
        session.first(
            "SELECT fingerprint, begun, start FROM run",
            row -> new Header(row.getString(1), row.getString(2), row.getString(3)));
    try {
      return header.map(found -> read(session, found));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("The journal cannot be understood", e);
    }
  }

  private static InterruptedRun read(Session session, Header header) {
    Map<ListKey, Checkpoint> marks = new HashMap<>();
    CheckpointTable.read(session, marks::put);
    return new InterruptedRun(
        header.fingerprint(), Instant.parse(header.begun()), Instant.parse(header.start()), marks);
  }

  /**
   * Adds what it has seen, one page after the other.
   *
   * @throws IllegalArgumentException where that cannot be understood; then a part is added
   */
  static boolean restore(Session session, SeenEntities seen) {
    CheckpointTable.readSeen(session, page -> seen.restore(json(page)));
    return true;
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("The journal cannot be understood", e);
    }
  }

  /** Why the run cannot be resumed; empty where it can. */
  Optional<String> objection(String wanted, Instant now, Duration oldest) {
    if (!fingerprint.equals(wanted)) {
      return Optional.of(
          "the mapping, the configuration, the credentials, the catalog or Seaway is another now");
    }
    return begun.isAfter(now) || begun.plus(oldest).isBefore(now)
        ? Optional.of("it began at " + begun + ", and that is too long ago")
        : Optional.empty();
  }
}
