package dev.seaway.core.resync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaway.core.reconcile.ReconcileOptions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Whether a run did right.
 *
 * @param before what the catalog held when it began
 * @param after what it held when it had ended
 * @param expected what it should hold, by what the tool has at the end
 */
record Judgement(
    ApiShape shape,
    FaultyTool tool,
    ResyncReport report,
    Set<String> before,
    Set<String> written,
    Set<String> after,
    Set<String> expected) {

  private static final int FEW = 5;

  void check(Object story) {
    assertThat(tool.isFlooded()).as("the run goes on for ever\n%s", story).isFalse();
    for (String blueprint : List.of("thing", "parent")) {
      Set<String> wrong = of(blueprint, deleted());
      wrong.retainAll(expected);
      if (!wrong.isEmpty()) {
        checkDeleted(blueprint, wrong, story);
      }
    }
    if (report.complete()) {
      for (String blueprint : List.of("thing", "parent")) {
        Set<String> missing = of(blueprint, expected);
        missing.removeAll(after);
        assertThat(missing.isEmpty() ? Optional.empty() : toldOfMissing(blueprint))
            .as("complete without %s, though a sign told of it\n%s", missing, story)
            .isEmpty();
      }
    }
  }

  private void checkDeleted(String blueprint, Set<String> wrong, Object story) {
    assertThat(told(blueprint))
        .as("%s deleted, though a sign told of it\n%s", wrong, story)
        .isEmpty();
    if (!decisive(blueprint).stream().allMatch(ListTrace::claimsEnd)) {
      Set<String> held = new TreeSet<>(before);
      held.addAll(written);
      double allowed =
          Math.max(FEW, of(blueprint, held).size() * ReconcileOptions.INFERRED_THRESHOLD);
      assertThat((double) of(blueprint, deleted()).size())
          .as("%s deleted, more than an inferred end allows\n%s", wrong, story)
          .isLessThanOrEqualTo(allowed);
    }
    if (blueprint.equals("parent")) {
      Set<String> known = of("parent", before);
      known.addAll(of("parent", written));
      boolean withChildren = !of("thing", deleted()).isEmpty();
      assertThat(withChildren && wrong.size() > 1 && wrong.size() > known.size() * 0.1)
          .as("%s deleted with what belongs to them, as if out of sight\n%s", wrong, story)
          .isFalse();
    }
  }

  Set<String> deleted() {
    Set<String> deleted = new TreeSet<>(before);
    deleted.addAll(written);
    deleted.removeAll(after);
    return deleted;
  }

  Set<String> wronglyDeleted() {
    Set<String> wrong = deleted();
    wrong.retainAll(expected);
    return wrong;
  }

  private static Set<String> of(String blueprint, Set<String> entities) {
    return entities.stream()
        .filter(key -> key.startsWith(blueprint + "/"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** What the answers tell of a fault; what moved at first counts only until it is read again. */
  private Optional<String> told(String blueprint) {
    boolean again = !reading(blueprint, 2).isEmpty();
    for (ListTrace trace : traces(blueprint)) {
      boolean replaced = again && trace.reading() == 1 && trace.hasMoved();
      if (trace.isFaulty() || trace.hasUnidentified()) {
        return Optional.of(trace.toString());
      }
      if (!replaced && (trace.told().isPresent() || trace.hasMoved())) {
        return Optional.of(trace.toString());
      }
    }
    return Optional.empty();
  }

  /**
   * What forbids to call a run complete. A record that cannot be identified is no harm until
   * something is deleted; a list that has moved twice is settled where the second reading has
   * brought nothing new, and no number says that something is missing; and what was added after a
   * whole first reading is for the next run.
   */
  private Optional<String> toldOfMissing(String blueprint) {
    boolean settled =
        !reading(blueprint, 2).isEmpty()
            && decisive(blueprint).stream().allMatch(trace -> trace.told().isEmpty());
    boolean unidentified = traces(blueprint).stream().anyMatch(ListTrace::hasUnidentified);
    boolean faulty = traces(blueprint).stream().anyMatch(ListTrace::isFaulty);
    boolean wholeAtFirst =
        reading(blueprint, 1).stream()
            .allMatch(trace -> trace.claimsEnd() && !trace.hasMoved() && trace.told().isEmpty());
    return (settled || unidentified || wholeAtFirst) && !faulty
        ? Optional.empty()
        : told(blueprint);
  }

  private List<ListTrace> decisive(String blueprint) {
    List<ListTrace> second = reading(blueprint, 2);
    return second.isEmpty() ? reading(blueprint, 1) : second;
  }

  private List<ListTrace> reading(String blueprint, int reading) {
    return traces(blueprint).stream().filter(trace -> trace.reading() == reading).toList();
  }

  /** The lists that feed a blueprint, and those that they depend on. */
  private List<ListTrace> traces(String blueprint) {
    return tool.traces().stream()
        .filter(trace -> blueprint.equals("thing") || trace.path().equals(SourceModel.PARENTS))
        .toList();
  }

  @Override
  public String toString() {
    Set<String> gone = new TreeSet<>(before);
    gone.removeAll(expected);
    return "  held %s\n  should hold %s\n  really gone %s\n  deleted %s\n  wrongly deleted %s\n  %s\n  %s, %s"
        .formatted(
            before,
            expected,
            gone,
            deleted(),
            wronglyDeleted(),
            tool.traces().stream().map(ListTrace::toString).collect(Collectors.joining("\n  ")),
            report.complete() ? "complete" : "incomplete",
            report.decisions());
  }
}
