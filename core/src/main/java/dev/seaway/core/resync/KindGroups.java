package dev.seaway.core.resync;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * Which kinds may run side by side. Kinds that may feed one blueprint share a lane and run one
 * after the other, in the mapping's order, so that the later one wins as its author expects.
 */
final class KindGroups {

  private KindGroups() {}

  /**
   * The first kind is in the first lane.
   *
   * @param sideBySide false puts all kinds into one lane
   */
  static List<List<KindStats>> of(List<KindStats> kinds, boolean sideBySide) {
    List<List<KindStats>> lanes = new ArrayList<>();
    for (KindStats kind : kinds) {
      List<List<KindStats>> shared =
          lanes.stream().filter(lane -> !sideBySide || overlaps(lane, kind)).toList();
      List<KindStats> lane = new ArrayList<>();
      shared.forEach(lane::addAll);
      lane.add(kind);
      int place = shared.isEmpty() ? lanes.size() : lanes.indexOf(shared.getFirst());
      lanes.removeAll(shared);
      lanes.add(place, lane);
    }
    return lanes;
  }

  private static boolean overlaps(List<KindStats> lane, KindStats kind) {
    return lane.stream()
        .map(KindStats::plan)
        .anyMatch(other -> mayFeedTheSame(other, kind.plan()) || other.isParentOf(kind.plan()));
  }

  private static boolean mayFeedTheSame(KindPlan one, KindPlan other) {
    Set<String> blueprints = one.blueprints();
    Set<String> others = other.blueprints();
    return blueprints.isEmpty() || others.isEmpty() || !Collections.disjoint(blueprints, others);
  }
}
