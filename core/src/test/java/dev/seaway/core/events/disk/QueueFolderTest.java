package dev.seaway.core.events.disk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaway.core.events.EventQueue.Posted;
import dev.seaway.core.events.EventQueue.Taken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of the files of a queue. */
class QueueFolderTest {

  private static final InstantSource CLOCK = InstantSource.fixed(Instant.EPOCH);

  @TempDir private Path folder;

  @Test
  void goesOnInTheNewFileWhereAnOlderOneCannotBeDeleted() throws Exception {
    queueOf("first");
    Files.move(file(1), file(5));
    AtomicInteger files = new AtomicInteger();
    try (DiskQueue queue = DiskQueue.open(folder, CLOCK, file -> new CountedFile(file, files))) {
      Files.createDirectories(file(3).resolve("in use"));
      grow(queue);
      put(queue, "last");

      assertThat(file(6)).exists();
      assertThat(payloads()).containsExactly("first", "last");
      assertThat(files).hasValue(1);
    }
    queueOf("after a start");
    assertThat(payloads()).containsExactly("first", "last", "after a start");
    assertThat(file(5)).doesNotExist();
  }

  @Test
  void keepsAFileThatIsDamagedInTheMiddle() throws Exception {
    queueOf("first", "second", "third");
    byte[] damaged = Files.readAllBytes(file(1));
    damaged[new String(damaged, StandardCharsets.ISO_8859_1).indexOf("second")] ^= 1;
    Files.write(file(1), damaged);

    queueOf("fourth");

    assertThat(folder.resolve("events-1.broken")).hasBinaryContent(damaged);
    assertThat(payloads()).containsExactly("first", "fourth");
    assertThat(file(1)).doesNotExist();
    queueOf("fifth");
    assertThat(payloads()).containsExactly("first", "fourth", "fifth");
  }

  @Test
  void keepsNoCopyOfATornEnd() throws Exception {
    queueOf("first", "second");
    Files.write(file(1), Arrays.copyOf(Files.readAllBytes(file(1)), (int) Files.size(file(1)) - 3));

    queueOf("third");

    assertThat(folder.resolve("events-1.broken")).doesNotExist();
    assertThat(payloads()).containsExactly("first", "third");
  }

  /** So much that the queue goes on in a shorter file. */
  private static void grow(DiskQueue queue) throws InterruptedException {
    Taken first = queue.take().orElseThrow();
    String payload = "x".repeat(1 << 20);
    for (int event = 0; event < 18; event++) {
      put(queue, payload);
      queue.done(queue.take().orElseThrow());
    }
    queue.later(first, Instant.EPOCH);
  }

  private void queueOf(String... payloads) {
    try (DiskQueue queue = DiskQueue.open(folder, CLOCK)) {
      List.of(payloads).forEach(payload -> put(queue, payload));
    }
  }

  private static void put(DiskQueue queue, String payload) {
    queue.put(new Posted(Optional.empty(), "s" + payload.hashCode(), payload, Instant.EPOCH));
  }

  /** What a process that is killed now leaves. */
  private List<String> payloads() throws IOException {
    return QueueFolder.look(folder).open().values().stream().map(Posted::payload).toList();
  }

  private Path file(long number) {
    return folder.resolve("events-" + number + ".log");
  }
}
