package dev.seaway.core.events.disk;

import dev.seaway.core.events.EventQueue.Posted;
import dev.seaway.core.events.EventQueue.Taken;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * Whose turn it is: of each subject the oldest event alone, and none while it is in progress or
 * waits. Not thread-safe.
 */
final class Subjects {

  /**
   * How many events are tried again at a time: each may take minutes where the other side is
   * silent, and what can be applied must not wait for them.
   */
  static final int MOST_RETRYING = 4;

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
  private final Deque<String> due = new ArrayDeque<>();
  private final Set<String> retrying = new HashSet<>();
  private boolean retriedLast;

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
      due.add(parked.remove().subject());
    }
    boolean mayRetry = !due.isEmpty() && retrying.size() < MOST_RETRYING;
    retriedLast = mayRetry && (ready.isEmpty() || !retriedLast);
    return Optional.ofNullable(retriedLast ? due.poll() : ready.poll()).map(this::take);
  }

  private Taken take(String subject) {
    Line line = lines.get(subject);
    if (line == null) {
      throw new IllegalStateException("A subject is ready that has no events");
    }
    Waiting first = line.events.element();
    line.attempts++;
    if (line.attempts > 1) {
      retrying.add(subject);
    }
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
      retrying.remove(taken.event().subject());
      parked.add(new Parked(taken.event().subject(), due));
    }
  }

  /** The event is out of the way, and its subject's next one may be taken. */
  void settle(long number, Posted event) {
    Line line = lines.get(event.subject());
    if (line == null || line.events.element().number() != number) {
      throw new IllegalStateException("Event " + number + " is settled out of turn");
    }
    retrying.remove(event.subject());
    line.events.remove();
    line.attempts = 0;
    if (line.events.isEmpty()) {
      lines.remove(event.subject());
    } else {
      ready.add(event.subject());
    }
  }
}
