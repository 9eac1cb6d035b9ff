package dev.seaway.core.resync;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which lists of the mapping have said, for one event, what they hold of its record. An entity that
 * none of them makes any more is gone only if each list that may make it was heard.
 */
final class HeardLists {

  private final List<KindPlan> all;
  private final Map<KindPlan, Set<String>> heard = new HashMap<>();
  private final Set<KindPlan> silent = new HashSet<>();

  HeardLists(List<KindPlan> all) {
    this.all = all;
  }

  /**
   * The list has answered.
   *
   * @param telling the fields by which its records are told apart
   */
  void heard(KindPlan list, Set<String> telling) {
    heard.merge(list, telling, HeardLists::common);
  }

  /** The list cannot be asked for a record, or its answer does not tell. */
  void silent(KindPlan list) {
    silent.add(list);
  }

  /**
   * A list that may make entities of that blueprint, this record's among them, and was not heard.
   */
  Optional<KindPlan> unheard(String blueprint) {
    return all.stream()
        .filter(list -> list.mayFeed(blueprint))
        .filter(list -> !isHeard(list, blueprint))
        .findFirst();
  }

  private boolean isHeard(KindPlan list, String blueprint) {
    Set<String> telling = heard.get(list);
    return telling != null
        && !silent.contains(list)
        && list.mappings().stream().allMatch(each -> each.isOnePerRecord(blueprint, telling));
  }

  private static Set<String> common(Set<String> one, Set<String> other) {
    Set<String> common = new HashSet<>(one);
    common.retainAll(other);
    return common;
  }
}
