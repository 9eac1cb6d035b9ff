package dev.seaway.service.events.sqlite;

import dev.seaway.core.SeawayException.Category;
import dev.seaway.service.events.EventQueue;
import dev.seaway.service.events.QueueException;
import dev.seaway.store.Database;
import dev.seaway.store.Session;
import dev.seaway.store.StoreException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps events in a SQLite file of the data directory. One process at a time applies them; others
 * may look at the dead letters and replay them, which shows here within a second. In memory are the
 * ordering keys whose turn it is, and no events.
 */
public final class SqliteQueue implements EventQueue {

  private static final Logger log = LoggerFactory.getLogger(SqliteQueue.class);

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);
  private static final int PORTION = 1_000;

  private final Database database;
  private final InstantSource clock;
  private final GroupCommit commits;
  private final KeyScheduler scheduler = new KeyScheduler();
  private volatile long waiting;
  private volatile boolean closed;
  // What follows changes under the lock of this queue, which nobody holds while the database is
  // read.
  private volatile long lastSeen;
  private long changes;
  private boolean looking;

  SqliteQueue(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
    this.commits = new GroupCommit(database);
  }

  /**
   * Opens or creates the queue in that folder, and brings in what an earlier version kept there.
   *
   * @throws QueueException where another process has it, or it cannot be read
   */
  public static SqliteQueue open(Path folder, InstantSource clock) {
    Database database = QueueDatabase.open(folder);
    try {
      OldQueueFolder.bringInto(database, folder);
      return new SqliteQueue(database, clock);
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  @Override
  public Receipt put(NewEvent event) {
    if (closed) {
      throw GroupCommit.closed();
    }
    Receipt receipt =
        commits.commit("The event cannot be kept", writer -> EventTable.put(writer, event));
    wake();
    return receipt;
  }

  private synchronized void wake() {
    changes++;
    notifyAll();
  }

  @Override
  public Optional<QueuedEvent> take() throws InterruptedException {
    while (!closed) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      try {
        Optional<QueuedEvent> taken = takeOnce();
        if (taken.isPresent()) {
          return taken;
        }
      } catch (QueueException e) {
        if (!closed) {
          throw e;
        }
      }
    }
    return Optional.empty();
  }

  /** Empty where there was nothing to take; then something may have changed since. */
  private Optional<QueuedEvent> takeOnce() throws InterruptedException {
    long before = changes();
    lookAhead();
    Optional<KeyScheduler.Turn> turn = turn(before);
    return turn.isPresent() ? taken(turn.get()) : Optional.empty();
  }

  private synchronized long changes() {
    return changes;
  }

  /** Waits for a while where nothing has changed since. */
  private synchronized Optional<KeyScheduler.Turn> turn(long before) throws InterruptedException {
    Optional<KeyScheduler.Turn> turn = scheduler.poll(clock.instant());
    boolean mayWait = true;
    while (turn.isEmpty() && mayWait && changes == before && !closed) {
      wait(pauseMillis());
      mayWait = false;
      turn = scheduler.poll(clock.instant());
    }
    return turn;
  }

  private long pauseMillis() {
    Instant now = clock.instant();
    Duration pause = scheduler.due().map(due -> Duration.between(now, due)).orElse(LONGEST_WAIT);
    return Math.clamp(pause.toMillis(), 1, LONGEST_WAIT.toMillis());
  }

  /**
   * Finds the ordering keys of further events, a portion at a time, until one is ready. One thread
   * does so; the others go by what it finds.
   */
  private void lookAhead() {
    boolean more = beginsToLook();
    while (more) {
      List<EventTable.Place> places = List.of();
      try {
        places = read(session -> EventTable.places(session, lastSeen, PORTION));
      } finally {
        more = looksOn(places);
      }
    }
  }

  private synchronized boolean beginsToLook() {
    boolean begins = !looking && scheduler.isHungry();
    looking |= begins;
    return begins;
  }

  private synchronized boolean looksOn(List<EventTable.Place> found) {
    for (EventTable.Place place : found) {
      scheduler.add(place.orderingKey(), place.number());
      lastSeen = place.number();
    }
    if (!found.isEmpty()) {
      wake();
    }
    looking = found.size() == PORTION && scheduler.isHungry();
    return looking;
  }

  /** Empty where the key has no event among those that were looked at; it may have later ones. */
  private Optional<QueuedEvent> taken(KeyScheduler.Turn turn) {
    long last = lastSeen;
    Optional<EventTable.Waiting> found;
    try {
      found = read(session -> EventTable.next(session, turn.orderingKey(), turn.after(), last));
    } catch (RuntimeException | Error e) {
      giveBack(turn);
      throw e;
    }
    note(turn, found, last);
    return found.map(event -> new QueuedEvent(event.number(), event.event(), turn.attempt()));
  }

  private synchronized void note(
      KeyScheduler.Turn turn, Optional<EventTable.Waiting> found, long last) {
    if (found.isPresent()) {
      scheduler.take(turn, found.get().number());
    } else if (lastSeen == last) {
      scheduler.remove(turn);
    } else {
      // What was found meanwhile may be of this key.
      giveBack(turn);
    }
  }

  private synchronized void giveBack(KeyScheduler.Turn turn) {
    scheduler.giveBack(turn);
    wake();
  }

  private <T> T read(Function<Session, T> work) {
    try {
      return database.read(work);
    } catch (StoreException e) {
      throw new QueueException(
          Category.EXTERNAL, "The next event cannot be read: " + e.getMessage(), e);
    }
  }

  @Override
  public void done(QueuedEvent taken) {
    settle(taken, writer -> EventTable.delete(writer, taken.number()));
  }

  @Override
  public synchronized void retryAt(QueuedEvent taken, Instant due) {
    scheduler.park(taken, due);
    wake();
  }

  @Override
  public void deadLetter(QueuedEvent taken, String reason) {
    Instant now = clock.instant();
    settle(taken, writer -> bury(writer, taken.number(), now, reason));
  }

  private static boolean bury(Session writer, long number, Instant now, String reason) {
    boolean full = DeadLetterTable.bury(writer, number, now, reason) > 0;
    if (full) {
      log.error("There are {} dead letters: the oldest is thrown away", DeadLetterTable.MOST);
    }
    return full;
  }

  /** What is settled stays so in this process, even where the disk does not take it now. */
  private void settle(QueuedEvent taken, Function<Session, ?> change) {
    commits.settle(change);
    synchronized (this) {
      scheduler.settle(taken);
      wake();
    }
  }

  @Override
  public long waiting() {
    try {
      waiting = Math.max(0, database.read(EventTable::count) - commits.owed());
    } catch (StoreException e) {
      log.debug("The events that wait cannot be counted: {}", e.getMessage());
    }
    return waiting;
  }

  @Override
  public Optional<String> obstacle() {
    return commits.obstacle();
  }

  /** Whoever applies events of this queue does so in this process. */
  @Override
  public Replay recall() {
    return Replay.NONE;
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    wake();
    commits.close();
    try {
      database.close();
    } catch (StoreException e) {
      log.warn("The queue of events did not close well: {}", e.getMessage());
    }
  }
}
