package dev.seaway.service.events.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seaway.service.events.DeadLetter;
import dev.seaway.service.events.DeadLetters;
import dev.seaway.service.events.EventQueue.NewEvent;
import dev.seaway.service.events.EventQueue.QueuedEvent;
import dev.seaway.service.events.EventQueue.Receipt;
import dev.seaway.service.events.QueueException;
import dev.seaway.store.Database;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteQueueTest {

  private static final Instant START = Instant.parse("2026-01-05T10:00:00Z");

  private static final String LARGE = "x".repeat(20_000);

  @TempDir private Path folder;
  private Instant now = START;
  private final InstantSource clock = () -> now;

  @Test
  void givesTheEventsOfASubjectOneAfterTheOther() throws Exception {
    try (SqliteQueue queue = SqliteQueue.open(folder, clock)) {
      put(queue, "1", "a", "first");
      put(queue, "2", "a", "second");
      put(queue, "3", "b", "third");

      QueuedEvent first = take(queue);
      QueuedEvent third = take(queue);
      assertThat(first.event().payload()).isEqualTo("first");
      assertThat(third.event().payload()).isEqualTo("third");
      queue.done(first);
      assertThat(take(queue).event().payload()).isEqualTo("second");
    }
  }

  @Test
  void looksPastALongLineOfOneSubject() throws Exception {
    try (SqliteQueue queue = SqliteQueue.open(folder, clock)) {
      try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
        IntStream.range(0, 2_500).forEach(n -> senders.execute(() -> put(queue, "k" + n, "a", "")));
      }
      put(queue, "other", "b", "other");

      QueuedEvent first = take(queue);
      QueuedEvent other = take(queue);
      assertThat(other.event().payload()).isEqualTo("other");
      queue.done(other);
      queue.retryAt(first, START);
      for (long number = 1; number <= 2_500; number++) {
        QueuedEvent next = take(queue);
        assertThat(next.number()).isEqualTo(number);
        queue.done(next);
      }
      assertThat(queue.waiting()).isZero();
    }
  }

  @Test
  void holdsASubjectBackWhileItsFirstEventWaits() throws Exception {
    try (SqliteQueue queue = SqliteQueue.open(folder, clock)) {
      put(queue, "1", "a", "first");
      put(queue, "2", "a", "second");
      put(queue, "3", "b", "third");
      queue.retryAt(take(queue), START.plusSeconds(10));

      QueuedEvent third = take(queue);
      assertThat(third.event().payload()).isEqualTo("third");
      queue.done(third);
      now = START.plusSeconds(10);
      QueuedEvent again = take(queue);
      assertThat(again.event().payload()).isEqualTo("first");
      assertThat(again.attempt()).isEqualTo(2);
    }
  }

  @Test
  void passesOverWhatIsHandedBackThoughItIsSettled() throws Exception {
    try (SqliteQueue queue = SqliteQueue.open(folder, clock)) {
      put(queue, "1", "a", "first");
      put(queue, "2", "a", "second");
      QueuedEvent first = take(queue);
      queue.done(first);
      queue.retryAt(first, START);
      put(queue, "3", "b", "third");

      assertThat(take(queue).event().payload()).isEqualTo("second");
      assertThat(take(queue).event().payload()).isEqualTo("third");
    }
  }

  @Test
  void knowsWhatItKeptAfterItWasOpenedAgain() throws Exception {
    try (SqliteQueue queue = SqliteQueue.open(folder, clock)) {
      put(queue, "1", "a", "first");
      put(queue, "2", "a", "second");
      queue.done(take(queue));
    }
    try (SqliteQueue queue = SqliteQueue.open(folder, clock)) {
      assertThat(put(queue, "1", "a", "first")).isEqualTo(Receipt.KNOWN);
      assertThat(put(queue, "2", "a", "second")).isEqualTo(Receipt.KNOWN);
      assertThat(take(queue).event().payload()).isEqualTo("second");
    }
  }

  @Test
  void keepsDeadLettersReplaysAndDropsThemWhileItRuns() throws Exception {
    DeadLetters dead = new SqliteDeadLetters(folder, clock);
    try (SqliteQueue queue = SqliteQueue.open(folder, clock)) {
      put(queue, "1", "a", "first");
      put(queue, "2", "b", "second");
      queue.deadLetter(take(queue), "bad mapping");
      queue.deadLetter(take(queue), "bad mapping");

      assertThat(dead.list())
          .extracting(letter -> letter.event().payload() + ": " + letter.reason())
          .containsExactly("first: bad mapping", "second: bad mapping");
      assertThat(dead.replay(List.of(1L, 77L))).isEqualTo(1);
      assertThat(dead.drop(List.of(2L))).isEqualTo(1);

      QueuedEvent again = take(queue);
      assertThat(again.event().payload()).isEqualTo("first");
      assertThat(again.event().key()).hasValue("1");
      assertThat(again.number()).isEqualTo(3);
      assertThat(dead.list()).isEmpty();
    }
  }

  @Test
  void keepsTheNewestDeadLetters() throws Exception {
    try (SqliteQueue queue = SqliteQueue.open(folder, clock);
        ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int number = 0; number < DeadLetterTable.MOST + 2; number++) {
        String key = "k" + number;
        senders.execute(() -> put(queue, key, key, "payload"));
      }
      for (int number = 0; number < DeadLetterTable.MOST + 2; number++) {
        QueuedEvent taken = take(queue);
        senders.execute(() -> queue.deadLetter(taken, "why"));
      }
    }
    List<DeadLetter> left = new SqliteDeadLetters(folder, clock).list();
    assertThat(left).hasSize(DeadLetterTable.MOST);
  }

  @Test
  void knowsTheNewestKeysAlone() {
    try (SqliteQueue queue = SqliteQueue.open(folder, clock)) {
      put(queue, "oldest", "a", "payload");
      try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
        for (int number = 0; number < EventTable.MOST_KEYS; number++) {
          String key = "k" + number;
          senders.execute(() -> put(queue, key, "a", "payload"));
        }
      }
      assertThat(put(queue, "k0", "a", "payload")).isEqualTo(Receipt.KNOWN);
      assertThat(put(queue, "oldest", "a", "payload")).isEqualTo(Receipt.KEPT);
    }
  }

  @Test
  void keepsOneOfDeliveriesThatComeAtTheSameMoment() throws Exception {
    List<Future<Receipt>> receipts = new ArrayList<>();
    try (SqliteQueue queue = SqliteQueue.open(folder, clock)) {
      try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
        for (int delivery = 0; delivery < 100; delivery++) {
          receipts.add(senders.submit(() -> put(queue, "same", "a", "payload")));
        }
      }
      assertThat(queue.waiting()).isEqualTo(1);
    }
    assertThat(receipts.stream().filter(each -> each.resultNow() == Receipt.KEPT)).hasSize(1);
  }

  @Test
  void acknowledgesNothingWhileTheDiskIsFull() throws Exception {
    Database database = QueueDatabase.open(folder);
    try (SqliteQueue queue = new SqliteQueue(database, clock)) {
      put(queue, "1", "a", "first");
      put(queue, "2", "a", "second");
      mostPages(database, 1);

      for (int time = 0; time < 2; time++) {
        assertThatThrownBy(() -> put(queue, "3", "a", LARGE))
            .isInstanceOf(QueueException.class)
            .hasMessageContaining("The event cannot be kept", "the disk is full");
      }
      assertThat(queue.obstacle()).hasValueSatisfying(why -> assertThat(why).contains("is full"));
      assertThat(queue.waiting()).isEqualTo(2);
      queue.done(take(queue));
      queue.done(take(queue));

      mostPages(database, 1_000_000);
      assertThat(put(queue, "3", "a", LARGE)).isEqualTo(Receipt.KEPT);
      assertThat(queue.obstacle()).isEmpty();
      assertThat(queue.waiting()).isEqualTo(1);
    }
    try (SqliteQueue queue = SqliteQueue.open(folder, clock)) {
      assertThat(take(queue).event().payload()).isEqualTo(LARGE);
    }
  }

  @Test
  void isReadyAgainOnceTheDiskIsThoughNothingIsSent() {
    Database database = QueueDatabase.open(folder);
    try (SqliteQueue queue = new SqliteQueue(database, clock)) {
      mostPages(database, 1);
      assertThatThrownBy(() -> put(queue, "1", "a", LARGE)).isInstanceOf(QueueException.class);
      assertThat(queue.obstacle()).isPresent();

      mostPages(database, 1_000_000);

      assertThat(queue.obstacle()).isEmpty();
    }
  }

  @Test
  void givesNoEventTwiceThatWasSettledWhileTheDiskFailed() throws Exception {
    Database database = QueueDatabase.open(folder);
    try (SqliteQueue queue = new SqliteQueue(database, clock)) {
      put(queue, "1", "a", "first");
      put(queue, "2", "a", "second");
      put(queue, "3", "b", "third");
      sql(
          database,
          "CREATE TRIGGER broken BEFORE DELETE ON event BEGIN SELECT RAISE(ABORT, 'broken'); END");

      queue.done(take(queue));
      queue.deadLetter(take(queue), "bad mapping");
      assertThat(take(queue).event().payload()).isEqualTo("second");
      assertThat(queue.waiting()).isEqualTo(1);
      assertThat(queue.obstacle()).hasValueSatisfying(why -> assertThat(why).contains("broken"));

      sql(database, "DROP TRIGGER broken");
      assertThat(put(queue, "4", "c", "fourth")).isEqualTo(Receipt.KEPT);
      assertThat(queue.obstacle()).isEmpty();
    }
    try (SqliteQueue queue = SqliteQueue.open(folder, clock)) {
      assertThat(take(queue).event().payload()).isEqualTo("second");
      assertThat(take(queue).event().payload()).isEqualTo("fourth");
    }
    assertThat(new SqliteDeadLetters(folder, clock).list())
        .extracting(letter -> letter.event().payload())
        .containsExactly("third");
  }

  @Test
  void refusesADamagedFileAndLeavesItAsItIs() throws Exception {
    try (SqliteQueue queue = SqliteQueue.open(folder, clock)) {
      for (int number = 0; number < 100; number++) {
        put(queue, "k" + number, "a", LARGE);
      }
    }
    Path file = folder.resolve("queue.db");
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
      byte[] noise = new byte[(int) bytes.length() / 2];
      Arrays.fill(noise, (byte) 0x5a);
      bytes.seek(bytes.length() / 4);
      bytes.write(noise);
    }
    byte[] damaged = Files.readAllBytes(file);

    assertThatThrownBy(() -> SqliteQueue.open(folder, clock))
        .isInstanceOf(QueueException.class)
        .hasMessageContaining(
            "The queue of live events " + file, "it is damaged", "a complete resync");
    assertThat(file).hasBinaryContent(damaged);
  }

  @Test
  void staysShortHoweverManyEventsPass() throws Exception {
    String payload = "x".repeat(1 << 16);
    try (SqliteQueue queue = SqliteQueue.open(folder, clock)) {
      for (int event = 0; event < 600; event++) {
        put(queue, "k" + event, "a", payload);
        queue.done(take(queue));
      }
      put(queue, "last", "a", "last");
    }
    assertThat(Files.size(folder.resolve("queue.db"))).isLessThan(2L << 20);
    try (SqliteQueue queue = SqliteQueue.open(folder, clock)) {
      assertThat(take(queue).event().payload()).isEqualTo("last");
      assertThat(put(queue, "k0", "a", payload)).isEqualTo(Receipt.KNOWN);
    }
  }

  @Test
  void takesABurstOfTenThousand() throws Exception {
    try (SqliteQueue queue = SqliteQueue.open(folder, clock);
        ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Receipt>> receipts = new ArrayList<>();
      IntStream.range(0, 10_000)
          .forEach(
              n -> receipts.add(senders.submit(() -> put(queue, "k" + n, "s" + n % 100, "p"))));
      for (Future<Receipt> receipt : receipts) {
        assertThat(receipt.get()).isEqualTo(Receipt.KEPT);
      }
    }
    try (SqliteQueue queue = SqliteQueue.open(folder, clock)) {
      assertThat(put(queue, "k9999", "s", "p")).isEqualTo(Receipt.KNOWN);
    }
  }

  @Test
  void belongsToOneProcessAtATime() {
    try (SqliteQueue queue = SqliteQueue.open(folder, clock)) {
      assertThatThrownBy(() -> SqliteQueue.open(folder, clock))
          .isInstanceOf(QueueException.class)
          .hasMessageContaining("Another process uses");
      assertThat(put(queue, "1", "a", "first")).isEqualTo(Receipt.KEPT);
    }
  }

  @Test
  void isEndedByAnInterruptAndGoesOn() throws Exception {
    try (SqliteQueue queue = SqliteQueue.open(folder, clock)) {
      put(queue, "1", "a", "first");
      QueuedEvent first = take(queue);
      Thread.currentThread().interrupt();
      queue.done(first);
      assertThatThrownBy(queue::take).isInstanceOf(InterruptedException.class);
      assertThat(queue.waiting()).isZero();
    }
  }

  @Test
  void letsOthersOnWhileOneReadsForLong() throws Exception {
    Database database = QueueDatabase.open(folder);
    CountDownLatch reading = new CountDownLatch(2);
    CountDownLatch mayEnd = new CountDownLatch(1);
    try (SqliteQueue queue = new SqliteQueue(database, clock);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      put(queue, "1", "a", "first");
      QueuedEvent first = take(queue);
      for (int reader = 0; reader < 2; reader++) {
        threads.execute(() -> database.read(_ -> hold(reading, mayEnd)));
      }
      reading.await();
      Thread taker = Thread.ofVirtual().start(() -> takeOrEnd(queue));
      while (taker.getState() != Thread.State.TIMED_WAITING) {
        Thread.onSpinWait();
      }

      assertThat(put(queue, "2", "b", "second")).isEqualTo(Receipt.KEPT);
      queue.retryAt(first, START);
      queue.done(first);
      mayEnd.countDown();
      taker.join();
    }
  }

  private static boolean hold(CountDownLatch reading, CountDownLatch mayEnd) {
    reading.countDown();
    try {
      mayEnd.await();
      return true;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void takeOrEnd(SqliteQueue queue) {
    try {
      queue.take();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void givesEachEventOnceToManyTakersAndEndsThemAll() throws Exception {
    Set<Long> taken = ConcurrentHashMap.newKeySet();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      CountDownLatch left = new CountDownLatch(3_000);
      SqliteQueue queue = SqliteQueue.open(folder, clock);
      for (int taker = 0; taker < 20; taker++) {
        threads.execute(() -> settleAll(queue, taken, left));
      }
      IntStream.range(0, 3_000)
          .forEach(n -> threads.execute(() -> put(queue, "k" + n, "s" + n % 70, "p")));
      left.await();
      queue.close();
    }
    assertThat(taken).hasSize(3_000);
  }

  private static void settleAll(SqliteQueue queue, Set<Long> taken, CountDownLatch left) {
    try {
      Optional<QueuedEvent> event = queue.take();
      while (event.isPresent()) {
        taken.add(event.get().number());
        queue.done(event.get());
        left.countDown();
        event = queue.take();
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void refusesWhatComesOnceItIsClosed() throws Exception {
    SqliteQueue queue = SqliteQueue.open(folder, clock);
    put(queue, "1", "a", "first");
    QueuedEvent first = take(queue);
    queue.close();

    assertThatThrownBy(() -> put(queue, "2", "a", "second"))
        .isInstanceOf(QueueException.class)
        .hasMessage("The queue of events is closed.");
    assertThat(queue.take()).isEmpty();
    queue.done(first);
    queue.close();

    try (SqliteQueue again = SqliteQueue.open(folder, clock)) {
      assertThat(take(again).event().payload()).as("at least once").isEqualTo("first");
    }
  }

  private static void mostPages(Database database, int pages) {
    sql(database, "PRAGMA max_page_count = " + pages);
  }

  private static void sql(Database database, String sql) {
    database.write(
        session -> sql.startsWith("PRAGMA") ? session.list(sql, row -> 1) : session.update(sql));
  }

  private static QueuedEvent take(SqliteQueue queue) throws InterruptedException {
    return queue.take().orElseThrow();
  }

  private static Receipt put(SqliteQueue queue, String key, String subject, String payload) {
    return queue.put(new NewEvent(Optional.of(key), subject, payload, START));
  }
}
