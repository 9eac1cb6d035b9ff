package dev.seaway.kafka;

import dev.seaway.service.events.EventQueue.NewEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Events that are written once more, in portions, so that any number of them fits into memory. Of
 * those of a portion that come to the same the latest is written. Not thread-safe.
 */
final class EventCopies {

  static final int MOST_EVENTS = 1000;
  private static final int MOST_CHARACTERS = 4 << 20;

  /** What is to be done, whatever the delivery. */
  private record Same(String subject, String payload) {}

  private final Consumer<NewEvent> write;
  private final Map<Same, NewEvent> portion = new LinkedHashMap<>();
  private long characters;

  EventCopies(Consumer<NewEvent> write) {
    this.write = write;
  }

  void add(NewEvent event) {
    Same same = new Same(event.subject(), event.payload());
    if (portion.remove(same) == null) {
      characters += event.payload().length();
    }
    portion.put(same, event);
    if (portion.size() == MOST_EVENTS || characters >= MOST_CHARACTERS) {
      flush();
    }
  }

  /** Tries none twice, whatever fails. */
  void flush() {
    List<NewEvent> full = List.copyOf(portion.values());
    portion.clear();
    characters = 0;
    full.forEach(write);
  }
}
