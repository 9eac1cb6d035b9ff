package dev.seaway.catalog.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The files of an open database. A file that has lost its name takes all that is written to it, and
 * is gone with the process. Thread-safe.
 */
final class OpenFiles {

  /** What tells a file from another one of that name; empty where the system has no such thing. */
  private final Map<Path, Optional<Object>> keys = new LinkedHashMap<>();

  private OpenFiles() {}

  /** The database and its write-ahead log, which is there while a connection is open. */
  static OpenFiles of(Path database) {
    OpenFiles files = new OpenFiles();
    for (Path file : List.of(database, database.resolveSibling(database.getFileName() + "-wal"))) {
      key(file).ifPresent(key -> files.keys.put(file, key));
    }
    return files;
  }

  /** Throws where one of them has no longer its name. */
  void verify() {
    keys.forEach(
        (file, key) -> {
          if (!key(file).equals(Optional.of(key))) {
            throw StoreException.gone(file);
          }
        });
  }

  /** Empty where there is no such file. */
  private static Optional<Optional<Object>> key(Path file) {
    try {
      return Optional.of(
          Optional.ofNullable(Files.readAttributes(file, BasicFileAttributes.class).fileKey()));
    } catch (NoSuchFileException _) {
      return Optional.empty();
    } catch (IOException e) {
      throw new StoreException(
          "%s cannot be looked at (%s). Check the permissions of its folder."
              .formatted(file, e.getMessage()),
          e);
    }
  }
}
