package dev.seaway.service.events.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seaway.service.events.EventQueue.NewEvent;
import dev.seaway.service.events.EventQueue.Receipt;
import dev.seaway.service.events.QueueException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is not on the disk, for whatever reason, is not acknowledged. */
class LostFolderTest {

  private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");

  @TempDir private Path place;

  @Test
  void keepsNothingInARemovedFolder() throws Exception {
    try (SqliteQueue queue = open()) {
      put(queue, "1");
      remove(data());

      refuses(queue, "2", "was removed or replaced");
      refuses(queue, "1", "was removed or replaced");
      assertThat(Files.exists(data())).isFalse();
    }
  }

  @Test
  void keepsNothingInAReplacedFolder() throws Exception {
    try (SqliteQueue queue = open()) {
      put(queue, "1");
      Files.move(data(), place.resolve("old"));
      SqliteQueue.open(data().resolve("events"), () -> NOW).close();

      refuses(queue, "2", "restart the service");
    }
    try (SqliteQueue other = open()) {
      assertThat(other.waiting()).isZero();
    }
  }

  @Test
  void isNotReadyAsSoonAsTheFolderIsGoneAndReadyAsSoonAsItIsBack() throws Exception {
    try (SqliteQueue queue = open()) {
      put(queue, "1");
      Files.move(data(), place.resolve("away"));

      assertThat(queue.obstacle()).hasValueSatisfying(why -> assertThat(why).contains("removed"));
      refuses(queue, "2", "removed");
      Files.move(place.resolve("away"), data());

      assertThat(queue.obstacle()).isEmpty();
      assertThat(put(queue, "2")).isEqualTo(Receipt.KEPT);
    }
    try (SqliteQueue queue = open()) {
      assertThat(queue.waiting()).isEqualTo(2);
    }
  }

  private static void refuses(SqliteQueue queue, String key, String reason) {
    assertThatThrownBy(() -> put(queue, key))
        .isInstanceOf(QueueException.class)
        .hasMessageContaining(reason);
    assertThat(queue.obstacle()).hasValueSatisfying(why -> assertThat(why).contains(reason));
  }

  private static Receipt put(SqliteQueue queue, String key) {
    return queue.put(new NewEvent(Optional.of(key), "subject", "payload", NOW));
  }

  private SqliteQueue open() {
    return SqliteQueue.open(data().resolve("events"), () -> NOW);
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
}
