package dev.seaway.distribution;

import dev.seaway.core.resync.RunSummary;
import dev.seaway.core.resync.SyncListener;
import dev.seaway.distribution.logging.SecretMask;
import dev.seaway.distribution.logging.StatusLine;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;

/**
 * What the surroundings give to a command.
 *
 * @param results where what was asked for goes: standard output
 * @param messages where logs and progress go: standard error
 * @param directory the working directory
 */
record Terminal(
    PrintStream results,
    StatusLine messages,
    SecretMask mask,
    Map<String, String> environment,
    Path directory) {

  Terminal {
    environment = Map.copyOf(environment);
  }

  /** A result, without its secrets. */
  void print(String line) {
    results.println(mask.mask(line));
    results.flush();
  }

  /** Adds a run up, and shows it as suits the terminal, or the lack of one. */
  SyncListener display(RunSummary summary) {
    return summary.and(
        messages.terminal()
            ? new LiveProgress(summary, messages, ZoneId.systemDefault())
            : new PlainProgress(summary));
  }

  /** The environment may hold credentials. */
  @Override
  public String toString() {
    return "Terminal[" + directory + "]";
  }
}
