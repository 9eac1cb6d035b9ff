package dev.seaway.core.events.disk;

import dev.seaway.core.events.DeadLetter;
import dev.seaway.core.events.EventQueue.Posted;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the queue's history comes to. Not thread-safe. */
final class Ledger {

  /** Keys of events that are remembered, so that a second delivery is known. */
  static final int MOST_KEYS = 50_000;

  private final Map<Long, Posted> open = new LinkedHashMap<>();
  private final Map<Long, DeadLetter> dead = new LinkedHashMap<>();
  private final Set<String> keys = new LinkedHashSet<>();
  private long next = 1;
  private Weight kept = Weight.NONE;

  void apply(Entry entry) {
    switch (entry) {
      case Entry.Put(long number, Posted event) -> {
        event.key().ifPresent(this::remember);
        open.put(number, event);
        kept = kept.plus(Weight.of(event));
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
        kept = letter == null ? kept : kept.minus(Weight.of(letter));
      }
      case Entry.Dead(DeadLetter letter) -> bury(letter);
      case Entry.Known(String key) -> remember(key);
      case Entry.Next(long number) -> next = Math.max(next, number);
    }
  }

  private void bury(DeadLetter letter) {
    dead.put(letter.number(), letter);
    kept = kept.plus(Weight.of(letter));
  }

  private @Nullable Posted close(long number) {
    Posted event = open.remove(number);
    kept = event == null ? kept : kept.minus(Weight.of(event));
    return event;
  }

  private void remember(String key) {
    keys.add(key);
    if (keys.size() > MOST_KEYS) {
      keys.remove(keys.iterator().next());
    }
  }

  boolean knows(String key) {
    return keys.contains(key);
  }

  long next() {
    return next;
  }

  /** What waits and the dead letters take, keys aside. */
  Weight kept() {
    return kept;
  }

  /** Why nothing more fits into that much memory; empty where it does. */
  Optional<String> full(long mostMemory) {
    return kept.memory() <= mostMemory
        ? Optional.empty()
        : Optional.of(
            ("No memory is left for more events: %d wait, and %d dead letters are kept, which take"
                    + " more than %d bytes. Settle the dead letters, or give Java a larger heap.")
                .formatted(open.size(), dead.size(), mostMemory));
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
