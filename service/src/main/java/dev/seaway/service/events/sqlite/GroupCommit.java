package dev.seaway.service.events.sqlite;

import dev.seaway.core.SeawayException.Category;
import dev.seaway.service.events.QueueException;
import dev.seaway.store.Database;
import dev.seaway.store.Session;
import dev.seaway.store.StoreException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores the changes of many threads. Those that come while others are being stored share the next
 * transaction, and with it one sync of the disk. A platform thread writes: it waits for the disk
 * inside SQLite, where a virtual one would hold up others. Thread-safe.
 */
final class GroupCommit {

  private static final Logger log = LoggerFactory.getLogger(GroupCommit.class);

  private static final String UNKEPT = "live events cannot be kept: ";

  /** What one thread wants to be stored; a settlement also where that fails at first. */
  private static final class Change<T> {
    private final Function<Session, T> work;
    private final boolean isSettlement;
    private @Nullable T result;

    Change(Function<Session, T> work, boolean isSettlement) {
      this.work = work;
      this.isSettlement = isSettlement;
    }

    void apply(Session session) {
      result = work.apply(session);
    }
  }

  /** Changes that are stored together, or not at all. */
  private static final class Group {
    private final List<Change<?>> changes = new ArrayList<>();
    private final CompletableFuture<Optional<Throwable>> failure = new CompletableFuture<>();
  }

  private final Database database;
  private final ExecutorService writer =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().name("live-events-writer").daemon().factory());
  private final Object joining = new Object();
  private final List<Change<?>> owed = new ArrayList<>();
  private @Nullable Group gathering;
  private boolean closed;
  private volatile String said = "";
  private volatile Optional<String> obstacle = Optional.empty();

  GroupCommit(Database database) {
    this.database = database;
  }

  /**
   * Returns when it is stored.
   *
   * @param failure begins the message where it is not
   */
  <T> T commit(String failure, Function<Session, T> work) {
    Change<T> change = new Change<>(work, false);
    Optional<Throwable> cause = store(change);
    if (cause.isPresent()) {
      if (cause.get() instanceof QueueException refusal) {
        throw refusal;
      }
      throw new QueueException(
          Category.EXTERNAL, failure + ": " + reason(cause.get()), cause.get());
    }
    return Objects.requireNonNull(change.result);
  }

  /**
   * Stores it now or, where that fails, with the next change that can be stored. Once this is
   * closed it is not stored any more.
   */
  void settle(Function<Session, ?> work) {
    store(new Change<>(work, true));
  }

  /** Not ended by an interrupt: what is under way is stored or not, and the caller must know. */
  private Optional<Throwable> store(Change<?> change) {
    Group group;
    synchronized (joining) {
      if (closed) {
        return Optional.of(closed());
      }
      group = gathering();
      group.changes.add(change);
    }
    return group.failure.join();
  }

  /** Why a queue that is closed takes nothing. */
  static QueueException closed() {
    return new QueueException(Category.EXTERNAL, "The queue of events is closed.", null);
  }

  private Group gathering() {
    Group group = gathering;
    if (group == null) {
      group = new Group();
      writer.execute(this::write);
      gathering = group;
    }
    return group;
  }

  /** Whatever fails, and however: the group is settled, and what is not stored has failed. */
  private void write() {
    Group group;
    synchronized (joining) {
      group = Objects.requireNonNull(gathering);
      gathering = null;
    }
    Optional<Throwable> failure = Optional.empty();
    try {
      write(group);
    } catch (RuntimeException | Error e) {
      failure = Optional.of(e);
      failed(group, e);
    } finally {
      group.failure.complete(failure);
    }
  }

  private void write(Group group) {
    List<Change<?>> changes;
    synchronized (joining) {
      changes = new ArrayList<>(owed);
    }
    changes.addAll(group.changes);
    database.write(
        session -> {
          changes.forEach(change -> change.apply(session));
          return true;
        });
    clearOwed();
    recovered();
  }

  private void clearOwed() {
    synchronized (joining) {
      owed.clear();
    }
  }

  private void failed(Group group, Throwable cause) {
    synchronized (joining) {
      group.changes.stream().filter(change -> change.isSettlement).forEach(owed::add);
    }
    String reason = UNKEPT + reason(cause);
    if (!said.equals(reason)) {
      log.error("From now on {}", reason);
      said = reason;
    }
    // A file that is gone is looked for whenever somebody asks.
    boolean gone =
        cause instanceof StoreException store && store.reason() == StoreException.Reason.GONE;
    obstacle = gone ? Optional.empty() : Optional.of(reason);
  }

  private void recovered() {
    if (!said.isEmpty()) {
      log.info("Live events are kept again");
      said = "";
    }
    obstacle = Optional.empty();
  }

  private static String reason(Throwable cause) {
    return cause instanceof StoreException ? String.valueOf(cause.getMessage()) : cause.toString();
  }

  /** How many settlements are not stored yet. */
  int owed() {
    synchronized (joining) {
      return owed.size();
    }
  }

  /**
   * Why nothing would be stored now. After a failure it is tried: a service that is not ready may
   * be sent nothing by which it would show.
   */
  Optional<String> obstacle() {
    try {
      database.checkInPlace();
    } catch (StoreException e) {
      return Optional.of(UNKEPT + e.getMessage());
    }
    if (obstacle.isPresent()) {
      store(new Change<>(GroupCommit::probe, false));
    }
    return obstacle;
  }

  private static int probe(Session session) {
    session.update("INSERT INTO probe(content) VALUES (randomblob(16384))");
    return session.update("DELETE FROM probe");
  }

  /** Stores what is left, as far as that can be done, and takes nothing more. */
  void close() {
    Group last;
    synchronized (joining) {
      if (closed) {
        return;
      }
      last = gathering();
      closed = true;
    }
    last.failure.join();
    writer.shutdown();
  }
}
