package dev.seaway.service.events.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaway.service.events.EventQueue.NewEvent;
import dev.seaway.service.events.EventQueue.QueuedEvent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What waits is on the disk, and does not fill the memory. */
class MoreThanTheHeapTest {

  private static final int EVENTS = 1_000;
  private static final int PAYLOAD = 100_000;

  @TempDir private Path folder;

  @Test
  void letsMoreWaitThanTheHeapHolds() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx40m",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Child.class.getName(),
                folder.toString())
            .redirectErrorStream(true)
            .start();
    String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as(told).isZero();
    assertThat(told).contains("waited 1000, took 1000");
  }

  /** A process with a small heap. */
  static final class Child {

    private Child() {}

    public static void main(String[] arguments) throws Exception {
      String payload = "x".repeat(PAYLOAD);
      Set<Long> taken = new HashSet<>();
      long waiting;
      try (SqliteQueue queue = SqliteQueue.open(Path.of(arguments[0]), InstantSource.system())) {
        for (int number = 0; number < EVENTS; number++) {
          queue.put(new NewEvent(Optional.empty(), "s" + number, payload + number, Instant.EPOCH));
        }
        waiting = queue.waiting();
      }
      try (SqliteQueue queue = SqliteQueue.open(Path.of(arguments[0]), InstantSource.system())) {
        while (queue.waiting() > 0) {
          QueuedEvent next = queue.take().orElseThrow();
          taken.add(next.number());
          queue.done(next);
        }
      }
      System.out.println("waited " + waiting + ", took " + taken.size());
    }
  }
}
