package dev.seaway.core.resync;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seaway.core.disk.EntryFile;
import dev.seaway.core.read.Place;
import dev.seaway.core.reconcile.SeenEntities;
import dev.seaway.core.resync.Mark.ListKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what a run has finished, so that another process goes on where this one is killed. Whatever
 * is doubtful starts again. For one run; thread-safe once the run has begun.
 */
public final class RunJournal implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(RunJournal.class);

  private final String fingerprint;
  private final Instant now;
  private final Duration oldest;
  private final Map<ListKey, Mark> marks = new HashMap<>();
  private Optional<EntryFile> file;
  private boolean resumed;
  private SeenEntities seen = new SeenEntities();

  private RunJournal(Optional<EntryFile> file, String fingerprint, Instant now, Duration oldest) {
    this.file = file;
    this.fingerprint = fingerprint;
    this.now = now;
    this.oldest = oldest;
  }

  /** Keeps nothing. */
  public static RunJournal none() {
    return new RunJournal(Optional.empty(), "", Instant.EPOCH, Duration.ZERO);
  }

  /**
   * The journal of that name. Where it cannot be kept the run goes on without it.
   *
   * @param fingerprint of all that decides what the run reads and writes, and where
   * @param oldest how long ago a killed run may have begun that is gone on with
   */
  public static RunJournal open(
      Path folder, String name, String fingerprint, Instant now, Duration oldest) {
    try {
      Optional<EntryFile> file = EntryFile.take(folder, name);
      if (file.isEmpty()) {
        log.warn("Another process runs this integration by the data in {}", folder);
      }
      return new RunJournal(file, fingerprint, now, oldest);
    } catch (IOException e) {
      RunJournal without = none();
      without.warn(e);
      return without;
    }
  }

  /**
   * The run begins. What a killed one has seen is added to what this one sees.
   *
   * @param start by the catalog's clock
   * @return when the run began that is gone on with; the start where there is none
   */
  Instant begin(Instant start, SeenEntities sees) {
    seen = sees;
    if (file.isEmpty()) {
      return start;
    }
    try {
      Optional<Killed> killed = killed(file.get());
      killed.ifPresent(this::goOn);
      if (killed.isEmpty()) {
        begin(file.get(), start);
      }
      seen.keepApart();
      return killed.map(Killed::start).orElse(start);
    } catch (IOException e) {
      giveUp(e);
      return start;
    }
  }

  private Optional<Killed> killed(EntryFile journal) throws IOException {
    if (!journal.exists()) {
      return Optional.empty();
    }
    Killed killed = Killed.read(journal);
    Optional<String> objection = killed.objection(fingerprint, now, oldest);
    objection.ifPresent(
        reason -> log.info("A run was killed and is not gone on with, because {}", reason));
    return objection.isPresent() ? Optional.empty() : Optional.of(killed);
  }

  private void goOn(Killed killed) {
    log.info(
        "The run that began at {} was killed; it goes on where {} lists were left",
        killed.begun(),
        killed.marks().size());
    killed.seen().forEach(seen::restore);
    marks.putAll(killed.marks());
    resumed = true;
  }

  private void begin(EntryFile journal, Instant start) throws IOException {
    journal.begin();
    append(
        journal,
        JsonNodeFactory.instance
            .objectNode()
            .put("fingerprint", fingerprint)
            .put("begun", now.toString())
            .put("start", start.toString()));
  }

  /** Whether a run is gone on with that was killed. */
  boolean isResumed() {
    return resumed;
  }

  /** How far the killed run had finished that list. */
  Optional<Mark> mark(int kind, Map<String, JsonNode> values) {
    return marks.isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(marks.get(ListKey.of(kind, values)));
  }

  /** All entities of that page, and of those before it in its list, are in the catalog. */
  synchronized void finished(int kind, Place place, boolean found) {
    if (file.isPresent()) {
      Mark.entry(kind, place, found).ifPresent(this::append);
    }
  }

  private void append(ObjectNode entry) {
    try {
      append(file.orElseThrow(), entry.set("seen", seen.drain()));
    } catch (IOException e) {
      giveUp(e);
    }
  }

  private static void append(EntryFile journal, ObjectNode entry) throws IOException {
    journal.append(entry.toString().getBytes(StandardCharsets.UTF_8));
  }

  private void giveUp(IOException e) {
    warn(e);
    close();
  }

  private void warn(IOException e) {
    log.warn(
        "No journal of the run can be kept, so it starts again if it is killed: {}",
        e.getMessage());
  }

  /** The run has ended, however it did. */
  @Override
  public synchronized void close() {
    Optional<EntryFile> ended = file;
    file = Optional.empty();
    try {
      if (ended.isPresent()) {
        try (EntryFile closing = ended.get()) {
          closing.delete();
        }
      }
    } catch (IOException e) {
      log.warn("The journal of the run cannot be removed: {}", e.getMessage());
    }
  }
}
