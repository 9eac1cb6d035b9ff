package dev.seaway.core.events.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seaway.core.SeawayException;
import dev.seaway.core.disk.Frames;
import dev.seaway.core.events.EventQueue.Posted;
import dev.seaway.core.events.EventQueue.Taken;
import dev.seaway.core.events.QueueException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
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

  @Test
  void looksAtAQueueWhileItsFilesAreReplaced() throws Exception {
    try (QueueFolder taken = QueueFolder.take(folder, UnaryOperator.identity());
        ExecutorService writer = Executors.newSingleThreadExecutor()) {
      List<Entry> kept = List.of(new Entry.Put(1, posted("first")));
      taken.open(new Ledger()).file().close();
      taken.rewrite(kept).file().close();
      Future<?> writing =
          writer.submit(
              () -> {
                for (int time = 0; time < 200; time++) {
                  taken.rewrite(kept).file().close();
                  taken.deleteOlder();
                }
                return "";
              });
      while (!writing.isDone()) {
        assertThat(payloads()).containsExactly("first");
      }
      writing.get();
    }
  }

  @Test
  void saysWhereAnEntryOfANewerVersionIs() throws Exception {
    queueOf("first");
    ByteArrayOutputStream entry = new ByteArrayOutputStream();
    Frames.write("{\"split\":7}".getBytes(StandardCharsets.UTF_8), entry);
    Files.write(file(1), entry.toByteArray(), StandardOpenOption.APPEND);

    assertThatThrownBy(() -> queueOf("second"))
        .isInstanceOf(QueueException.class)
        .hasMessageContaining(file(1) + ": an entry is of a kind that is not known")
        .hasMessageContaining("[split]")
        .hasMessageContaining("newer version of Seaway");
  }

  @Test
  void saysThatThereIsNoSuchFolder() {
    Path typo = folder.resolve("typo");
    DiskDeadLetters letters = new DiskDeadLetters(typo, CLOCK);

    assertThatThrownBy(letters::list)
        .isInstanceOf(SeawayException.class)
        .hasMessageContaining("There is no folder " + typo);
    assertThatThrownBy(() -> letters.drop(List.of(1L)))
        .hasMessageContaining("There is no folder " + typo);
    assertThat(typo).doesNotExist();
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
    queue.put(posted(payload));
  }

  private static Posted posted(String payload) {
    return new Posted(Optional.empty(), "s" + payload.hashCode(), payload, Instant.EPOCH);
  }

  /** What a process that is killed now leaves. */
  private List<String> payloads() throws IOException {
    return QueueFolder.look(folder).open().values().stream().map(Posted::payload).toList();
  }

  private Path file(long number) {
    return folder.resolve("events-" + number + ".log");
  }
}
