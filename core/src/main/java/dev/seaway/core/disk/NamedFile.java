package dev.seaway.core.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/**
 * A file that is written, under its name. A file without a name takes all that is written to it,
 * and is gone with the process.
 *
 * @param key tells it from another one of that name; empty where the system has no such thing
 */
public record NamedFile(Path path, Optional<Object> key) {

  /** The file that has this name now. */
  public static NamedFile now(Path path) throws IOException {
    return new NamedFile(
        path, Optional.ofNullable(Files.readAttributes(path, BasicFileAttributes.class).fileKey()));
  }

  /** Whether it still has its name. */
  public boolean isThere() throws IOException {
    try {
      return now(path).equals(this);
    } catch (NoSuchFileException | NotDirectoryException _) {
      return false;
    }
  }
}
