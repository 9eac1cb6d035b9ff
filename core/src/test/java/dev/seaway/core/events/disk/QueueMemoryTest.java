package dev.seaway.core.events.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seaway.core.events.EventQueue.Posted;
import dev.seaway.core.events.EventQueue.Receipt;
import dev.seaway.core.events.EventQueue.Taken;
import dev.seaway.core.events.QueueException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What waits is held in memory, and must not fill it. */
class QueueMemoryTest {

  private static final InstantSource CLOCK = InstantSource.fixed(Instant.EPOCH);

  @TempDir private Path folder;

  @Test
  void refusesMoreEventsThanFit() throws Exception {
    try (DiskQueue queue = open(2_000)) {
      put(queue, "first");
      put(queue, "second");
      put(queue, "third");

      assertThatThrownBy(() -> put(queue, "fourth"))
          .isInstanceOf(QueueException.class)
          .hasMessageContaining("3 wait, and 0 dead letters are kept")
          .hasMessageContaining("more than 2000 bytes");
      queue.done(queue.take().orElseThrow());
      assertThat(put(queue, "fourth")).isEqualTo(Receipt.KEPT);
    }
  }

  @Test
  void saysThatDeadLettersTakeTheMemory() throws Exception {
    try (DiskQueue queue = open(1_000)) {
      put(queue, "first");
      queue.bury(queue.take().orElseThrow(), "x".repeat(1_000));

      assertThatThrownBy(() -> put(queue, "second"))
          .hasMessageContaining("0 wait, and 1 dead letters are kept");
    }
  }

  @Test
  void opensWhereMoreWaitsThanFits() throws Exception {
    try (DiskQueue queue = open(100_000)) {
      for (int event = 0; event < 20; event++) {
        put(queue, "event " + event);
      }
    }
    try (DiskQueue queue = open(1)) {
      assertThatThrownBy(() -> put(queue, "another")).isInstanceOf(QueueException.class);
      for (int event = 0; event < 20; event++) {
        Taken taken = queue.take().orElseThrow();
        assertThat(taken.event().payload()).isEqualTo("event " + event);
        queue.done(taken);
      }
      assertThat(put(queue, "another")).isEqualTo(Receipt.KEPT);
    }
  }

  @Test
  void weighsWhatTheHeapTakes() {
    assertThat(Weight.of(posted("abc")).memory() - Weight.of(posted("")).memory()).isEqualTo(3);
    assertThat(Weight.of(posted("ab\u0107")).memory() - Weight.of(posted("")).memory())
        .isEqualTo(6);
    assertThat(Weight.of(posted("")).memory()).isGreaterThan(600);
  }

  @Test
  void takesAQuarterOfASmallHeap() {
    assertThat(Weight.mostMemory(128L << 20)).isEqualTo(32L << 20);
    assertThat(Weight.mostMemory(8L << 30)).isEqualTo(64L << 20);
  }

  @Test
  void writesAShorterFilePieceByPiece() throws Exception {
    List<Integer> pieces = new ArrayList<>();
    List<Entry> entries = new ArrayList<>();
    for (int number = 1; number <= 50; number++) {
      entries.add(new Entry.Put(number, posted("x".repeat(100_000))));
    }
    try (QueueFolder taken = QueueFolder.take(folder, file -> new Pieces(file, pieces))) {
      QueueFolder.Opened opened = taken.rewrite(entries);
      opened.file().close();
      assertThat(pieces.stream().mapToInt(Integer::intValue).sum())
          .isEqualTo((int) opened.length());
    }
    assertThat(pieces).hasSizeGreaterThan(3).allMatch(size -> size < 2 << 20);
    assertThat(QueueFolder.look(folder).open()).hasSize(50);
  }

  /** Notes how much is written at a time. */
  private record Pieces(JournalFile file, List<Integer> sizes) implements PassingFile {

    @Override
    public void append(byte[] bytes) throws IOException {
      sizes.add(bytes.length);
      file.append(bytes);
    }
  }

  private DiskQueue open(long memory) {
    return DiskQueue.open(folder, CLOCK, UnaryOperator.identity(), memory);
  }

  private static Receipt put(DiskQueue queue, String payload) {
    return queue.put(posted(payload));
  }

  private static Posted posted(String payload) {
    return new Posted(Optional.empty(), "s", payload, Instant.EPOCH);
  }
}
