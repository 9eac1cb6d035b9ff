package dev.seaway.core.resync;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * Which kinds may run side by side. Kinds that may feed one blueprint share a lane and run one
 * after the other, in the mapping's order, so that the later one wins as its author expects.
 */
final class Lanes {

  private Lanes() {}

  /**
   * The first kind is in the first lane.
   *
   * @param sideBySide false puts all kinds into one lane
   */
  static List<List<Tally>> of(List<Tally> kinds, boolean sideBySide) {
    List<List<Tally>> lanes = new ArrayList<>();
    for (Tally kind : kinds) {
      List<List<Tally>> shared =
          lanes.stream().filter(lane -> !sideBySide || overlaps(lane, kind)).toList();
      List<Tally> lane = new ArrayList<>();
      shared.forEach(lane::addAll);
      lane.add(kind);
      int place = shared.isEmpty() ? lanes.size() : lanes.indexOf(shared.getFirst());
      lanes.removeAll(shared);
      lanes.add(place, lane);
    }
    return lanes;
  }

  private static boolean overlaps(List<Tally> lane, Tally kind) {
    return lane.stream()
        .map(Tally::plan)
        .anyMatch(other -> mayFeedTheSame(other, kind.plan()) || other.isParentOf(kind.plan()));
  }

  private static boolean mayFeedTheSame(KindPlan one, KindPlan other) {
    Set<String> blueprints = one.blueprints();
    Set<String> others = other.blueprints();
    return blueprints.isEmpty() || others.isEmpty() || !Collections.disjoint(blueprints, others);
  }
}
