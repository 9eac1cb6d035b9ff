package dev.seaway.service.journal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.core.read.PagePosition;
import dev.seaway.core.reconcile.SeenEntities;
import dev.seaway.core.resync.Checkpoint;
import dev.seaway.core.resync.Checkpoint.ListKey;
import dev.seaway.core.resync.RunJournal;
import dev.seaway.store.Database;
import dev.seaway.store.DatabaseSpec;
import dev.seaway.store.Schema;
import dev.seaway.store.StoreException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A journal in a file of the store. Whatever is doubtful there starts again. */
public final class SqliteRunJournal implements RunJournal {

  private static final Logger log = LoggerFactory.getLogger(SqliteRunJournal.class);

  /** "SWRJ": the mark of a journal. */
  private static final int APPLICATION = 0x5357524a;

  private static final List<String> TABLES =
      List.of(
          "CREATE TABLE run(fingerprint TEXT NOT NULL, begun TEXT NOT NULL, start TEXT NOT NULL)",
          """
          CREATE TABLE mark(
            number INTEGER PRIMARY KEY, kind INTEGER NOT NULL, parameter_values TEXT NOT NULL,
            position TEXT, found INTEGER NOT NULL, seen TEXT NOT NULL)\
          """);

  static final DatabaseSpec SPEC =
      new DatabaseSpec(
          "The journal of the run",
          new Schema(APPLICATION, List.of(TABLES)),
          DatabaseSpec.Durability.PROCESS,
          1,
          2,
          true,
          "A run that was killed starts again.",
          "If this run is killed, it starts again.");

  private final String fingerprint;
  private final Instant now;
  private final Duration oldest;
  private final Map<ListKey, Checkpoint> marks = new HashMap<>();
  private Optional<Database> file;
  private boolean resumed;
  private SeenEntities seen = new SeenEntities();

  private SqliteRunJournal(
      Optional<Database> file, String fingerprint, Instant now, Duration oldest) {
    this.file = file;
    this.fingerprint = fingerprint;
    this.now = now;
    this.oldest = oldest;
  }

  /**
   * The journal of that name. Where it cannot be kept the run goes on without it.
   *
   * @param fingerprint of all that decides what the run reads and writes, and where
   * @param oldest how long ago a killed run may have begun that is resumed
   */
  public static RunJournal open(
      Path folder, String name, String fingerprint, Instant now, Duration oldest) {
    try {
      Database file = Database.open(folder.resolve(name + ".db"), SPEC);
      return new SqliteRunJournal(Optional.of(file), fingerprint, now, oldest);
    } catch (StoreException e) {
      if (e.reason() == StoreException.Reason.IN_USE) {
        log.warn("Another process runs this integration by the data in {}", folder);
      } else {
        warn(e);
      }
      return RunJournal.none();
    }
  }

  @Override
  public Instant begin(Instant start, SeenEntities sees) {
    seen = sees;
    if (file.isEmpty()) {
      return start;
    }
    try {
      Optional<InterruptedRun> interrupted = interrupted(file.get());
      interrupted.ifPresent(this::goOn);
      if (interrupted.isEmpty()) {
        begin(file.get(), start);
      }
      seen.keepApart();
      return interrupted.map(InterruptedRun::start).orElse(start);
    } catch (StoreException e) {
      seen.clear();
      giveUp(e);
      return start;
    }
  }

  /** The run that is resumed, whose entities are seen from now on. */
  private Optional<InterruptedRun> interrupted(Database journal) {
    Optional<InterruptedRun> found = Optional.empty();
    Optional<String> objection;
    try {
      found = journal.read(InterruptedRun::read);
      objection = found.flatMap(run -> run.objection(fingerprint, now, oldest));
      if (found.isPresent() && objection.isEmpty()) {
        journal.read(session -> InterruptedRun.restore(session, seen));
      }
    } catch (IllegalArgumentException e) {
      seen.clear();
      objection = Optional.of("its journal cannot be understood");
    }
    objection.ifPresent(
        reason -> log.info("A run was killed and is not resumed, because {}", reason));
    return objection.isPresent() ? Optional.empty() : found;
  }

  private void goOn(InterruptedRun run) {
    log.info(
        "The run that began at {} was killed; it resumes where {} lists were left",
        run.begun(),
        run.marks().size());
    marks.putAll(run.marks());
    resumed = true;
  }

  private void begin(Database journal, Instant start) {
    journal.write(
        writer -> {
          writer.update("DELETE FROM mark");
          writer.update("DELETE FROM run");
          return writer.update(
              "INSERT INTO run(fingerprint, begun, start) VALUES (?, ?, ?)",
              fingerprint,
              now.toString(),
              start.toString());
        });
  }

  @Override
  public boolean isResumed() {
    return resumed;
  }

  @Override
  public Optional<Checkpoint> mark(int kind, Map<String, JsonNode> values) {
    return marks.isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(marks.get(ListKey.of(kind, values)));
  }

  @Override
  public synchronized void finished(int kind, PagePosition place, boolean found) {
    // Where the server alone knows the places, no later process could go on there.
    if (file.isEmpty() || (!place.last() && place.position().isEmpty())) {
      return;
    }
    try {
      JsonNode drained = seen.drain();
      file.get()
          .write(
              writer -> {
                CheckpointTable.write(writer, kind, place, found, drained);
                return true;
              });
    } catch (StoreException e) {
      giveUp(e);
    }
  }

  private void giveUp(StoreException e) {
    warn(e);
    remove();
  }

  private static void warn(StoreException e) {
    log.warn(
        "No journal of the run can be kept, so it starts again if it is killed: {}",
        e.getMessage());
  }

  @Override
  public synchronized void close() {
    remove()
        .ifPresent(e -> log.warn("The journal of the run cannot be removed: {}", e.getMessage()));
  }

  /** Why it was not removed; empty where it was. */
  private synchronized Optional<StoreException> remove() {
    Optional<Database> ended = file;
    file = Optional.empty();
    return ended.flatMap(SqliteRunJournal::remove);
  }

  private static Optional<StoreException> remove(Database journal) {
    try {
      try {
        // What cannot be removed must not be taken for a run that was killed.
        journal.write(writer -> writer.update("DELETE FROM run"));
      } finally {
        journal.closeAndDelete();
      }
      return Optional.empty();
    } catch (StoreException e) {
      return Optional.of(e);
    }
  }
}
