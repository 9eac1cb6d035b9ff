package dev.seaway.service.events.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seaway.core.SeawayException;
import dev.seaway.service.events.DeadLetter;
import dev.seaway.service.events.EventQueue.NewEvent;
import dev.seaway.service.events.EventQueue.QueuedEvent;
import dev.seaway.service.events.EventQueue.Receipt;
import dev.seaway.service.events.QueueException;
import dev.seaway.store.Database;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What versions before the database kept is brought in once. */
class OldQueueFolderTest {

  private static final InstantSource CLOCK = InstantSource.fixed(Instant.EPOCH);

  @TempDir private Path folder;

  @Test
  void bringsInAllThatAnOldFileComesTo() throws Exception {
    Files.write(file(1), file("{}"));
    Files.write(
        file(2),
        file(
            "{'next':5}",
            "{'known':'applied long ago'}",
            "{'dead':3,'at':'2026-01-05T10:00:01Z','reason':'why',%s}".formatted(event("third")),
            put(5, "fifth"),
            put(6, "sixth"),
            put(7, "seventh"),
            put(8, "eighth"),
            "{'done':5}",
            "{'buried':7,'at':'2026-01-05T10:00:02Z','reason':'bad mapping'}",
            "{'dropped':3}"));

    try (SqliteQueue queue = SqliteQueue.open(folder, CLOCK)) {
      assertThat(queue.waiting()).isEqualTo(2);
      assertThat(put(queue, "applied long ago")).isEqualTo(Receipt.KNOWN);
      assertThat(put(queue, "fifth")).isEqualTo(Receipt.KNOWN);
      assertThat(put(queue, "new")).isEqualTo(Receipt.KEPT);
      assertThat(payloads(queue)).containsExactly("6 sixth", "8 eighth", "9 new");
    }
    assertThat(letters().list())
        .extracting(letter -> letter.number() + " " + letter.reason())
        .containsExactly("7 bad mapping");
    assertThat(names()).doesNotContain("events-1.log", "events-2.log");
  }

  @Test
  void bringsThemInBehindWhatTheDatabaseHasAlready() throws Exception {
    try (SqliteQueue queue = SqliteQueue.open(folder, CLOCK)) {
      put(queue, "new");
    }
    Files.write(file(1), file(put(1, "first"), put(2, "second")));

    try (SqliteQueue queue = SqliteQueue.open(folder, CLOCK)) {
      assertThat(payloads(queue)).containsExactly("1 new", "2 first", "3 second");
    }
  }

  @Test
  void bringsThemInOnceThoughTheProcessWasKilledBeforeTheFileWasGone() throws Exception {
    Files.write(file(1), file(put(1, "first")));
    Path copy = folder.resolve("copy");
    Files.copy(file(1), copy, StandardCopyOption.COPY_ATTRIBUTES);
    SqliteQueue.open(folder, CLOCK).close();
    Files.move(copy, file(1));

    try (SqliteQueue queue = SqliteQueue.open(folder, CLOCK)) {
      assertThat(payloads(queue)).containsExactly("1 first");
    }
    assertThat(file(1)).doesNotExist();
  }

  @Test
  void bringsInWhatComesBeforeADamageAndKeepsTheFile() throws Exception {
    byte[] damaged = file(put(1, "first"), put(2, "second"), put(3, "third"));
    damaged[new String(damaged, StandardCharsets.ISO_8859_1).indexOf("second")] ^= 1;
    Files.write(file(1), damaged);

    try (SqliteQueue queue = SqliteQueue.open(folder, CLOCK)) {
      assertThat(payloads(queue)).containsExactly("1 first");
    }
    assertThat(folder.resolve("events-1.log.imported")).hasBinaryContent(damaged);
    assertThat(file(1)).doesNotExist();
  }

  @Test
  void keepsADamagedFileWhateverAKillLeaves() throws Exception {
    byte[] damaged = file(put(1, "first"), put(2, "second"));
    damaged[damaged.length - 2] ^= 1;
    Files.write(file(1), damaged);
    Path kept = folder.resolve("events-1.log.imported");
    SqliteQueue.open(folder, CLOCK).close();
    // As if the process had been killed before the file was moved.
    Files.move(kept, file(1));

    try (SqliteQueue queue = SqliteQueue.open(folder, CLOCK)) {
      assertThat(payloads(queue)).containsExactly("1 first");
    }
    assertThat(kept).hasBinaryContent(damaged);
  }

