package dev.seaway.core.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells whether the machine was started anew. */
public final class Boot {

  private static final Path ID = Path.of("/proc/sys/kernel/random/boot_id");

  private Boot() {}

  /** The same until the machine is started anew; empty where the system does not tell. */
  public static String id() {
    try {
      return Files.readString(ID);
    } catch (IOException e) {
      return "";
    }
  }
}
