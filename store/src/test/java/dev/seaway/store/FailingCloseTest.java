package dev.seaway.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.AbstractList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A connection that cannot be closed holds up neither the other connections nor any thread. */
class FailingCloseTest {

  private static final DatabaseSpec SPEC =
      new DatabaseSpec(
          "The test's database",
          new Schema(0x7357, List.of(List.of("CREATE TABLE setting(name TEXT)"))),
          DatabaseSpec.Durability.POWER,
          2,
          2,
          false,
          "Restore it.",
          "Put it back.");

  @TempDir Path folder;
  private final CountDownLatch late = new CountDownLatch(1);
  private final CountDownLatch failed = new CountDownLatch(1);
  private volatile Optional<Thread> latecomer = Optional.empty();
  private Database database;

  @BeforeEach
  void open() {
    StoreErrors errors = new StoreErrors(SPEC, folder.resolve("test.db"));
    Connections real = Connections.open(errors, true);
    Session broken = new Session(connection(), errors);
    database =
        new Database(
            errors,
            Optional.empty(),
            new Connections(
                real.writer(),
                List.of(broken, real.readers().get(0), real.readers().get(1)),
                looked(real.files())));
  }

  @Test
  void closesTheOtherConnectionsThoughOneFails() {
    assertThatThrownBy(database::close)
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("it cannot be closed");

    assertThat(folder.resolve("test.db-wal")).doesNotExist();
  }

  @Test
  void leavesNoReaderWaitingThoughOneFails() throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Boolean> reader =
          threads.submit(
              () -> {
                latecomer = Optional.of(Thread.currentThread());
                return database.read(_ -> true);
              });
      late.await();
      assertThatThrownBy(database::close).hasMessageContaining("it cannot be closed");
      failed.countDown();

      assertThatThrownBy(reader::get).hasRootCauseInstanceOf(StoreException.class);
    }
  }

  private static Connection connection() {
    return (Connection)
        Proxy.newProxyInstance(
            Connection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (_, _, _) -> {
              throw new SQLException("it cannot be closed");
            });
  }

  /** Holds up the thread that comes late between its look at the files and its reading. */
  private List<FileIdentity> looked(List<FileIdentity> files) {
    return new AbstractList<>() {
      @Override
      public FileIdentity get(int index) {
        return files.get(index);
      }

      @Override
      public int size() {
        if (latecomer.filter(Thread.currentThread()::equals).isPresent()) {
          await();
        }
        return files.size();
      }

      private void await() {
        late.countDown();
        try {
          failed.await();
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
      }
    };
  }
}
