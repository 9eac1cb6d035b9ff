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
final class CatalogDiff {

  /**
   * Chooses what to gather.
   *
   * @param related what a seen entity relates to, so that it stays
   * @param mayGo the blueprints of which something may be deleted
   */
  record Rules(Predicate<EntityKey> related, Predicate<String> mayGo, int limit) {}

  private final SeenEntities seen;
  private final Rules rules;
  private final Map<String, Long> known = new TreeMap<>();
  private final Map<String, Long> unseen = new TreeMap<>();
  private final Map<String, Long> stillRelated = new TreeMap<>();
  private final Map<String, List<String>> gathered = new TreeMap<>();
  private final Map<String, Set<String>> denied = new TreeMap<>();
  private final Map<String, Set<String>> kept = new TreeMap<>();
  private int gatheredCount;
  private long struckOff;

  CatalogDiff(SeenEntities seen, Rules rules) {
    this.seen = seen;
    this.rules = rules;
    seen.rewrittenBlueprints()
        .forEach(blueprint -> known.put(blueprint, seen.rewrittenCount(blueprint)));
  }

  /** Counts a page of the catalog's list, which names each entity once. */
  void count(List<EntityKey> page) {
    page.forEach(this::count);
  }

  private void count(EntityKey key) {
    known.merge(key.blueprint(), 1L, Long::sum);
    if (seen.contains(key)) {
      return;
    }
    if (rules.related().test(key)) {
      stillRelated.merge(key.blueprint(), 1L, Long::sum);
      return;
    }
    unseen.merge(key.blueprint(), 1L, Long::sum);
    if (gatheredCount < rules.limit() && rules.mayGo().test(key.blueprint())) {
      gatheredCount++;
      gathered.computeIfAbsent(key.blueprint(), none -> new ArrayList<>()).add(key.identifier());
    }
  }

  /**
   * Takes out what was gathered and has been seen since, or is related to by what has.
   *
   * @return how many were seen
   */
  long strikeOff(Predicate<EntityKey> related) {
    long before = struckOff;
    gathered.forEach(
        (blueprint, identifiers) ->
            identifiers.removeIf(
                identifier -> isStruckOff(new EntityKey(blueprint, identifier), related)));
    return struckOff - before;
  }

  private boolean isStruckOff(EntityKey key, Predicate<EntityKey> related) {
    if (seen.contains(key)) {
      struckOff++;
    } else if (related.test(key)) {
      stillRelated.merge(key.blueprint(), 1L, Long::sum);
    } else {
      return false;
    }
    unseen.computeIfPresent(key.blueprint(), (_, count) -> count == 1 ? null : count - 1);
    return true;
  }

  /** Takes note of an entity that the tool denies, asked for it by name. */
  void deny(EntityKey key) {
    denied.computeIfAbsent(key.blueprint(), _ -> new TreeSet<>()).add(key.identifier());
  }

  /** Takes note of an entity that stays, for the tool has not said that it is gone. */
  void keep(EntityKey key) {
    kept.computeIfAbsent(key.blueprint(), _ -> new TreeSet<>()).add(key.identifier());
  }

  boolean isDenied(EntityKey key) {
    return denied.getOrDefault(key.blueprint(), Set.of()).contains(key.identifier());
  }

  boolean isKept(EntityKey key) {
    return kept.getOrDefault(key.blueprint(), Set.of()).contains(key.identifier());
  }

  /** How many of the unseen entities the tool denies. */
  long denied(String blueprint) {
    return denied.getOrDefault(blueprint, Set.of()).size();
  }

  /** The blueprints that have unseen entities, in alphabetical order. */
  List<String> blueprints() {
    return List.copyOf(new TreeSet<>(unseen.keySet()));
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

  /** Whether nothing speaks for it by now either: live events go on while entities are deleted. */
  boolean isStillUnseen(EntityKey key) {
    return !seen.contains(key) && !rules.related().test(key);
  }

  long knownInAll() {
    return known.values().stream().mapToLong(Long::longValue).sum();
  }
}
