package dev.seaway.store;

import dev.seaway.store.StoreException.Reason;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A SQLite file. Thread-safe: writers queue for the one writing connection, readers share a few
 * others and see the last committed state.
 */
public final class Database implements AutoCloseable {

  /** How often one who waits for a connection looks whether the database was closed meanwhile. */
  private static final long LOOKS_UP_MILLIS = 100;

  private static final Logger log = LoggerFactory.getLogger(Database.class);

  private final StoreErrors errors;
  private final Optional<DatabaseFile> claim;
  private final Connections connections;
  private final ReentrantLock writing = new ReentrantLock(true);
  private final BlockingQueue<Session> readers;
  private volatile boolean closed;

  Database(StoreErrors errors, Optional<DatabaseFile> claim, Connections connections) {
    this.errors = errors;
    this.claim = claim;
    this.connections = connections;
    this.readers =
        new ArrayBlockingQueue<>(connections.readers().size(), false, connections.readers());
  }

  /**
   * Opens or creates the file, which then is this process's alone, {@link #join} aside.
   *
   * @throws StoreException {@link Reason#IN_USE} where it is open already
   */
  public static Database open(Path path, DatabaseSpec spec) {
    StoreErrors errors = new StoreErrors(spec, path.toAbsolutePath().normalize());
    DatabaseFile claim = DatabaseFile.claim(errors);
    try {
      return new Database(errors, Optional.of(claim), connect(errors, claim));
    } catch (RuntimeException e) {
      claim.close();
      throw e;
    }
  }

  private static Connections connect(StoreErrors errors, DatabaseFile claim) {
    try {
      claim.prepare();
      return Connections.open(errors, true);
    } catch (StoreException e) {
      if (!errors.spec().disposable() || e.reason() != Reason.UNREADABLE) {
        throw e;
      }
      log.warn("{} An empty one takes its place.", e.getMessage());
      claim.delete();
      claim.prepare();
      return Connections.open(errors, true);
    }
  }

  /** Opens a file that another process may have open: both may read and write it. */
  public static Database join(Path path, DatabaseSpec spec) {
    StoreErrors errors = new StoreErrors(spec, path.toAbsolutePath().normalize());
    return new Database(errors, Optional.empty(), Connections.open(errors, false));
  }

  /**
   * Runs the work in one transaction: all of it is stored, or, after any exception, nothing.
   *
   * @throws StoreException {@link Reason#GONE} too where the file has no longer its name: then
   *     nothing of it counts
   */
  public <T> T write(Function<Session, T> work) {
    return exclusively(work, "COMMIT");
  }

  /** Runs the work in one transaction and stores nothing. */
  public <T> T rehearse(Function<Session, T> work) {
    return exclusively(work, "ROLLBACK");
  }

  private <T> T exclusively(Function<Session, T> work, String end) {
    writing.lock();
    try {
      checkOpen();
      checkInPlace();
      T result = connections.writer().inTransaction(work, end);
      checkInPlace();
      return result;
    } finally {
      writing.unlock();
    }
  }

  /** Runs the work on a reading connection. Each statement sees one committed state. */
  public <T> T read(Function<Session, T> work) {
    checkOpen();
    checkInPlace();
    Session reader = borrow();
    try {
      return work.apply(reader);
    } finally {
      readers.add(reader);
    }
  }

  private Session borrow() {
    try {
      Session reader = readers.poll();
      while (reader == null) {
        checkOpen();
        reader = readers.poll(LOOKS_UP_MILLIS, TimeUnit.MILLISECONDS);
      }
      if (closed) {
        readers.add(reader);
        checkOpen();
      }
      return reader;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw errors.failed("was not read, for the thread was interrupted.", e);
    }
  }

  /** Throws {@link Reason#GONE} where the file was removed or replaced since it was opened. */
  public void checkInPlace() {
    if (!isInPlace()) {
      throw errors.gone();
    }
  }

  private boolean isInPlace() {
    return connections.files().stream().allMatch(FileIdentity::holds);
  }

  private void checkOpen() {
    if (closed) {
      throw errors.failed("is closed. Open it again.", null);
    }
  }

  /**
   * Waits for the calls in progress, then closes the file. An interrupt does not end that: what has
   * the file open would go on with it.
   */
  @Override
  public void close() {
    close(false);
  }

  /** Closes the file, and removes it. */
  public void closeAndDelete() {
    close(true);
  }

  private void close(boolean deletes) {
    writing.lock();
    try {
      if (!closed) {
        closed = true;
        closeAll(deletes);
      }
    } finally {
      writing.unlock();
    }
  }

  private void closeAll(boolean deletes) {
    // A file that took the place of this one is another's.
    boolean own = isInPlace();
    try {
      awaitReaders();
      connections.close();
      if (deletes && own) {
        claim.ifPresent(DatabaseFile::delete);
      }
    } catch (SQLException e) {
      throw errors.of(e);
    } finally {
      // A thread that waits for a reader must wake up and see that the database is closed.
      readers.addAll(connections.readers());
      claim.ifPresent(DatabaseFile::close);
    }
  }

  private void awaitReaders() {
    boolean interrupted = false;
    int left = connections.readers().size();
    while (left > 0) {
      try {
        readers.take();
        left--;
      } catch (InterruptedException _) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
