package dev.seaway.store;

import dev.seaway.store.StoreException.Reason;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Says what is wrong with one database file, in words for people. */
record StoreErrors(DatabaseSpec spec, Path path) {

  private static final String NO_DATABASE = "it is not a SQLite database. ";

  StoreException cannotOpen(Reason reason, String why, @Nullable Throwable cause) {
    return new StoreException(
        reason, "%s %s cannot be opened: %s".formatted(spec.name(), path, why), cause);
  }

  StoreException unreadable(String why, @Nullable Throwable cause) {
    return cannotOpen(Reason.UNREADABLE, why, cause);
  }

  StoreException noDatabase() {
    return unreadable(NO_DATABASE + remedy(), null);
  }

  private String remedy() {
    return spec.disposable() ? spec.ifDamaged() : "Name another file.";
  }

  StoreException damaged(@Nullable Throwable cause) {
    return unreadable("it is damaged. " + spec.ifDamaged(), cause);
  }

  StoreException unreachable(IOException cause) {
    return cannotOpen(
        Reason.FAILED,
        "%s (%s). Check the permissions of the file and its folder."
            .formatted(cause.getMessage(), cause.getClass().getSimpleName()),
        cause);
  }

  StoreException gone() {
    return new StoreException(
        Reason.GONE,
        "%s %s was removed or replaced while it was in use. %s"
            .formatted(spec.name(), path, spec.ifGone()),
        null);
  }

  StoreException failed(String what, @Nullable Throwable cause) {
    return new StoreException(Reason.FAILED, "%s %s %s".formatted(spec.name(), path, what), cause);
  }

  StoreException of(SQLException cause) {
    SQLiteErrorCode code =
        cause instanceof SQLiteException sqlite
            ? sqlite.getResultCode()
            : SQLiteErrorCode.getErrorCode(cause.getErrorCode());
    String name = code.name();
    boolean unreadable = name.startsWith("SQLITE_NOTADB") || name.startsWith("SQLITE_CORRUPT");
    return new StoreException(
        unreadable ? Reason.UNREADABLE : Reason.FAILED,
        "%s %s cannot be used: %s".formatted(spec.name(), path, reason(name, cause)),
        cause);
  }

  private String reason(String name, SQLException cause) {
    if (name.startsWith("SQLITE_NOTADB")) {
      return NO_DATABASE + remedy();
    }
    if (name.startsWith("SQLITE_CORRUPT")) {
      return "it is damaged. " + spec.ifDamaged();
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
    Throwable first = cause.getCause();
    return cause.getMessage() + (first == null ? "" : " (" + first.getMessage() + ")");
  }
}
