package dev.seaway.benchmarks.whole;

import dev.seaway.benchmarks.profile.Shares;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The processor time of a process by thread, the compiler's and the collector's too. */
final class ThreadTimes {

  private record Task(String name, long ticks) {}

  private final Map<String, Task> tasks = new HashMap<>();

  /** Looks at a running process; the last look at each thread counts. */
  void look(long pid) {
    try (Stream<Path> threads = Files.list(Path.of("/proc/" + pid + "/task"))) {
      List<Path> found = threads.toList();
      for (Path thread : found) {
        String stat = Files.readString(thread.resolve("stat"));
        String name = stat.substring(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        long ticks = Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
        tasks.put(thread.toString(), new Task(name, ticks));
      }
    } catch (IOException e) {
      // The process or the thread has ended in between; what was seen before stays.
      return;
    }
  }

  String text() {
    Shares shares = new Shares();
    long ticks = 0;
    for (Task task : tasks.values()) {
      shares.add(task.name(), (double) task.ticks());
      ticks += task.ticks();
    }
    return shares.top("Processor time by thread (%.2f s):".formatted(ticks / 100.0), 15);
  }
}
