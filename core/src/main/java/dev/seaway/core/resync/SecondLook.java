package dev.seaway.core.resync;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Chooses what is read once more: what has moved, and what feeds a blueprint of which something is
 * about to be deleted. A list that changes while it is read may pass over a record that was there
 * all the time, and so may several lists between which a record moves; only what came in one answer
 * is as it was at one moment.
 */
final class SecondLook {

  private SecondLook() {}

  /**
   * The kinds to read again, in their order; none where all came at once.
   *
   * @param resumed whether another process has read a part of them: then nothing came at once
   */
  static SyncPlan at(Set<String> blueprints, List<Finding> first, boolean resumed) {
    List<Finding> again =
        new ArrayList<>(first.stream().filter(finding -> finding.report().isMoved()).toList());
    for (String blueprint : blueprints) {
      List<Finding> feeding =
          first.stream().filter(finding -> finding.plan().mayFeed(blueprint)).toList();
      if (resumed || feeding.size() > 1 || !feeding.stream().allMatch(SecondLook::cameAtOnce)) {
        again.addAll(feeding);
      }
    }
    again.addAll(first.stream().filter(finding -> isParentOf(finding, again)).toList());
    return new SyncPlan(first.stream().filter(again::contains).map(Finding::plan).toList());
  }

  /**
   * Its list is read again for the others' path parameters anyway: what that shows counts for it
   * too.
   */
  private static boolean isParentOf(Finding finding, List<Finding> again) {
    return again.stream().anyMatch(other -> finding.plan().isParentOf(other.plan()));
  }

  private static boolean cameAtOnce(Finding finding) {
    return finding.plan().cameAtOnce(finding.report().counts().pages());
  }
}
