package dev.seaway.store;

import java.util.List;

/**
 * The tables of a database, and the marks by which Seaway knows its own files.
 *
 * @param application the mark of this kind of file
 * @param versions the statements that lead to version 1, from there to version 2, and so on
 */
public record Schema(int application, List<List<String>> versions) {

  /**
   * Reading all of a bigger file would delay the start; its damage shows at the first use instead.
   */
  private static final long MAX_BYTES_TO_CHECK = 64L << 20;

  public Schema {
    versions = versions.stream().map(List::copyOf).toList();
  }

  /**
   * Creates the tables, or checks them.
   *
   * @param alone whether no other process has the file: then it is read through once, and brought
   *     to the newest version
   */
  void prepare(Session session, StoreErrors errors, boolean alone) {
    int application = number(session, "PRAGMA application_id");
    boolean isEmpty =
        application == 0 && number(session, "SELECT count(*) FROM sqlite_schema") == 0;
    if (isEmpty) {
      session.update("PRAGMA application_id = " + this.application);
    } else {
      check(session, errors, application, alone);
    }
    migrate(session, number(session, "PRAGMA user_version"));
  }

  private void check(Session session, StoreErrors errors, int application, boolean alone) {
    if (application != this.application) {
      throw errors.unreadable("it belongs to another program. Name another file.", null);
    }
    int version = number(session, "PRAGMA user_version");
    if (version > versions.size()) {
      throw errors.unreadable(
          "a newer Seaway wrote it (version %d; this one knows up to %d). Use that Seaway, or another file."
              .formatted(version, versions.size()),
          null);
    }
    if (version < versions.size() && !alone) {
      throw errors.unreadable(
          "an older Seaway wrote it. Start the service by this version once.", null);
    }
    if (alone) {
      checkPages(session, errors);
    }
  }

  private static void checkPages(Session session, StoreErrors errors) {
    long bytes = (long) number(session, "PRAGMA page_count") * number(session, "PRAGMA page_size");
    if (bytes > MAX_BYTES_TO_CHECK) {
      return;
    }
    String result = session.list("PRAGMA quick_check(1)", row -> row.getString(1)).getFirst();
    if (!result.equals("ok")) {
      throw errors.damaged(null);
    }
  }

  private void migrate(Session session, int version) {
    versions.stream().skip(version).flatMap(List::stream).forEach(session::update);
    if (version < versions.size()) {
      session.update("PRAGMA user_version = " + versions.size());
    }
  }

  private static int number(Session session, String sql) {
    return session.list(sql, row -> row.getInt(1)).getFirst();
  }
}
