package dev.seaway.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/**
 * Tells whether a name still leads to the file that was opened: a file without a name takes all
 * that is written to it, and is gone with the process.
 *
 * @param key tells the file from another one of that name; empty where the system has no such thing
 */
record FileIdentity(Path path, Optional<Object> key) {

  static FileIdentity of(Path path) throws IOException {
    return new FileIdentity(
        path, Optional.ofNullable(Files.readAttributes(path, BasicFileAttributes.class).fileKey()));
  }

  boolean holds() {
    try {
      return of(path).equals(this);
    } catch (IOException _) {
      return false;
    }
  }
}
