package dev.seaway.catalog.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.sqlite.SQLiteConfig;

/**
 * The catalog's SQLite file. Thread-safe: writers queue for the one writing connection, readers
 * share a few others and see the last committed state.
 */
public final class Database implements AutoCloseable {
  private static final int READERS = 4;

  private final DatabaseFile file;
  private final OpenFiles openFiles;
  private final Session writer;
  private final ReentrantLock writing = new ReentrantLock(true);
  private final BlockingQueue<Session> readers = new ArrayBlockingQueue<>(READERS);
  private volatile boolean closed;

  private Database(DatabaseFile file, Session writer, List<Session> readers) {
    this.file = file;
    this.openFiles = OpenFiles.of(file.path());
    this.writer = writer;
    this.readers.addAll(readers);
  }

  public static Database open(Path path) {
    DatabaseFile file = DatabaseFile.claim(path);
    List<Session> opened = new ArrayList<>();
    try {
      Session writer = session(file.path(), false);
      opened.add(writer);
      transaction(writer, session -> prepared(session, file.path()), "COMMIT");
      writer.list("PRAGMA journal_mode = WAL", row -> row.getString(1));
      for (int i = 0; i < READERS; i++) {
        opened.add(session(file.path(), true));
      }
      return new Database(file, writer, opened.subList(1, opened.size()));
    } catch (RuntimeException e) {
      opened.forEach(session -> closeAfter(session, e));
      file.close();
      throw e;
    }
  }

  private static Session prepared(Session session, Path path) {
    Schema.prepare(session, path);
    return session;
  }

  private static Session session(Path path, boolean reader) {
    String failure = "The catalog's database %s cannot be used".formatted(path);
    try {
      SQLiteConfig config = new SQLiteConfig();
      config.setBusyTimeout(5_000);
      config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
      config.setTempStore(SQLiteConfig.TempStore.MEMORY);
      config.setCacheSize(-16_000);
      config.setJournalSizeLimit(64 << 20);
      Connection connection = config.createConnection("jdbc:sqlite:" + path);
      Session session = new Session(connection, failure);
      if (reader) {
        session.update("PRAGMA query_only = ON");
      }
      return session;
    } catch (SQLException e) {
      throw StoreException.of(failure, e);
    }
  }

  private static void closeAfter(Session session, RuntimeException failure) {
    try {
      session.close();
    } catch (SQLException e) {
      failure.addSuppressed(e);
    }
  }

  /** Runs the work in one transaction: all of it is stored, or, after any exception, nothing. */
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
      openFiles.verify();
      T result = transaction(writer, work, end);
      openFiles.verify();
      return result;
    } finally {
      writing.unlock();
    }
  }

  private static <T> T transaction(Session session, Function<Session, T> work, String end) {
    session.update("BEGIN IMMEDIATE");
    try {
      T result = work.apply(session);
      session.update(end);
      return result;
    } catch (RuntimeException | Error e) {
      rollBackAfter(session, e);
      throw e;
    }
  }

  private static void rollBackAfter(Session session, Throwable failure) {
    try {
      session.update("ROLLBACK");
    } catch (StoreException e) {
      // SQLite rolls back by itself after a full disk; there is then nothing left to undo.
      failure.addSuppressed(e);
    }
  }

  /** Runs the work on a reading connection. Each statement sees one committed state. */
  public <T> T read(Function<Session, T> work) {
    checkOpen();
    openFiles.verify();
    Session reader = borrow();
    try {
      return work.apply(reader);
    } finally {
      readers.add(reader);
    }
  }

  private Session borrow() {
    try {
      Session reader = readers.take();
      if (closed) {
        readers.add(reader);
        checkOpen();
      }
      return reader;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreException("The read was interrupted.", e);
    }
  }

  private void checkOpen() {
    if (closed) {
      throw new StoreException(
          "The catalog %s is closed. Open it again.".formatted(file.path()), null);
    }
  }

  /** Waits for the calls in progress, then closes the file. */
  @Override
  public void close() {
    writing.lock();
    try {
      if (!closed) {
        closed = true;
        closeAll();
      }
    } finally {
      writing.unlock();
    }
  }

  private void closeAll() {
    try {
      List<Session> idle = new ArrayList<>();
      for (int i = 0; i < READERS; i++) {
        idle.add(readers.take());
      }
      for (Session reader : idle) {
        reader.close();
      }
      writer.close();
      // A thread that waits for a reader must wake up and see that the catalog is closed.
      readers.addAll(idle);
    } catch (SQLException e) {
      throw StoreException.of(
          "The catalog's database %s cannot be closed".formatted(file.path()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreException("Closing the catalog was interrupted.", e);
    } finally {
      file.close();
    }
  }
}
