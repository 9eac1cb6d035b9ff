package dev.seaway.benchmarks.whole;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

/** Runs a process to its end and measures it from outside. Linux only. */
final class Child {

  private static final int POLL_MILLIS = 20;
  private static final int TICKS_PER_SECOND = 100;

  /**
   * A process that has ended.
   *
   * @param processor user and system time of the process, to 10 ms
   * @param peakBytes the most memory that was resident, as seen at most 20 ms before the end
   */
  record Ended(Instant started, Duration wall, Duration processor, long peakBytes) {}

  private final Path directory;
  private final LongConsumer look;

  /**
   * @param directory where the process works, and where its output goes
   * @param look called with the running process's id every 20 ms
   */
  Child(Path directory, LongConsumer look) {
    this.directory = directory;
    this.look = look;
  }

  Ended run(String name, List<String> command, Map<String, String> environment)
      throws IOException, InterruptedException {
    Path output = directory.resolve(name + ".out");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    long ticks = ticksOfEndedChildren();
    Instant started = Instant.now();
    long begin = System.nanoTime();
    Process process = builder.start();
    long peak = watch(process);
    Duration wall = Duration.ofNanos(System.nanoTime() - begin);
    if (process.exitValue() != 0) {
      throw new IllegalStateException(
          name + " ended with " + process.exitValue() + ":\n" + Files.readString(output));
    }
    Duration processor =
        Duration.ofMillis((ticksOfEndedChildren() - ticks) * 1000 / TICKS_PER_SECOND);
    return new Ended(started, wall, processor, peak);
  }

  private long watch(Process process) throws InterruptedException {
    try {
      Path status = Path.of("/proc/" + process.pid() + "/status");
      long peak = 0;
      do {
        peak = Math.max(peak, peakBytes(status));
        look.accept(process.pid());
      } while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS));
      return peak;
    } finally {
      process.destroyForcibly();
    }
  }

  private static long peakBytes(Path status) {
    try {
      return Files.readAllLines(status).stream()
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      // It has ended in between.
      return 0;
    }
  }

  /** The kernel adds a child's times to these fields when it has ended and was waited for. */
  private static long ticksOfEndedChildren() {
    try {
      String stat = Files.readString(Path.of("/proc/self/stat"));
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      return Long.parseLong(fields[13]) + Long.parseLong(fields[14]);
    } catch (IOException e) {
      throw new UncheckedIOException("Measuring needs Linux: processor time is read from /proc", e);
    }
  }
}