  @Test
  void bringsInWhatComesBeforeATornEnd() throws Exception {
    byte[] whole = file(put(1, "first"), put(2, "second"));
    Files.write(file(1), Arrays.copyOf(whole, whole.length - 3));

    try (SqliteQueue queue = SqliteQueue.open(folder, CLOCK)) {
      assertThat(payloads(queue)).containsExactly("1 first");
    }
  }

  @Test
  void refusesAFileThatIsNoneOfItsOwn() throws Exception {
    Files.writeString(file(7), "a letter to a friend");

    assertThatThrownBy(() -> SqliteQueue.open(folder, CLOCK))
        .isInstanceOf(QueueException.class)
        .hasMessageContaining("is no queue of events");
    assertThat(file(7)).exists();
  }

  @Test
  void bringsInNothingWhereAnEntryIsOfANewerVersion() throws Exception {
    Files.write(file(1), file(put(1, "first"), "{'split':7}"));

    assertThatThrownBy(() -> SqliteQueue.open(folder, CLOCK))
        .isInstanceOf(QueueException.class)
        .hasMessageContaining(file(1) + ": an entry is of a kind that is not known")
        .hasMessageContaining("[split]")
        .hasMessageContaining("newer version of Seaway");
    assertThat(file(1)).exists();
    try (Database database = QueueDatabase.open(folder)) {
      assertThat(database.<Long>read(EventTable::count)).isZero();
    }
  }

  @Test
  void leavesThemToAnOldProcessThatUsesThem() throws Exception {
    Files.write(file(1), file(put(1, "first")));
    try (FileChannel lock =
        FileChannel.open(
            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      assertThat(lock.tryLock()).isNotNull();

      assertThatThrownBy(() -> SqliteQueue.open(folder, CLOCK))
          .isInstanceOf(QueueException.class)
          .hasMessageContaining("Another process uses the events");
    }
    assertThat(file(1)).exists();
  }

  @Test
  void showsTheDeadLettersOfAnOldFile() throws Exception {
    Files.write(
        file(1),
        file("{'dead':3,'at':'2026-01-05T10:00:01Z','reason':'why',%s}".formatted(event("third"))));

    assertThat(letters().list()).extracting(DeadLetter::reason).containsExactly("why");
    assertThat(file(1)).doesNotExist();
  }

  @Test
  void saysThatThereIsNoSuchFolder() {
    Path typo = folder.resolve("typo");
    SqliteDeadLetters letters = new SqliteDeadLetters(typo, CLOCK);

    assertThatThrownBy(letters::list)
        .isInstanceOf(SeawayException.class)
        .hasMessageContaining("There is no folder " + typo);
    assertThatThrownBy(() -> letters.drop(List.of(1L)))
        .hasMessageContaining("There is no folder " + typo);
    assertThat(typo).doesNotExist();
  }

  @Test
  void hasNoDeadLettersWhereNoServiceHasRun() throws IOException {
    assertThat(letters().list()).isEmpty();
    assertThat(letters().replay(List.of(1L))).isZero();
    assertThat(names()).isEmpty();
  }

  private SqliteDeadLetters letters() {
    return new SqliteDeadLetters(folder, CLOCK);
  }

  private List<String> names() throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(path -> path.getFileName().toString()).toList();
    }
  }

  private static Receipt put(SqliteQueue queue, String payload) {
    return queue.put(new NewEvent(Optional.of(payload), payload, payload, Instant.EPOCH));
  }

  private static List<String> payloads(SqliteQueue queue) throws InterruptedException {
    List<String> payloads = new ArrayList<>();
    while (queue.waiting() > 0) {
      QueuedEvent taken = queue.take().orElseThrow();
      payloads.add(taken.number() + " " + taken.event().payload());
      queue.done(taken);
    }
    return payloads;
  }

  private static String put(long number, String payload) {
    return "{'put':%d,%s}".formatted(number, event(payload));
  }

  private static String event(String payload) {
    return "'key':'%1$s','subject':'%1$s','received':'2026-01-05T10:00:00Z','payload':'%1$s'"
        .formatted(payload);
  }

  private Path file(long number) {
    return folder.resolve("events-" + number + ".log");
  }

  private static byte[] file(String... entries) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(OldQueueFile.MAGIC).array());
    for (String entry : entries) {
      byte[] bytes = entry.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
      CRC32C checksum = new CRC32C();
      checksum.update(bytes);
      file.writeBytes(
          ByteBuffer.allocate(8).putInt(bytes.length).putInt((int) checksum.getValue()).array());
      file.writeBytes(bytes);
    }
    return file.toByteArray();
  }
}
