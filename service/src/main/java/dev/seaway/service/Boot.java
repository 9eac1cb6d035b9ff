package dev.seaway.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells whether the machine was started anew. */
final class Boot {

  private static final Logger log = LoggerFactory.getLogger(Boot.class);
  private static final Path ID = Path.of("/proc/sys/kernel/random/boot_id");

  private Boot() {}

  /**
   * The same until the machine is started anew. Where the system does not tell it is another each
   * time, so that nothing is resumed that a loss of power may have spoilt.
   */
  static String id() {
    return id(ID);
  }

  static String id(Path told) {
    try {
      String id = Files.readString(told);
      return id.isBlank() ? unknown() : id;
    } catch (IOException e) {
      log.debug("This system does not tell whether it was started anew", e);
      return unknown();
    }
  }

  private static String unknown() {
    return UUID.randomUUID().toString();
  }
}
