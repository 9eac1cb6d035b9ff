package dev.seaway.core.events.disk;

import dev.seaway.core.events.DeadLetter;
import dev.seaway.core.events.EventQueue.Posted;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the queue's history comes to. Not thread-safe. */
final class Ledger {

  /** Keys of events that are remembered, so that a second delivery is known. */
  static final int MOST_KEYS = 50_000;

  private final Map<Long, Posted> open = new LinkedHashMap<>();
  private final Map<Long, DeadLetter> dead = new LinkedHashMap<>();
  private final Set<String> keys = new LinkedHashSet<>();
  private long next = 1;
  private long bytes;

  void apply(Entry entry) {
    switch (entry) {
      case Entry.Put(long number, Posted event) -> {
        event.key().ifPresent(this::remember);
        open.put(number, event);
        bytes += weight(event);
        next = Math.max(next, number + 1);
      }
      case Entry.Done(long number) -> close(number);
      case Entry.Buried(long number, var at, String reason) -> {
        Posted event = close(number);
        if (event != null) {
          bury(new DeadLetter(number, event, at, reason));
        }
      }
      case Entry.Dropped(long number) -> {
        DeadLetter letter = dead.remove(number);
        bytes -= letter == null ? 0 : weight(letter.event());
      }
      case Entry.Dead(DeadLetter letter) -> bury(letter);
      case Entry.Known(String key) -> remember(key);
      case Entry.Next(long number) -> next = Math.max(next, number);
    }
  }

  private void bury(DeadLetter letter) {
    dead.put(letter.number(), letter);
    bytes += weight(letter.event());
  }

  private @org.jspecify.annotations.Nullable Posted close(long number) {
    Posted event = open.remove(number);
    bytes -= event == null ? 0 : weight(event);
    return event;
  }

  private void remember(String key) {
    keys.add(key);
    if (keys.size() > MOST_KEYS) {
      keys.remove(keys.iterator().next());
    }
  }

  /** About what an event takes on the disk. */
  static long weight(Posted event) {
    return 200L + event.subject().length() + event.payload().length();
  }

  boolean knows(String key) {
    return keys.contains(key);
  }

  long next() {
    return next;
  }

  /** About the bytes of all that is kept, keys aside. */
  long bytes() {
    return bytes;
  }

  Map<Long, Posted> open() {
    return open;
  }

  Map<Long, DeadLetter> dead() {
    return dead;
  }

  /** The shortest history that comes to the same. */
  List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    entries.add(new Entry.Next(next));
    keys.forEach(key -> entries.add(new Entry.Known(key)));
    dead.values().forEach(letter -> entries.add(new Entry.Dead(letter)));
    open.forEach((number, event) -> entries.add(new Entry.Put(number, event)));
    return entries;
  }
}
