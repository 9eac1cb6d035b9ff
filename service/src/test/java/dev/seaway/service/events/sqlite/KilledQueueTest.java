package dev.seaway.service.events.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaway.store.Database;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that is killed again and again in the middle of a burst loses no acknowledged event and
 * no order. {@code -Dseaway.kills=50} kills it more often.
 */
class KilledQueueTest {

  private static final int KILLS = Integer.getInteger("seaway.kills", 3);
  private static final int EVENTS_PER_KILL = 400;

  @TempDir private Path folder;

  @Test
  void appliesEveryAcknowledgedEventInOrder() throws Exception {
    Random random = new Random(20260105);
    Set<Integer> acknowledged = new HashSet<>();
    int events = EVENTS_PER_KILL * (KILLS + 1);
    for (int kill = 0; kill < KILLS; kill++) {
      int moment = kill * EVENTS_PER_KILL + 1 + random.nextInt(EVENTS_PER_KILL);
      run(events, moment, acknowledged);
    }
    run(events, Integer.MAX_VALUE, acknowledged);

    assertThat(acknowledged).hasSize(events);
    List<Integer> applied = applied();
    assertThat(new HashSet<>(applied)).isEqualTo(acknowledged);
    for (int subject = 0; subject < QueueChild.SUBJECTS; subject++) {
      int wanted = subject;
      assertThat(applied.stream().filter(number -> number % QueueChild.SUBJECTS == wanted))
          .as("events of subject %d", subject)
          .isSorted();
    }
    assertThat(waiting()).isZero();
  }

  /** Runs the process until it has newly acknowledged so many, or all are applied. */
  private void run(int events, int killAt, Set<Integer> acknowledged) throws Exception {
    Process process = start(events);
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      String line = lines.readLine();
      while (line != null && !line.equals("all")) {
        // The last line of a killed process may be cut.
        if (line.endsWith(";")) {
          acknowledged.add(Integer.parseInt(line.substring(0, line.length() - 1)));
        }
        if (acknowledged.size() >= killAt) {
          // The handle leaves the stream open, which holds further acknowledgements.
          process.toHandle().destroyForcibly();
          killAt = Integer.MAX_VALUE;
        }
        line = lines.readLine();
      }
      if (line != null) {
        drain(events);
        process.outputWriter(StandardCharsets.UTF_8).append("end\n").flush();
      }
    }
    process.waitFor();
  }

  private void drain(int events) throws IOException {
    while (waiting() > 0 || new HashSet<>(applied()).size() < events) {
      Thread.onSpinWait();
    }
  }

  /** As another process sees it. */
  private long waiting() {
    try (Database database = QueueDatabase.join(queue())) {
      return database.read(EventTable::count);
    }
  }

  private List<Integer> applied() throws IOException {
    List<Integer> applied = new ArrayList<>();
    if (Files.exists(appliedFile())) {
      Files.readString(appliedFile()).lines().forEach(line -> applied.add(Integer.parseInt(line)));
    }
    return applied;
  }

  private Path queue() {
    return folder.resolve("events");
  }

  private Path appliedFile() {
    return folder.resolve("applied");
  }

  private Process start(int events) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            QueueChild.class.getName(),
            queue().toString(),
            appliedFile().toString(),
            Integer.toString(events))
        .redirectError(Redirect.INHERIT)
        .start();
  }
}
