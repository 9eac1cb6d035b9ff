package dev.seaway.distribution.architecture.broken.core.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.NullMarked;

/** Breaks a rule on purpose. */
@NullMarked
final class ReadsAFile {
  private ReadsAFile() {}

  static String text(Path file) throws IOException {
    return Files.readString(file);
  }
}
