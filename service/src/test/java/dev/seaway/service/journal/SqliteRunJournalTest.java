package dev.seaway.service.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.seaway.core.catalog.EntityKey;
import dev.seaway.core.read.PagePosition;
import dev.seaway.core.reconcile.SeenEntities;
import dev.seaway.core.resync.Checkpoint;
import dev.seaway.core.resync.RunJournal;
import dev.seaway.store.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqliteRunJournalTest {

  private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
  private static final Instant START = Instant.parse("2026-01-01T11:59:58Z");
  private static final Duration DAY = Duration.ofDays(1);
  private static final EntityKey DESK = new EntityKey("desk", "1");
  private static final Map<String, JsonNode> NONE = Map.of();
  private static final Map<String, JsonNode> BOUND = Map.of("desk", TextNode.valueOf("7"));

  @TempDir Path folder;

  @Test
  void goesOnWhereItWasKilled() throws IOException {
    killed();
    SeenEntities seen = new SeenEntities();

    try (RunJournal journal = open("same", NOW.plusSeconds(60))) {
      assertThat(journal.begin(NOW.plusSeconds(60), seen)).isEqualTo(START);

      assertThat(journal.isResumed()).isTrue();
      assertThat(journal.mark(0, NONE)).hasValue(new Checkpoint(2, Optional.of("100"), true));
      assertThat(journal.mark(1, BOUND)).hasValue(new Checkpoint(3, Optional.empty(), true));
      assertThat(journal.mark(1, NONE)).isEmpty();
      assertThat(seen.add(DESK)).as("a key not seen before").isFalse();
      assertThat(seen.add(new EntityKey("desk", "2"))).isTrue();
    }
  }

  @Test
  void keepsWhatTheSecondProcessFinishedForAThird() throws IOException {
    killed();
    try (RunJournal second = open("same", NOW)) {
      SeenEntities seen = new SeenEntities();
      second.begin(NOW, seen);
      seen.add(new EntityKey("desk", "2"));
      second.finished(0, new PagePosition(NONE, Optional.of("200"), true), true);
      copy("killed");
    }
    copyBack("killed");

    try (RunJournal third = open("same", NOW)) {
      SeenEntities seen = new SeenEntities();
      assertThat(third.begin(NOW, seen)).isEqualTo(START);
      assertThat(third.mark(0, NONE)).hasValue(new Checkpoint(4, Optional.empty(), true));
      assertThat(seen.add(DESK)).isFalse();
      assertThat(seen.add(new EntityKey("desk", "2"))).isFalse();
    }
  }

  @Test
  void keepsNothingFromTheMomentAtWhichItsFolderWasReplaced() throws IOException {
    Path data = folder.resolve("data");
    Path away = folder.resolve("away");
    try (RunJournal journal = SqliteRunJournal.open(data, "my", "same", NOW, DAY)) {
      journal.begin(START, new SeenEntities());
      Files.move(data, away);
      Files.createDirectory(data);
      Path others = Files.writeString(data.resolve("my.db"), "of another process");

      journal.finished(0, new PagePosition(NONE, Optional.of("200"), true), true);

      assertThat(others).hasContent("of another process");
    }
  }

  @Test
  void startsAgainWhereItsMappingIsAnother() throws IOException {
    killed();

    assertStartsAgain(open("another", NOW));
  }

  @Test
  void startsAgainAfterADay() throws IOException {
    killed();

    assertStartsAgain(open("same", NOW.plus(DAY).plusSeconds(1)));
  }

  @Test
  void startsAgainWhereTheClockWentBack() throws IOException {
    killed();

    assertStartsAgain(open("same", NOW.minusSeconds(1)));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 100})
  void goesOnWithTheMarksBeforeATornEnd(int bytes) throws IOException {
    killed();
    byte[] whole = Files.readAllBytes(log());
    Files.write(log(), Arrays.copyOf(whole, whole.length - bytes));
    SeenEntities seen = new SeenEntities();

    try (RunJournal journal = open("same", NOW)) {
      assertThat(journal.begin(NOW, seen)).isEqualTo(START);
      assertThat(journal.mark(0, NONE)).hasValue(new Checkpoint(2, Optional.of("100"), true));
      assertThat(journal.mark(1, BOUND)).as("the last one").isEmpty();
      assertThat(seen.add(DESK)).isFalse();
    }
  }

  @Test
  void startsAgainWhereTheFileIsDamaged() throws IOException {
    killed();
    // Opened and closed, all is in the one file.
    open("same", NOW).close();
    killed();
    Files.delete(log());
    byte[] damaged = Files.readAllBytes(file());
    Arrays.fill(damaged, 4096, damaged.length, (byte) 0x5a);
    Files.write(file(), damaged);

    assertStartsAgain(open("same", NOW));
  }

  @ParameterizedTest
  @ValueSource(strings = {"what is this", "{\"keys\":\"what is this\"}"})
  void startsAgainAndHasSeenNothingWhereItsLastPageCannotBeUnderstood(String seen)
      throws IOException {
    killed();
    try (Database other = Database.join(file(), SqliteRunJournal.SPEC)) {
      other.write(
          writer ->
              writer.update(
                  "UPDATE mark SET seen = ? WHERE number = (SELECT max(number) FROM mark)", seen));
    }

    assertStartsAgain(open("same", NOW));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "what is this", "more than the bytes of one header"})
  void startsAgainWhereTheFileIsNone(String content) throws IOException {
    Files.writeString(file(), content);

    assertStartsAgain(open("same", NOW));
  }

  @Test
  void leavesNothingAtTheEndOfARun() throws IOException {
    RunJournal journal = open("same", NOW);
    journal.begin(START, new SeenEntities());
    assertThat(file()).exists();

    journal.close();

    assertThat(file()).doesNotExist();
    assertThat(log()).doesNotExist();
  }

  @Test
  void keepsNothingWithinAListOfWhichOnlyTheServerKnowsThePlaces() throws IOException {
    try (RunJournal journal = open("same", NOW)) {
      journal.begin(START, new SeenEntities());

      journal.finished(0, new PagePosition(NONE, Optional.empty(), false), true);
      assertThat(marks()).isZero();
      journal.finished(0, new PagePosition(NONE, Optional.empty(), true), true);
      assertThat(marks()).isEqualTo(1);
    }
  }

  @Test
  void goesWithoutItWhereAnotherRunHasIt() {
    try (RunJournal first = open("same", NOW)) {
      first.begin(START, new SeenEntities());
      try (RunJournal second = open("same", NOW)) {
        assertThat(second.begin(START, new SeenEntities())).isEqualTo(START);
        second.finished(0, new PagePosition(NONE, Optional.of("0"), false), true);
      }

      assertThat(file()).exists();
    }
  }

  @Test
  void goesWithoutItWhereTheFolderIsNone() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");

    try (RunJournal journal = SqliteRunJournal.open(file, "my", "same", NOW, DAY)) {
      assertThat(journal.begin(START, new SeenEntities())).isEqualTo(START);
      journal.finished(0, new PagePosition(NONE, Optional.of("0"), false), true);
      assertThat(journal.isResumed()).isFalse();
    }
  }

  @Test
  void goesOnWithoutItWhereItIsRemovedMeanwhile() throws IOException {
    try (RunJournal journal = open("same", NOW)) {
      journal.begin(START, new SeenEntities());
      Files.delete(file());

      journal.finished(0, new PagePosition(NONE, Optional.of("0"), false), true);
      journal.finished(0, new PagePosition(NONE, Optional.of("100"), false), true);
    }
    assertThat(file()).doesNotExist();
  }

  private static void assertStartsAgain(RunJournal opened) {
    SeenEntities seen = new SeenEntities();
    try (RunJournal journal = opened) {
      assertThat(journal.begin(NOW, seen)).isEqualTo(NOW);
      assertThat(journal.isResumed()).isFalse();
      assertThat(journal.mark(0, NONE)).isEmpty();
      assertThat(seen.add(DESK)).isTrue();
      journal.finished(0, new PagePosition(NONE, Optional.of("0"), false), true);
    }
  }

  /** Leaves a journal as a process does that is killed. */
  private void killed() throws IOException {
    try (RunJournal journal = open("same", NOW)) {
      SeenEntities seen = new SeenEntities();
      journal.begin(START, seen);
      seen.add(DESK);
      journal.finished(0, new PagePosition(NONE, Optional.of("0"), false), true);
      journal.finished(0, new PagePosition(NONE, Optional.of("100"), false), true);
      journal.finished(1, new PagePosition(BOUND, Optional.of("0"), true), true);
      copy("killed");
    }
    copyBack("killed");
  }

  private void copy(String name) throws IOException {
    Files.write(folder.resolve(name), Files.readAllBytes(file()));
    Files.write(folder.resolve(name + "-wal"), Files.readAllBytes(log()));
  }

  private void copyBack(String name) throws IOException {
    Files.write(file(), Files.readAllBytes(folder.resolve(name)));
    Files.write(log(), Files.readAllBytes(folder.resolve(name + "-wal")));
  }

  private int marks() {
    try (Database other = Database.join(file(), SqliteRunJournal.SPEC)) {
      return other
          .read(session -> session.first("SELECT count(*) FROM mark", row -> row.getInt(1)))
          .orElseThrow();
    }
  }

  private Path file() {
    return folder.resolve("my.db");
  }

  /** SQLite's write-ahead log: what is not yet in the file. */
  private Path log() {
    return folder.resolve("my.db-wal");
  }

  private RunJournal open(String fingerprint, Instant now) {
    return SqliteRunJournal.open(folder, "my", fingerprint, now, DAY);
  }
}
