package dev.seaway.benchmarks.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The entities: their bytes, and no more than a search needs. Safe for all threads at once. */
final class Store {

  private final Map<String, Map<String, Stored>> blueprints = new HashMap<>();
  private final List<@Nullable Stored> inOrder = new ArrayList<>();
  private int count;

  /** Replaces what was there. True if nothing was. */
  synchronized boolean put(
      String blueprint, String identifier, byte[] json, String datasource, long now) {
    Map<String, Stored> entities = blueprints.computeIfAbsent(blueprint, none -> new HashMap<>());
    Stored before = entities.get(identifier);
    int sequence = before == null ? inOrder.size() : before.sequence();
    Stored stored = new Stored(json, datasource, now, sequence);
    entities.put(identifier, stored);
    if (before == null) {
      inOrder.add(stored);
      count++;
      return true;
    }
    inOrder.set(sequence, stored);
    return false;
  }

  synchronized @Nullable Stored find(String blueprint, String identifier) {
    return blueprints.getOrDefault(blueprint, Map.of()).get(identifier);
  }

  synchronized boolean remove(String blueprint, String identifier) {
    Stored removed = blueprints.getOrDefault(blueprint, new HashMap<>()).remove(identifier);
    if (removed == null) {
      return false;
    }
    inOrder.set(removed.sequence(), null);
    count--;
    return true;
  }

  /** Up to so many of the wanted entities, in the order in which they came, from a place on. */
  synchronized List<Stored> list(int from, int limit, Predicate<Stored> wanted) {
    List<Stored> found = new ArrayList<>();
    for (int place = from; place < inOrder.size() && found.size() < limit; place++) {
      Stored stored = inOrder.get(place);
      if (stored != null && wanted.test(stored)) {
        found.add(stored);
      }
    }
    return found;
  }

  synchronized int count() {
    return count;
  }

  synchronized void clear() {
    blueprints.clear();
    inOrder.clear();
    count = 0;
  }
}
