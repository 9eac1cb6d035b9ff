package dev.seaway.catalog.store;

import java.nio.file.Path;
import java.util.List;

/** The tables of the database, and the marks by which the catalog knows its own files. */
final class Schema {
  /** "SWAY": the mark of Seaway's databases. */
  static final int APPLICATION = 0x53574159;

  static final int VERSION = 1;

  /**
   * Reading all of a bigger file would delay the start; its damage shows at the first use instead.
   */
  private static final long MAX_BYTES_TO_CHECK = 64L << 20;

  private static final List<String> TABLES =
      List.of(
          "CREATE TABLE setting(name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
          """
          CREATE TABLE integration(
            identifier TEXT PRIMARY KEY, document TEXT NOT NULL,
            created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL) WITHOUT ROWID\
          """,
          """
          CREATE TABLE example(
            id INTEGER PRIMARY KEY, integration TEXT NOT NULL, kind TEXT NOT NULL, document TEXT NOT NULL)\
          """,
          "CREATE INDEX example_by_kind ON example(integration, kind)",
          """
          CREATE TABLE blueprint(
            identifier TEXT PRIMARY KEY, document TEXT NOT NULL,
            created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL) WITHOUT ROWID\
          """,
          "CREATE TABLE datasource(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE)",
          """
          CREATE TABLE entity(
            id INTEGER PRIMARY KEY, blueprint TEXT NOT NULL, identifier TEXT NOT NULL, title TEXT,
            datasource INTEGER NOT NULL, created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL,
            content TEXT NOT NULL, UNIQUE(blueprint, identifier))\
          """,
          "CREATE INDEX entity_by_datasource ON entity(datasource, updated_at)",
          """
          CREATE TABLE relation(
            target INTEGER NOT NULL, source INTEGER NOT NULL, name TEXT NOT NULL,
            PRIMARY KEY(target, source, name)) WITHOUT ROWID\
          """,
          "CREATE INDEX relation_by_source ON relation(source)");

  private Schema() {}

  static void prepare(Session session, Path path) {
    int application = number(session, "PRAGMA application_id");
    if (application == 0 && number(session, "SELECT count(*) FROM sqlite_schema") == 0) {
      create(session);
    } else {
      check(session, path, application);
    }
  }

  private static void create(Session session) {
    TABLES.forEach(session::update);
    session.update("PRAGMA application_id = " + APPLICATION);
    session.update("PRAGMA user_version = " + VERSION);
  }

  private static void check(Session session, Path path, int application) {
    if (application != APPLICATION) {
      throw DatabaseFile.cannot(path, "it belongs to another program. Name another file.", null);
    }
    int version = number(session, "PRAGMA user_version");
    if (version > VERSION) {
      throw DatabaseFile.cannot(
          path,
          "a newer Seaway wrote it (version %d; this one knows up to %d). Use that Seaway, or another file."
              .formatted(version, VERSION),
          null);
    }
    checkPages(session, path);
  }

  private static void checkPages(Session session, Path path) {
    long bytes = (long) number(session, "PRAGMA page_count") * number(session, "PRAGMA page_size");
    if (bytes > MAX_BYTES_TO_CHECK) {
      return;
    }
    String result = session.list("PRAGMA quick_check(1)", row -> row.getString(1)).getFirst();
    if (!result.equals("ok")) {
      throw DatabaseFile.cannot(
          path,
          "it is damaged. Restore it from a backup, or move it away to start with an empty"
              + " catalog.",
          null);
    }
  }

  private static int number(Session session, String sql) {
    return session.list(sql, row -> row.getInt(1)).getFirst();
  }
}
