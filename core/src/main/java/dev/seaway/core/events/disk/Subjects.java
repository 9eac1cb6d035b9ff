package dev.seaway.core.events.disk;

import dev.seaway.core.events.EventQueue.Posted;
import dev.seaway.core.events.EventQueue.Taken;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * Whose turn it is: of each subject the oldest event alone, and none while it is in progress or
 * waits. Not thread-safe.
 */
final class Subjects {

  private record Waiting(long number, Posted event) {}

  private record Parked(String subject, Instant due) {}

  /** The events of one subject; the first may be in progress. */
  private static final class Line {
    private final Deque<Waiting> events = new ArrayDeque<>();
    private int attempts;
  }

  private final Map<String, Line> lines = new HashMap<>();
  private final Deque<String> ready = new ArrayDeque<>();
  private final PriorityQueue<Parked> parked =
      new PriorityQueue<>(Comparator.comparing(Parked::due));

  void add(long number, Posted event) {
    Line line = lines.get(event.subject());
    if (line == null) {
      line = new Line();
      lines.put(event.subject(), line);
      ready.add(event.subject());
    }
    line.events.add(new Waiting(number, event));
  }

  Optional<Taken> poll(Instant now) {
    while (!parked.isEmpty() && !parked.peek().due().isAfter(now)) {
      ready.addFirst(parked.remove().subject());
    }
    return Optional.ofNullable(ready.poll()).map(this::take);
  }

  private Taken take(String subject) {
    Line line = lines.get(subject);
    if (line == null) {
      throw new IllegalStateException("A subject is ready that has no events");
    }
    Waiting first = line.events.element();
    line.attempts++;
    return new Taken(first.number(), first.event(), line.attempts);
  }

  /** When something that is parked becomes ready. */
  Optional<Instant> due() {
    return Optional.ofNullable(parked.peek()).map(Parked::due);
  }

  /** Passes over what is settled, for its subject has gone on. */
  void park(Taken taken, Instant due) {
    Line line = lines.get(taken.event().subject());
    if (line != null && line.events.element().number() == taken.number()) {
      parked.add(new Parked(taken.event().subject(), due));
    }
  }

  /** The event is out of the way, and its subject's next one may be taken. */
  void settle(long number, Posted event) {
    Line line = lines.get(event.subject());
    if (line == null || line.events.element().number() != number) {
      throw new IllegalStateException("Event " + number + " is settled out of turn");
    }
    line.events.remove();
    line.attempts = 0;
    if (line.events.isEmpty()) {
      lines.remove(event.subject());
    } else {
      ready.add(event.subject());
    }
  }
}
