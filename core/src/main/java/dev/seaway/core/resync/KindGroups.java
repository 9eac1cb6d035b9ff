package dev.seaway.core.resync;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * Which kinds may run side by side. Kinds that may feed one blueprint share a group and run one
 * after the other, in the mapping's order, so that the later one wins as its author expects.
 */
final class KindGroups {

  private KindGroups() {}

  /**
   * The first kind is in the first group.
   *
   * @param sideBySide false puts all kinds into one group
   */
  static List<List<KindStats>> of(List<KindStats> kinds, boolean sideBySide) {
    List<List<KindStats>> groups = new ArrayList<>();
    for (KindStats kind : kinds) {
      List<List<KindStats>> shared =
          groups.stream().filter(group -> !sideBySide || overlaps(group, kind)).toList();
      List<KindStats> group = new ArrayList<>();
      shared.forEach(group::addAll);
      group.add(kind);
      int place = shared.isEmpty() ? groups.size() : groups.indexOf(shared.getFirst());
      groups.removeAll(shared);
      groups.add(place, group);
    }
    return groups;
  }

  private static boolean overlaps(List<KindStats> group, KindStats kind) {
    return group.stream()
        .map(KindStats::plan)
        .anyMatch(other -> mayFeedTheSame(other, kind.plan()) || other.isParentOf(kind.plan()));
  }

  private static boolean mayFeedTheSame(KindPlan one, KindPlan other) {
    Set<String> blueprints = one.blueprints();
    Set<String> others = other.blueprints();
    return blueprints.isEmpty() || others.isEmpty() || !Collections.disjoint(blueprints, others);
  }
}
