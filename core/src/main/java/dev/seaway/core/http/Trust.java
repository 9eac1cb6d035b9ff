package dev.seaway.core.http;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Which certificate authorities are trusted, as {@code SSL_CERT_FILE} and {@code SSL_CERT_DIR} say
 * it. What is given replaces the Java runtime's own list.
 *
 * @param certificateFile certificates in PEM, one after another
 * @param certificateDirectory a folder of such files
 */
public record Trust(Optional<Path> certificateFile, Optional<Path> certificateDirectory) {

  /** The Java runtime's own list. */
  public static final Trust DEFAULT = new Trust(Optional.empty(), Optional.empty());

  boolean isDefault() {
    return certificateFile.isEmpty() && certificateDirectory.isEmpty();
  }
}
