package dev.seaway.service;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Random bytes of a folder, without which a hash of secrets tells nothing about them. */
final class Salt {

  private static final Logger log = LoggerFactory.getLogger(Salt.class);
  private static final String NAME = "salt";
  private static final int BYTES = 32;

  private Salt() {}

  /**
   * The same as long as the folder lasts, made at the first time. Where it cannot be kept it is
   * another each time.
   */
  static byte[] of(Path folder) {
    byte[] fresh = new byte[BYTES];
    new SecureRandom().nextBytes(fresh);
    try {
      Files.createDirectories(folder);
      byte[] kept = keep(folder.resolve(NAME), fresh);
      return kept.length == BYTES ? kept : fresh;
    } catch (IOException e) {
      log.debug("No salt can be kept", e);
      return fresh;
    }
  }

  private static byte[] keep(Path file, byte[] fresh) throws IOException {
    try {
      Files.write(file, fresh, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      return fresh;
    } catch (FileAlreadyExistsException _) {
      return Files.readAllBytes(file);
    }
  }
}
