package dev.seaway.benchmarks.whole;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How {@code ./seaway} starts Java; read from the script, so that what is measured is what is used.
 */
public final class Launcher {

  private static final String BEGIN = "exec \"$jdk/bin/java\"";
  private static final String END = "dev.seaway.distribution.Main";

  private Launcher() {}

  /**
   * The whole command of {@code seaway run}.
   *
   * @param home the checkout
   * @param more options of Java that come after the script's own
   */
  public static List<String> command(Path home, List<String> more) {
    try {
      return command(Files.readString(home.resolve("seaway")), home, more);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the launcher in " + home, e);
    }
  }

  static List<String> command(String script, Path home, List<String> more) {
    int begin = script.indexOf(BEGIN);
    int end = script.indexOf(END, begin);
    if (begin < 0 || end < 0) {
      throw new IllegalStateException(
          "The launcher does not start Java as it did; see " + Launcher.class);
    }
    List<String> command = new ArrayList<>(List.of(java()));
    Path lib = home.resolve("distribution/target/app/lib");
    for (String word : script.substring(begin + BEGIN.length(), end).split("[\\s\\\\]+", -1)) {
      if (!word.isEmpty() && !word.startsWith("${SEAWAY_JAVA_OPTIONS")) {
        command.add(resolved(word, lib));
      }
    }
    command.addAll(more);
    command.addAll(List.of(END, "run"));
    return command;
  }

  /** The Java that runs this. */
  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private static String resolved(String quoted, Path lib) {
    String word = quoted.replace("\"", "");
    String resolved =
        word.replace("${aot:+$aot}", "-XX:AOTCache=" + lib.resolve("../seaway.aot"))
            .replace("$lib", lib.toString())
            .replace("$terminal", "false");
    if (resolved.contains("$")) {
      throw new IllegalStateException("The launcher's " + word + " is not known to the benchmarks");
    }
    return resolved;
  }
}
