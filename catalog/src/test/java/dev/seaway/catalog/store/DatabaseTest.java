package dev.seaway.catalog.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {
  @TempDir Path folder;
  Database database;

  @BeforeEach
  void open() {
    database = Database.open(folder.resolve("catalog.db"));
  }

  @AfterEach
  void close() {
    database.close();
  }

  private static int add(Session writer, String name, String value) {
    return writer.update("INSERT INTO setting(name, value) VALUES (?, ?)", name, value);
  }

  private List<String> names() {
    return database.read(
        session -> session.list("SELECT name FROM setting ORDER BY name", row -> row.getString(1)));
  }

  @Test
  void storesNothingOfAFailedTransaction() {
    assertThatThrownBy(
            () ->
                database.write(
                    writer -> {
                      add(writer, "a", "1");
                      throw new IllegalStateException("stop");
                    }))
        .hasMessage("stop");
    assertThat(names()).isEmpty();
    database.write(writer -> add(writer, "b", "1"));
    assertThat(names()).containsExactly("b");
  }

  @Test
  void storesNothingOfARehearsal() {
    assertThat(database.<Integer>rehearse(writer -> add(writer, "a", "1"))).isEqualTo(1);
    assertThat(names()).isEmpty();
  }

  @Test
  void saysThatTheDiskIsFullAndStoresNothing() {
    database.write(writer -> add(writer, "before", "1"));
    String large = "x".repeat(1 << 20);
    assertThatThrownBy(
            () ->
                database.write(
                    writer -> {
                      writer.list("PRAGMA max_page_count = 40", row -> row.getInt(1));
                      add(writer, "small", "1");
                      return add(writer, "large", large);
                    }))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("catalog.db")
        .hasMessageContaining("the disk is full");
    assertThat(names()).containsExactly("before");
    database.write(writer -> add(writer, "after", "1"));
    assertThat(names()).containsExactly("after", "before");
  }

  @Test
  void readersCannotWrite() {
    assertThatThrownBy(() -> database.read(session -> add(session, "a", "1")))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("cannot be written");
  }

  @Test
  void readersSeeOnlyWhatIsStored() {
    database.write(
        writer -> {
          add(writer, "a", "1");
          assertThat(names()).isEmpty();
          return true;
        });
    assertThat(names()).containsExactly("a");
  }

  @Test
  void letsManyThreadsWriteAndRead() {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      IntStream.range(0, 200)
          .forEach(
              i ->
                  threads.execute(
                      () -> {
                        database.write(writer -> add(writer, "n" + i, "1"));
                        names();
                      }));
    }
    assertThat(names()).hasSize(200);
  }
}
