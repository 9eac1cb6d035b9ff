package dev.seaway.service.events.sqlite;

import dev.seaway.service.events.EventQueue.NewEvent;
import dev.seaway.service.events.EventQueue.QueuedEvent;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * A process to be killed: takes a burst of events, says which it acknowledges, and writes down
 * which it applies.
 */
final class QueueChild {

  static final int SUBJECTS = 20;
  private static final int SENDERS = 4;

  private QueueChild() {}

  /** Arguments: the folder of the queue, the file of what is applied, and the number of events. */
  public static void main(String[] arguments) throws Exception {
    int events = Integer.parseInt(arguments[2]);
    try (SqliteQueue queue = SqliteQueue.open(Path.of(arguments[0]), InstantSource.system());
        FileOutputStream applied = new FileOutputStream(arguments[1], true)) {
      for (int lane = 0; lane < SENDERS; lane++) {
        Thread.ofVirtual().start(() -> apply(queue, applied));
      }
      Thread[] senders = new Thread[SENDERS];
      for (int sender = 0; sender < SENDERS; sender++) {
        int first = sender;
        senders[sender] = Thread.ofVirtual().start(() -> send(queue, first, events));
      }
      for (Thread sender : senders) {
        sender.join();
      }
      System.out.println("all");
      System.in.read();
    }
  }

  /** A sender sends the events of its subjects in their order, all of them after each start. */
  private static void send(SqliteQueue queue, int first, int events) {
    for (int number = first; number < events; number += SENDERS) {
      queue.put(
          new NewEvent(
              Optional.of("k" + number),
              "s" + number % SUBJECTS,
              Integer.toString(number),
              Instant.EPOCH));
      System.out.println(number + ";");
    }
  }

  private static void apply(SqliteQueue queue, FileOutputStream applied) {
    try {
      for (Optional<QueuedEvent> next = queue.take(); next.isPresent(); next = queue.take()) {
        String line = next.get().event().payload() + "\n";
        applied.write(line.getBytes(StandardCharsets.UTF_8));
        queue.done(next.get());
      }
    } catch (InterruptedException | IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
