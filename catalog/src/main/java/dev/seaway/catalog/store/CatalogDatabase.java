package dev.seaway.catalog.store;

import dev.seaway.store.Database;
import dev.seaway.store.DatabaseSpec;
import dev.seaway.store.Schema;
import java.nio.file.Path;
import java.util.List;

/** The catalog's SQLite file. */
public final class CatalogDatabase {

  /** "SWAY": the mark of a catalog. */
  private static final int APPLICATION = 0x53574159;

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

  private static final DatabaseSpec SPEC =
      new DatabaseSpec(
          "The catalog's database",
          new Schema(APPLICATION, List.of(TABLES)),
          DatabaseSpec.Durability.PROCESS,
          4,
          16,
          false,
          "Restore it from a backup, or move it away to start with an empty catalog.",
          "Put the same file back, or restart the catalog.");

  private CatalogDatabase() {}

  /** Opens or creates it; this process's alone. */
  public static Database open(Path path) {
    return Database.open(path, SPEC);
  }
}
