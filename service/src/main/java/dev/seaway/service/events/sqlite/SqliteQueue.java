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
  private long lastSeen;

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
      throw new QueueException(Category.EXTERNAL, "The queue of events is closed.", null);
    }
    Receipt receipt =
        commits.commit("The event cannot be kept", writer -> EventTable.put(writer, event));
    wake();
    return receipt;
  }

  private synchronized void wake() {
    notifyAll();
  }

  @Override
  public synchronized Optional<QueuedEvent> take() throws InterruptedException {
    while (!closed) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      Instant now = clock.instant();
      Optional<QueuedEvent> taken = next(now);
      if (taken.isPresent()) {
        return taken;
      }
      Duration pause = scheduler.due().map(due -> Duration.between(now, due)).orElse(LONGEST_WAIT);
      wait(Math.clamp(pause.toMillis(), 1, LONGEST_WAIT.toMillis()));
    }
    return Optional.empty();
  }

  private Optional<QueuedEvent> next(Instant now) {
    lookAhead();
    for (Optional<KeyScheduler.Turn> turn = scheduler.poll(now);
        turn.isPresent();
        turn = scheduler.poll(now)) {
      Optional<QueuedEvent> taken = taken(turn.get());
      if (taken.isPresent()) {
        return taken;
      }
      lookAhead();
    }
    return Optional.empty();
  }

  /** Finds the ordering keys of further events, a portion at a time, until one is ready. */
  private void lookAhead() {
    boolean more = scheduler.isHungry();
    while (more) {
      List<EventTable.Place> places =
          read(session -> EventTable.places(session, lastSeen, PORTION));
      for (EventTable.Place place : places) {
        scheduler.add(place.orderingKey(), place.number());
        lastSeen = place.number();
      }
      more = places.size() == PORTION && scheduler.isHungry();
    }
  }

  /** Empty where the key has no event among those that were looked at; it may have later ones. */
  private Optional<QueuedEvent> taken(KeyScheduler.Turn turn) {
    Optional<EventTable.Waiting> found;
    try {
      found = read(session -> EventTable.next(session, turn.orderingKey(), turn.after(), lastSeen));
    } catch (RuntimeException | Error e) {
      scheduler.giveBack(turn);
      throw e;
    }
    found.ifPresentOrElse(
        event -> scheduler.take(turn, event.number()), () -> scheduler.remove(turn));
    return found.map(event -> new QueuedEvent(event.number(), event.event(), turn.attempt()));
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
    notifyAll();
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
      notifyAll();
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
