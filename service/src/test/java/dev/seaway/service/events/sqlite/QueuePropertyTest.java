package dev.seaway.service.events.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaway.service.events.DeadLetter;
import dev.seaway.service.events.EventQueue.NewEvent;
import dev.seaway.service.events.EventQueue.QueuedEvent;
import dev.seaway.service.events.EventQueue.Receipt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever is done in whatever order: nothing is lost, twice, or out of its order. */
class QueuePropertyTest {

  private static final InstantSource CLOCK = InstantSource.fixed(Instant.EPOCH);

  @Property(tries = 60)
  void givesEachEventOfAnOrderingKeyInTurn(
      @ForAll @Size(min = 1, max = 60) List<@IntRange(max = 59) Integer> steps) throws Exception {
    Path folder = Files.createTempDirectory("queue");
    try (Model model = new Model(folder)) {
      for (int step : steps) {
        model.take(step);
      }
      model.drain();
    } finally {
      remove(folder);
    }
  }

  /** What the queue should hold, told by the payloads. */
  private static final class Model implements AutoCloseable {
    private final Path folder;
    private final TreeMap<String, Deque<String>> waiting = new TreeMap<>();
    private final Set<String> known = new HashSet<>();
    private final Set<String> dead = new TreeSet<>();
    private SqliteQueue queue;

    Model(Path folder) {
      this.folder = folder;
      this.queue = SqliteQueue.open(folder, CLOCK);
    }

    void take(int step) throws InterruptedException {
      String key = "key " + step / 2 % 10;
      switch (step / 20) {
        case 0 -> put(key, "subject " + step % 3);
        case 1 -> settle(step % 2 == 0);
        default -> {
          if (step % 3 == 0) {
            queue.close();
            queue = SqliteQueue.open(folder, CLOCK);
          } else if (step % 3 == 1) {
            replay();
          } else {
            put(key + "'", "subject " + step % 3);
          }
        }
      }
      assertThat(queue.waiting())
          .isEqualTo(waiting.values().stream().mapToLong(Collection::size).sum());
      assertThat(letters().list())
          .extracting(letter -> letter.event().payload())
          .hasSameElementsAs(dead);
    }

    private void put(String key, String subject) {
      String payload = key + " of " + subject;
      Receipt receipt = queue.put(new NewEvent(Optional.of(key), subject, payload, Instant.EPOCH));
      assertThat(receipt).isEqualTo(known.add(key) ? Receipt.KEPT : Receipt.KNOWN);
      if (receipt == Receipt.KEPT) {
        waiting.computeIfAbsent(subject, none -> new ArrayDeque<>()).add(payload);
      }
    }

    private void settle(boolean applied) throws InterruptedException {
      if (waiting.isEmpty()) {
        return;
      }
      QueuedEvent taken = queue.take().orElseThrow();
      String subject = taken.event().subject();
      Deque<String> line = waiting.getOrDefault(subject, new ArrayDeque<>());
      assertThat(taken.event().payload()).isEqualTo(line.poll());
      if (line.isEmpty()) {
        waiting.remove(subject);
      }
      if (applied) {
        queue.done(taken);
      } else {
        queue.deadLetter(taken, "why");
        dead.add(taken.event().payload());
      }
    }

    private void replay() {
      List<DeadLetter> all = letters().list();
      assertThat(letters().replay(all.stream().map(DeadLetter::number).toList()))
          .isEqualTo(all.size());
      all.forEach(
          letter ->
              waiting
                  .computeIfAbsent(letter.event().subject(), none -> new ArrayDeque<>())
                  .add(letter.event().payload()));
      dead.clear();
    }

    void drain() throws InterruptedException {
      while (!waiting.isEmpty()) {
        settle(true);
      }
      assertThat(queue.waiting()).isZero();
    }

    private SqliteDeadLetters letters() {
      return new SqliteDeadLetters(folder, CLOCK);
    }

    @Override
    public void close() {
      queue.close();
    }
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
