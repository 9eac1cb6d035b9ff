package dev.seaway.service.events.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seaway.service.events.QueueException;
import dev.seaway.store.Database;
import dev.seaway.store.Session;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is not stored, for whatever reason, is not acknowledged; what is owed is stored later. */
class GroupCommitTest {

  @TempDir private Path folder;
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
  private Database database;
  private GroupCommit commits;

  @BeforeEach
  void open() {
    database = QueueDatabase.open(folder);
    commits = new GroupCommit(database);
  }

  @AfterEach
  void close() {
    commits.close();
    database.close();
  }

  private static Stream<Throwable> failures() {
    return Stream.of(
        new IllegalStateException("invented"),
        new StackOverflowError("invented"),
        new OutOfMemoryError("invented"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void failsInAnyWayAndHeals(Throwable thrown) {
    failure.set(thrown);

    for (int time = 0; time < 2; time++) {
      assertThatThrownBy(() -> commits.commit("It cannot be kept", session -> add(session, "put")))
          .isInstanceOf(QueueException.class)
          .hasMessageContaining("It cannot be kept", "invented");
    }
    assertThat(commits.obstacle()).as("the disk is well").isEmpty();
    commits.settle(session -> add(session, "settled"));
    assertThat(commits.owed()).isEqualTo(1);
    assertThat(commits.obstacle()).hasValueSatisfying(why -> assertThat(why).contains("invented"));
    assertThat(keys()).isZero();

    failure.set(null);
    assertThat(commits.<Integer>commit("", session -> add(session, "put"))).isEqualTo(1);

    assertThat(commits.obstacle()).isEmpty();
    assertThat(commits.owed()).isZero();
    assertThat(keys()).isEqualTo(2);
  }

  @Test
  void refusesInItsOwnWordsWhatComesAfterItsEnd() {
    commits.close();
    commits.close();

    assertThatThrownBy(() -> commits.commit("It cannot be kept", session -> add(session, "put")))
        .isInstanceOf(QueueException.class)
        .hasMessage("The queue of events is closed.");
    commits.settle(session -> add(session, "settled"));
    assertThat(keys()).isZero();
  }

  private int add(Session session, String key) {
    int added = session.update("INSERT INTO known_key(key) VALUES (?)", key);
    Throwable thrown = failure.get();
    if (thrown != null) {
      GroupCommitTest.<RuntimeException>sneak(thrown);
    }
    return added;
  }

  private int keys() {
    return database
        .read(session -> session.first("SELECT count(*) FROM known_key", row -> row.getInt(1)))
        .orElseThrow();
  }

  @SuppressWarnings("unchecked")
  private static <T extends Throwable> void sneak(Throwable failure) throws T {
    throw (T) failure;
  }
}
