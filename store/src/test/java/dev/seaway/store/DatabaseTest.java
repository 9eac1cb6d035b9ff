package dev.seaway.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seaway.store.StoreException.Reason;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {

  private static final Schema SCHEMA =
      new Schema(
          0x7357, List.of(List.of("CREATE TABLE setting(name TEXT PRIMARY KEY, value TEXT)")));
  private static final DatabaseSpec SPEC = spec(SCHEMA, false);

  @TempDir Path folder;
  Database database;

  private static DatabaseSpec spec(Schema schema, boolean disposable) {
    return new DatabaseSpec(
        "The test's database",
        schema,
        DatabaseSpec.Durability.POWER,
        2,
        2,
        disposable,
        "Restore it.",
        "Put it back.");
  }

  @BeforeEach
  void open() {
    database = Database.open(path(), SPEC);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private Path path() {
    return folder.resolve("test.db");
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
        .hasMessageContaining("The test's database " + path())
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

  @Test
  void belongsToOneOpenerAndLetsOthersJoin() {
    assertThatThrownBy(() -> Database.open(path(), SPEC))
        .isInstanceOfSatisfying(
            StoreException.class, e -> assertThat(e.reason()).isEqualTo(Reason.IN_USE));
    try (Database second = Database.join(path(), SPEC)) {
      second.write(writer -> add(writer, "joined", "1"));
      database.write(writer -> add(writer, "own", "1"));
      assertThat(names()).containsExactly("joined", "own");
    }
    assertThat(names()).hasSize(2);
  }

  @Test
  void storesNothingWhereTheFileIsGoneAndGoesOnOnceItIsBack() throws IOException {
    Path away = folder.resolve("away");
    Files.move(path(), away);

    assertThatThrownBy(() -> database.write(writer -> add(writer, "a", "1")))
        .isInstanceOfSatisfying(
            StoreException.class, e -> assertThat(e.reason()).isEqualTo(Reason.GONE))
        .hasMessageContaining("was removed or replaced", "Put it back.");
    Files.copy(away, path());
    assertThatThrownBy(database::checkInPlace).hasMessageContaining("was removed or replaced");
    Files.move(away, path(), StandardCopyOption.REPLACE_EXISTING);

    database.write(writer -> add(writer, "b", "1"));
    assertThat(names()).containsExactly("b");
  }

  @Test
  void storesNothingWhereItsWriteAheadLogIsGone() throws IOException {
    database.write(writer -> add(writer, "a", "1"));
    Files.delete(folder.resolve("test.db-wal"));

    assertThatThrownBy(() -> database.write(writer -> add(writer, "b", "1")))
        .hasMessageContaining("was removed or replaced");
  }

  @Test
  void bringsAnOlderFileToItsVersion() {
    database.write(writer -> add(writer, "a", "1"));
    database.close();
    Schema second =
        new Schema(
            SCHEMA.application(),
            List.of(
                SCHEMA.versions().getFirst(), List.of("ALTER TABLE setting ADD COLUMN note TEXT")));

    assertThatThrownBy(() -> Database.join(path(), spec(second, false)))
        .hasMessageContaining("an older Seaway wrote it");
    database = Database.open(path(), spec(second, false));
    assertThat(database.<Integer>write(writer -> writer.update("UPDATE setting SET note = 'n'")))
        .isEqualTo(1);
    database.close();
    assertThatThrownBy(() -> Database.open(path(), SPEC)).hasMessageContaining("a newer Seaway");
  }

  @Test
  void replacesADamagedFileOnlyWhereItMayBeDisposedOf() throws IOException {
    database.close();
    byte[] noise = new byte[(int) Files.size(path()) - 4_096];
    Arrays.fill(noise, (byte) 0x5a);
    try (RandomAccessFile file = new RandomAccessFile(path().toFile(), "rw")) {
      file.seek(4_096);
      file.write(noise);
    }

    assertThatThrownBy(() -> Database.open(path(), SPEC))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("it is damaged. Restore it.");
    database = Database.open(path(), spec(SCHEMA, true));
    assertThat(names()).isEmpty();
    database.closeAndDelete();
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactly(folder.resolve("test.db.lock"));
    }
  }

  @Test
  void handsOverWhatItReadsRowByRow() {
    database.write(writer -> add(writer, "a", "1") + add(writer, "b", "2"));
    List<String> read = new ArrayList<>();

    assertThatThrownBy(
            () ->
                database.read(
                    session -> {
                      session.each(
                          "SELECT name FROM setting ORDER BY name",
                          row -> row.getString(1),
                          name -> {
                            read.add(name);
                            throw new IllegalStateException("enough");
                          });
                      return true;
                    }))
        .hasMessage("enough");

    assertThat(read).containsExactly("a");
  }

  @Test
  void anInterruptDoesNotEndItsCloseBeforeTheReaders() throws Exception {
    database.write(writer -> add(writer, "a", "1"));
    CountDownLatch reading = new CountDownLatch(1);
    CountDownLatch mayEnd = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Boolean> reader = threads.submit(() -> database.read(_ -> waits(reading, mayEnd)));
      reading.await();
      Future<Boolean> closer = threads.submit(this::closesThoughInterrupted);
      while (isOpen()) {
        Thread.onSpinWait();
      }
      mayEnd.countDown();

      assertThat(reader.get()).isTrue();
      assertThat(closer.get()).as("the interrupt is passed on").isTrue();
    }
    assertThat(folder.resolve("test.db-wal")).doesNotExist();
  }

  private boolean closesThoughInterrupted() {
    Thread.currentThread().interrupt();
    database.close();
    return Thread.interrupted();
  }

  private boolean isOpen() {
    try {
      return database.read(_ -> true);
    } catch (StoreException _) {
      return false;
    }
  }

  private static boolean waits(CountDownLatch reading, CountDownLatch mayEnd) {
    reading.countDown();
    try {
      mayEnd.await();
      return true;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
