package dev.seaway.service.events.sqlite;

import dev.seaway.service.events.EventQueue.QueuedEvent;
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
 * Says whose turn it is: each ordering key has one event in progress or waiting for its retry, and
 * its other events stay behind that one in the database. Not thread-safe.
 */
final class KeyScheduler {

  /**
   * How many events are tried again at a time: each may take minutes where the other side is
   * silent, and what can be applied must not wait for them.
   */
  static final int MOST_RETRYING = 4;

  /** How many ordering keys are held in memory; more wait in the database. */
  static final int MOST_KEYS = 50_000;

  /**
   * The first event of that ordering key is to be taken.
   *
   * @param after the number behind which it is
   */
  record Turn(String orderingKey, long after, int attempt) {}

  private record Parked(String orderingKey, Instant due) {}

  private static final class Line {
    private long after;
    private long taken;
    private int attempts;
  }

  private final Map<String, Line> lines = new HashMap<>();
  private final Deque<String> ready = new ArrayDeque<>();
  private final PriorityQueue<Parked> parked =
      new PriorityQueue<>(Comparator.comparing(Parked::due));
  private final Deque<String> due = new ArrayDeque<>();
  private final Set<String> retrying = new HashSet<>();
  private boolean retriedLast;

  /** Whether events of further ordering keys are to be looked for. */
  boolean isHungry() {
    return ready.isEmpty() && lines.size() < MOST_KEYS;
  }

  /** There is an event of that key. Changes nothing where the key has its turn anyway. */
  void add(String orderingKey, long number) {
    if (!lines.containsKey(orderingKey)) {
      Line line = new Line();
      line.after = number - 1;
      lines.put(orderingKey, line);
      ready.add(orderingKey);
    }
  }

  /** Must be answered by {@link #take}, {@link #remove} or {@link #giveBack}. */
  Optional<Turn> poll(Instant now) {
    while (!parked.isEmpty() && !parked.peek().due().isAfter(now)) {
      due.add(parked.remove().orderingKey());
    }
    boolean mayRetry = !due.isEmpty() && retrying.size() < MOST_RETRYING;
    retriedLast = mayRetry && (ready.isEmpty() || !retriedLast);
    return Optional.ofNullable(retriedLast ? due.poll() : ready.poll()).map(this::turn);
  }

  private Turn turn(String orderingKey) {
    Line line = line(orderingKey);
    return new Turn(orderingKey, line.after, line.attempts + 1);
  }

  /** That event is in progress. */
  void take(Turn turn, long number) {
    Line line = line(turn.orderingKey());
    line.taken = number;
    line.attempts = turn.attempt();
    if (line.attempts > 1) {
      retrying.add(turn.orderingKey());
    }
  }

  /** The key has no event any more. */
  void remove(Turn turn) {
    lines.remove(turn.orderingKey());
  }

  /** The event could not be read. */
  void giveBack(Turn turn) {
    (turn.attempt() > 1 ? due : ready).addFirst(turn.orderingKey());
  }

  private Line line(String orderingKey) {
    Line line = lines.get(orderingKey);
    if (line == null) {
      throw new IllegalStateException("An ordering key is ready that has no events");
    }
    return line;
  }

  /** When something that is parked becomes ready. */
  Optional<Instant> due() {
    return Optional.ofNullable(parked.peek()).map(Parked::due);
  }

  /** Passes over what is settled, for its key has gone on. */
  void park(QueuedEvent taken, Instant due) {
    String orderingKey = taken.event().subject();
    Line line = lines.get(orderingKey);
    if (line != null && line.taken == taken.number()) {
      line.taken = 0;
      retrying.remove(orderingKey);
      parked.add(new Parked(orderingKey, due));
    }
  }

  /** The event is out of the way, and its key's next one may be taken. */
  void settle(QueuedEvent taken) {
    String orderingKey = taken.event().subject();
    Line line = lines.get(orderingKey);
    if (line != null && line.taken == taken.number()) {
      line.after = taken.number();
      line.taken = 0;
      line.attempts = 0;
      retrying.remove(orderingKey);
      ready.add(orderingKey);
    }
  }
}
