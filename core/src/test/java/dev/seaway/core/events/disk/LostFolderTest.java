package dev.seaway.core.events.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seaway.core.events.EventQueue.Posted;
import dev.seaway.core.events.EventQueue.Receipt;
import dev.seaway.core.events.QueueException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is not on the disk, for whatever reason, is not acknowledged. */
class LostFolderTest {

  private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");

  /** A file that fails at will, in any way. */
  private record FailingFile(JournalFile file, AtomicReference<@Nullable Throwable> failure)
      implements PassingFile {
    @Override
    public void force() throws IOException {
      Throwable thrown = failure.get();
      if (thrown != null) {
        sneak(thrown);
      }
      file.force();
    }
  }

  @TempDir private Path place;

  @Test
  void keepsNothingInARemovedFolder() throws Exception {
    try (DiskQueue queue = open()) {
      put(queue, "1");
      remove(data());

      refuses(queue, "2", "was removed or replaced");
      refuses(queue, "1", "was removed or replaced");
      assertThat(Files.exists(data())).isFalse();
    }
  }

  @Test
  void keepsNothingInAReplacedFolder() throws Exception {
    try (DiskQueue queue = open()) {
      put(queue, "1");
      Files.move(data(), place.resolve("old"));
      DiskQueue.open(data().resolve("events"), () -> NOW).close();

      refuses(queue, "2", "restart the service");
    }
    try (DiskQueue other = open()) {
      assertThat(other.waiting()).isZero();
    }
  }

  @Test
  void isNotReadyAsSoonAsTheFolderIsGoneAndReadyAsSoonAsItIsBack() throws Exception {
    try (DiskQueue queue = open()) {
      put(queue, "1");
      Files.move(data(), place.resolve("away"));

      assertThat(queue.obstacle()).hasValueSatisfying(why -> assertThat(why).contains("removed"));
      refuses(queue, "2", "removed");
      Files.move(place.resolve("away"), data());

      assertThat(queue.obstacle()).isEmpty();
      assertThat(put(queue, "2")).isEqualTo(Receipt.KEPT);
    }
    try (DiskQueue queue = open()) {
      assertThat(queue.waiting()).isEqualTo(2);
    }
  }

  private static Stream<Throwable> failures() {
    return Stream.of(
        new IOException("invented"),
        new IllegalStateException("invented"),
        new StackOverflowError("invented"),
        new OutOfMemoryError("invented"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void keepsNothingWhereTheDiskFailsInAnyWay(Throwable failure) throws Exception {
    AtomicReference<@Nullable Throwable> now = new AtomicReference<>();
    Path folder = data().resolve("events");
    try (DiskQueue queue = DiskQueue.open(folder, () -> NOW, file -> new FailingFile(file, now))) {
      put(queue, "1");
      now.set(failure);

      refuses(queue, "2", "invented");
      refuses(queue, "2", "invented");
      now.set(null);

      assertThat(put(queue, "2")).isEqualTo(Receipt.KEPT);
      assertThat(queue.obstacle()).isEmpty();
    }
    try (DiskQueue queue = open()) {
      assertThat(queue.waiting()).isEqualTo(2);
    }
  }

  private static void refuses(DiskQueue queue, String key, String reason) {
    assertThatThrownBy(() -> put(queue, key))
        .isInstanceOf(QueueException.class)
        .hasMessageContaining(reason);
    assertThat(queue.obstacle()).hasValueSatisfying(why -> assertThat(why).contains(reason));
  }

  private static Receipt put(DiskQueue queue, String key) {
    return queue.put(new Posted(Optional.of(key), "subject", "payload", NOW));
  }

  private DiskQueue open() {
    return DiskQueue.open(data().resolve("events"), () -> NOW);
  }

  private Path data() {
    return place.resolve("data");
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }

  @SuppressWarnings("unchecked")
  private static <T extends Throwable> void sneak(Throwable failure) throws T {
    throw (T) failure;
  }
}
