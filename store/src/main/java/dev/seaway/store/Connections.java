package dev.seaway.store;

import dev.seaway.store.DatabaseSpec.Durability;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.SynchronousMode;

/** Opens the connections of one database. */
record Connections(Session writer, List<Session> readers, List<FileIdentity> files) {

  /**
   * Opens the writer, which prepares the schema, and the readers.
   *
   * @param alone whether no other process has the file
   */
  static Connections open(StoreErrors errors, boolean alone) {
    List<Session> opened = new ArrayList<>();
    try {
      Session writer = session(errors);
      opened.add(writer);
      writer.inTransaction(
          session -> {
            errors.spec().schema().prepare(session, errors, alone);
            return true;
          },
          "COMMIT");
      writer.list("PRAGMA journal_mode = WAL", row -> row.getString(1));
      for (int i = 0; i < errors.spec().readers(); i++) {
        Session reader = session(errors);
        opened.add(reader);
        reader.update("PRAGMA query_only = ON");
        // The first reading creates the write-ahead log where there is none.
        reader.list("SELECT count(*) FROM sqlite_schema", row -> row.getInt(1));
      }
      return new Connections(
          writer, List.copyOf(opened.subList(1, opened.size())), identities(errors));
    } catch (RuntimeException e) {
      opened.forEach(session -> closeAfter(session, e));
      throw e;
    }
  }

  private static Session session(StoreErrors errors) {
    try {
      SQLiteConfig config = new SQLiteConfig();
      config.setBusyTimeout(5_000);
      config.setSynchronous(
          errors.spec().durability() == Durability.POWER
              ? SynchronousMode.FULL
              : SynchronousMode.NORMAL);
      config.setTempStore(SQLiteConfig.TempStore.MEMORY);
      config.setCacheSize(-1_000 * errors.spec().cacheMegabytes());
      config.setJournalSizeLimit(64 << 20);
      return new Session(config.createConnection("jdbc:sqlite:" + errors.path()), errors);
    } catch (SQLException e) {
      throw errors.of(e);
    }
  }

  private static List<FileIdentity> identities(StoreErrors errors) {
    Path path = errors.path();
    try {
      return List.of(
          FileIdentity.of(path), FileIdentity.of(path.resolveSibling(path.getFileName() + "-wal")));
    } catch (IOException e) {
      throw errors.unreachable(e);
    }
  }

  private static void closeAfter(Session session, RuntimeException failure) {
    try {
      session.close();
    } catch (SQLException e) {
      failure.addSuppressed(e);
    }
  }

  /**
   * The readers first: the last connection to close brings all into the one file. The first failure
   * is thrown, after the others are closed.
   */
  void close() throws SQLException {
    Optional<SQLException> failure = Optional.empty();
    for (Session session : Stream.concat(readers.stream(), Stream.of(writer)).toList()) {
      try {
        session.close();
      } catch (SQLException e) {
        failure = failure.or(() -> Optional.of(e));
      }
    }
    if (failure.isPresent()) {
      throw failure.get();
    }
  }
}
