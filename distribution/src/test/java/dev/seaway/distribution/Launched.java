package dev.seaway.distribution;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;

/** {@code seaway run} in a process of its own. */
final class Launched {

  private Launched() {}

  static Process start(Stage stage) throws IOException {
    return start(stage, Redirect.DISCARD);
  }

  /**
   * @param log gets what the program says
   */
  static Process start(Stage stage, File log) throws IOException {
    return start(stage, Redirect.to(log));
  }

  private static Process start(Stage stage, Redirect messages) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-Dvertx.disableFileCPResolving=true",
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "run");
    builder.environment().keySet().removeIf(name -> name.matches("(?i).*(_|^)(proxy|SSL_CERT.*)"));
    builder.environment().putAll(stage.environment());
    return builder
        .directory(stage.directory().toFile())
        .redirectOutput(Redirect.DISCARD)
        .redirectError(messages)
        .start();
  }
}
