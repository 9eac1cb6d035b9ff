package dev.seaway.core.reconcile;

import dev.seaway.core.catalog.EntityKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Counts what the catalog holds, by blueprint, and gathers what the run has not seen, up to a
 * bound.
 */
final class Census {

  private final SeenEntities seen;
  private final Predicate<EntityKey> related;
  private final int gatheredLimit;
  private final Map<String, Long> known = new TreeMap<>();
  private final Map<String, Long> unseen = new TreeMap<>();
  private final Map<String, Long> stillRelated = new TreeMap<>();
  private final Map<String, List<String>> gathered = new TreeMap<>();
  private int gatheredCount;

  Census(SeenEntities seen, Predicate<EntityKey> related, int gatheredLimit) {
    this.seen = seen;
    this.related = related;
    this.gatheredLimit = gatheredLimit;
    seen.rewrittenBlueprints()
        .forEach(blueprint -> known.put(blueprint, seen.rewrittenCount(blueprint)));
  }

  void count(EntityKey key) {
    known.merge(key.blueprint(), 1L, Long::sum);
    if (seen.contains(key)) {
      return;
    }
    if (related.test(key)) {
      stillRelated.merge(key.blueprint(), 1L, Long::sum);
      return;
    }
    unseen.merge(key.blueprint(), 1L, Long::sum);
    if (gatheredCount < gatheredLimit) {
      gatheredCount++;
      gathered.computeIfAbsent(key.blueprint(), none -> new ArrayList<>()).add(key.identifier());
    }
  }

  Set<String> blueprintsWithUnseen() {
    return new TreeSet<>(unseen.keySet());
  }

  long known(String blueprint) {
    return known.getOrDefault(blueprint, 0L);
  }

  long unseen(String blueprint) {
    return unseen.getOrDefault(blueprint, 0L);
  }

  Map<String, Long> stillRelated() {
    return stillRelated;
  }

  List<String> gathered(String blueprint) {
    return gathered.getOrDefault(blueprint, List.of());
  }

  long knownInAll() {
    return known.values().stream().mapToLong(Long::longValue).sum();
  }
}
