package dev.seaway.distribution;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat;
import dev.seaway.distribution.fake.Recorded;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The failure of a run that has not ended in time: what was asked last of both sides, what the
 * program has said, and what all threads do, virtual ones too.
 */
final class StuckRun {

  private static final int LAST = 40;

  private StuckRun() {}

  static AssertionError at(String waitedFor, Stage stage) {
    return new AssertionError(
        "%s. The last calls to the catalog:%n%s%nto the tool:%n%s%nThe last messages:%n%s%nAll threads:%n%s"
            .formatted(
                waitedFor,
                last(stage.port.calls()),
                last(stage.site.requests()),
                lastLines(stage.messages()),
                threads()));
  }

  private static String last(List<Recorded> calls) {
    return calls.stream()
        .skip(Math.max(0, calls.size() - LAST))
        .map(call -> call.number() + " " + call)
        .collect(Collectors.joining("\n"));
  }

  private static String lastLines(String text) {
    List<String> lines = text.lines().toList();
    return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST), lines.size()));
  }

  /** As {@code jcmd Thread.dump_to_file} writes them. */
  static String threads() {
    try {
      Path folder = Files.createTempDirectory("seaway-threads");
      Path file = folder.resolve("threads.txt");
      ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
          .dumpThreads(file.toString(), ThreadDumpFormat.TEXT_PLAIN);
      String dump = Files.readString(file);
      Files.delete(file);
      Files.delete(folder);
      return dump;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
