package dev.seaway.core.events.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seaway.core.events.EventQueue.Posted;
import dev.seaway.core.events.EventQueue.Receipt;
import dev.seaway.core.events.EventQueue.Taken;
import dev.seaway.core.events.QueueException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskQueueTest {

  private static final Instant START = Instant.parse("2026-01-05T10:00:00Z");

  @TempDir private Path folder;
  private Instant now = START;
  private final InstantSource clock = () -> now;

  @Test
  void givesTheEventsOfASubjectOneAfterTheOther() throws Exception {
    try (DiskQueue queue = DiskQueue.open(folder, clock)) {
      put(queue, "1", "a", "first");
      put(queue, "2", "a", "second");
      put(queue, "3", "b", "third");

      Taken first = take(queue);
      Taken third = take(queue);
      assertThat(first.event().payload()).isEqualTo("first");
      assertThat(third.event().payload()).isEqualTo("third");
      queue.done(first);
      assertThat(take(queue).event().payload()).isEqualTo("second");
    }
  }

  @Test
  void holdsASubjectBackWhileItsFirstEventWaits() throws Exception {
    try (DiskQueue queue = DiskQueue.open(folder, clock)) {
      put(queue, "1", "a", "first");
      put(queue, "2", "a", "second");
      put(queue, "3", "b", "third");
      queue.later(take(queue), START.plusSeconds(10));

      Taken third = take(queue);
      assertThat(third.event().payload()).isEqualTo("third");
      queue.done(third);
      now = START.plusSeconds(10);
      Taken again = take(queue);
      assertThat(again.event().payload()).isEqualTo("first");
      assertThat(again.attempt()).isEqualTo(2);
    }
  }

  @Test
  void passesOverWhatIsHandedBackThoughItIsSettled() throws Exception {
    try (DiskQueue queue = DiskQueue.open(folder, clock)) {
      put(queue, "1", "a", "first");
      put(queue, "2", "a", "second");
      Taken first = take(queue);
      queue.done(first);
      queue.later(first, START);
      put(queue, "3", "b", "third");

      assertThat(take(queue).event().payload()).isEqualTo("second");
      assertThat(take(queue).event().payload()).isEqualTo("third");
    }
  }

  @Test
  void knowsWhatItKeptAfterItWasOpenedAgain() throws Exception {
    try (DiskQueue queue = DiskQueue.open(folder, clock)) {
      put(queue, "1", "a", "first");
      put(queue, "2", "a", "second");
      queue.done(take(queue));
    }
    try (DiskQueue queue = DiskQueue.open(folder, clock)) {
      assertThat(put(queue, "1", "a", "first")).isEqualTo(Receipt.KNOWN);
      assertThat(put(queue, "2", "a", "second")).isEqualTo(Receipt.KNOWN);
      assertThat(take(queue).event().payload()).isEqualTo("second");
    }
  }

  @Test
  void buriesReplaysAndDrops() throws Exception {
    try (DiskQueue queue = DiskQueue.open(folder, clock)) {
      put(queue, "1", "a", "first");
      put(queue, "2", "b", "second");
      queue.bury(take(queue), "bad mapping");
      queue.bury(take(queue), "bad mapping");
    }
    assertThat(DiskQueue.deadLetters(folder))
        .extracting(letter -> letter.event().payload() + ": " + letter.reason())
        .containsExactly("first: bad mapping", "second: bad mapping");
    try (DiskQueue queue = DiskQueue.open(folder, clock)) {
      assertThat(queue.replay(List.of(1L, 77L))).isEqualTo(1);
      assertThat(queue.drop(List.of(2L))).isEqualTo(1);
    }
    try (DiskQueue queue = DiskQueue.open(folder, clock)) {
      assertThat(take(queue).event().payload()).isEqualTo("first");
    }
    assertThat(DiskQueue.deadLetters(folder)).isEmpty();
  }

  @Test
  void acknowledgesNothingWhileTheDiskIsFull() throws Exception {
    AtomicBoolean full = new AtomicBoolean();
    try (DiskQueue queue = DiskQueue.open(folder, clock, file -> new FullDisk(file, full))) {
      put(queue, "1", "a", "first");
      put(queue, "2", "a", "second");
      full.set(true);

      assertThatThrownBy(() -> put(queue, "3", "a", "third"))
          .isInstanceOf(QueueException.class)
          .hasMessageContaining("No space left on device");
      assertThat(queue.obstacle()).hasValueSatisfying(why -> assertThat(why).contains("No space"));
      assertThat(queue.waiting()).isEqualTo(2);
      queue.done(take(queue));
      queue.done(take(queue));

      full.set(false);
      assertThat(put(queue, "3", "a", "third")).isEqualTo(Receipt.KEPT);
      assertThat(queue.obstacle()).isEmpty();
      assertThat(queue.waiting()).isEqualTo(1);
    }
    try (DiskQueue queue = DiskQueue.open(folder, clock)) {
      assertThat(take(queue).event().payload()).isEqualTo("third");
    }
  }

  @Test
  void keepsADeadLetterThatCannotBeReplayedForAFullDisk() throws Exception {
    AtomicBoolean full = new AtomicBoolean();
    try (DiskQueue queue = DiskQueue.open(folder, clock, file -> new FullDisk(file, full))) {
      put(queue, "1", "a", "first");
      queue.bury(take(queue), "bad mapping");
      full.set(true);

      assertThatThrownBy(() -> queue.replay(List.of(1L))).isInstanceOf(QueueException.class);
    }
    assertThat(DiskQueue.deadLetters(folder)).hasSize(1);
  }

  @Test
  void cutsOffWhatWasBeingWritten() throws Exception {
    try (DiskQueue queue = DiskQueue.open(folder, clock)) {
      put(queue, "1", "a", "first");
    }
    Files.write(file(), new byte[] {0, 0, 0, 9, 1, 2}, StandardOpenOption.APPEND);
    try (DiskQueue queue = DiskQueue.open(folder, clock)) {
      put(queue, "2", "b", "second");
    }
    Files.write(file(), new byte[4096], StandardOpenOption.APPEND);
    try (DiskQueue queue = DiskQueue.open(folder, clock)) {
      assertThat(take(queue).event().payload()).isEqualTo("first");
      assertThat(take(queue).event().payload()).isEqualTo("second");
    }
  }

  @Test
  void staysShortHoweverManyEventsPass() throws Exception {
    String payload = "x".repeat(1 << 16);
    try (DiskQueue queue = DiskQueue.open(folder, clock)) {
      for (int event = 0; event < 600; event++) {
        put(queue, "k" + event, "a", payload);
        queue.done(take(queue));
      }
      put(queue, "last", "a", "last");
    }
    assertThat(Files.size(file())).isLessThan(20L << 20);
    assertThat(file().getFileName().toString()).isNotEqualTo("events-1.log");
    try (DiskQueue queue = DiskQueue.open(folder, clock)) {
      assertThat(take(queue).event().payload()).isEqualTo("last");
      assertThat(put(queue, "k0", "a", payload)).isEqualTo(Receipt.KNOWN);
    }
  }

  @Test
  void takesABurstOfTenThousand() throws Exception {
    try (DiskQueue queue = DiskQueue.open(folder, clock);
        ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Receipt>> receipts = new ArrayList<>();
      IntStream.range(0, 10_000)
          .forEach(
              n -> receipts.add(senders.submit(() -> put(queue, "k" + n, "s" + n % 100, "p"))));
      for (Future<Receipt> receipt : receipts) {
        assertThat(receipt.get()).isEqualTo(Receipt.KEPT);
      }
    }
    try (DiskQueue queue = DiskQueue.open(folder, clock)) {
      assertThat(put(queue, "k9999", "s", "p")).isEqualTo(Receipt.KNOWN);
    }
  }

  @Test
  void belongsToOneProcessAtATime() {
    try (DiskQueue queue = DiskQueue.open(folder, clock)) {
      assertThatThrownBy(() -> DiskQueue.open(folder, clock))
          .isInstanceOf(QueueException.class)
          .hasMessageContaining("Another process uses");
      assertThat(put(queue, "1", "a", "first")).isEqualTo(Receipt.KEPT);
    }
  }

  @Test
  void refusesAFileThatIsNoneOfItsOwn() throws Exception {
    Files.writeString(folder.resolve("events-7.log"), "a letter to a friend");

    assertThatThrownBy(() -> DiskQueue.open(folder, clock))
        .isInstanceOf(QueueException.class)
        .hasMessageContaining("is no queue of events");
  }

  private Path file() throws IOException {
    try (var files = Files.list(folder)) {
      return files.filter(path -> path.toString().endsWith(".log")).findFirst().orElseThrow();
    }
  }

  private static Taken take(DiskQueue queue) throws InterruptedException {
    return queue.take().orElseThrow();
  }

  private static Receipt put(DiskQueue queue, String key, String subject, String payload) {
    return queue.put(new Posted(Optional.of(key), subject, payload, START));
  }
}
