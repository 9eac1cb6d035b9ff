package dev.seaway.catalog.store;

import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** The database file cannot be opened, read or written; the message is one sentence for people. */
public final class StoreException extends RuntimeException {
  private final boolean gone;

  StoreException(String message, @Nullable Throwable cause) {
    this(message, cause, false);
  }

  private StoreException(String message, @Nullable Throwable cause, boolean gone) {
    super(message, cause);
    this.gone = gone;
  }

  /** The file that is open has no longer its name. */
  static StoreException gone(Path file) {
    return new StoreException(
        ("%s was removed or replaced while the catalog is open, so nothing is stored. Put the same"
                + " file back, or restart the catalog.")
            .formatted(file),
        null,
        true);
  }

  /** Whether the catalog works again once the same file is back. */
  public boolean isGone() {
    return gone;
  }

  static StoreException of(String what, SQLException cause) {
    return new StoreException(what + ": " + reason(cause), cause);
  }

  private static String reason(SQLException cause) {
    SQLiteErrorCode code =
        cause instanceof SQLiteException sqlite
            ? sqlite.getResultCode()
            : SQLiteErrorCode.getErrorCode(cause.getErrorCode());
    String name = code.name();
    if (name.startsWith("SQLITE_NOTADB")) {
      return "it is not a SQLite database. Name another file.";
    }
    if (name.startsWith("SQLITE_CORRUPT")) {
      return "it is damaged. Restore it from a backup, or move it away to start with an empty"
          + " catalog.";
    }
    if (name.startsWith("SQLITE_FULL")) {
      return "the disk is full. Free some space; nothing of this call was stored.";
    }
    if (name.startsWith("SQLITE_READONLY") || name.startsWith("SQLITE_PERM")) {
      return "it cannot be written. Check the permissions of the file and its folder.";
    }
    if (name.startsWith("SQLITE_CANTOPEN")) {
      return "it cannot be opened. Check that the folder exists and that its permissions allow it.";
    }
    if (name.startsWith("SQLITE_BUSY") || name.startsWith("SQLITE_LOCKED")) {
      return "another program holds it. Close that program and try again.";
    }
    if (name.startsWith("SQLITE_IOERR")) {
      return "the disk failed (%s). Check the disk.".formatted(name);
    }
    return String.valueOf(cause.getMessage());
  }
}
