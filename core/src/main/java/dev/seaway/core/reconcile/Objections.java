package dev.seaway.core.reconcile;

import dev.seaway.core.reconcile.RunFindings.Doubt;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Why the unseen entities of blueprints stay. */
final class Objections {

  /** So many entities may go on an inferred end, however large their share. */
  static final int FEW = 5;

  /** A larger share of what others relate to does not vanish at once, unless a permission did. */
  static final double PARENTS = 0.1;

  /**
   * Why the unseen entities of one blueprint stay.
   *
   * @param exceptDenied whether those go that the tool denies by name
   * @param doubtful whether the catalog may now differ from the tool
   */
  record Objection(String reason, boolean exceptDenied, boolean doubtful) {}

  private final CatalogDiff candidates;
  private final RunFindings findings;
  private final ReconcileOptions options;
  private final BlueprintRelations relations;
  private final Map<String, Objection> objections;

  private Objections(
      CatalogDiff candidates,
      RunFindings findings,
      ReconcileOptions options,
      BlueprintRelations relations,
      Map<String, Objection> before) {
    this.candidates = candidates;
    this.findings = findings;
    this.options = options;
    this.relations = relations;
    this.objections = new TreeMap<>(before);
  }

  /**
   * Blueprint to what is objected.
   *
   * @param before what was objected to earlier, and stays so
   */
  static Map<String, Objection> of(
      CatalogDiff candidates,
      RunFindings findings,
      ReconcileOptions options,
      BlueprintRelations relations,
      Map<String, Objection> before) {
    Objections objections = new Objections(candidates, findings, options, relations, before);
    objections.objectToEach();
    objections.objectToLostParents();
    objections.objectToAll();
    return objections.objections;
  }

  private void objectToEach() {
    for (String blueprint : candidates.blueprints()) {
      findings
          .doubt(blueprint, Doubt.Grade.ALL)
          .map(reason -> new Objection(reason, false, true))
          .or(() -> tooLargeShare(blueprint))
          .or(
              () ->
                  findings
                      .doubt(blueprint, Doubt.Grade.UNNAMED)
                      .map(reason -> new Objection(reason, true, true)))
          .or(() -> tooLargeOnInference(blueprint))
          .ifPresent(objection -> objections.putIfAbsent(blueprint, objection));
    }
  }

  /** What nothing feeds any more is the author's word: it counts overall only. */
  private Optional<Objection> tooLargeShare(String blueprint) {
    return findings.feeds(blueprint)
        ? tooMany(candidates.unseen(blueprint), candidates.known(blueprint))
            .filter(_ -> !isConfirmed(blueprint))
            .map(reason -> new Objection(reason + confirmation(List.of(blueprint)), false, true))
        : Optional.empty();
  }

  private Optional<Objection> tooLargeOnInference(String blueprint) {
    long unnamed = candidates.unseen(blueprint) - candidates.denied(blueprint);
    double allowed = Math.max(FEW, candidates.known(blueprint) * options.inferredThreshold());
    return findings
        .doubt(blueprint, Doubt.Grade.MOST)
        .filter(_ -> unnamed > allowed && !isConfirmed(blueprint))
        .map(
            reason ->
                new Objection(
                    "%d of %d would go, which is more than inferredDeletionThreshold %s allows where an end is not proven: %s%s"
                        .formatted(
                            candidates.unseen(blueprint),
                            candidates.known(blueprint),
                            options.inferredThreshold(),
                            reason,
                            confirmation(List.of(blueprint))),
                    true,
                    true));
  }

  /** Parents that vanish together with what belongs to them may only be out of sight. */
  private void objectToLostParents() {
    List<String> blueprints = candidates.blueprints();
    for (String parent : blueprints) {
      List<String> dependents =
          blueprints.stream()
              .filter(other -> !other.equals(parent) && relations.lead(other, parent))
              .toList();
      if (isOpen(parent) && !dependents.isEmpty() && isLost(parent) && !isConfirmed(parent)) {
        String reason =
            "%d of %d %s would go at once with what belongs to them, as if the account had lost sight of them"
                .formatted(candidates.unseen(parent), candidates.known(parent), parent);
        String confirmation = confirmation(List.of(parent));
        Objection objection = new Objection(reason + confirmation, false, true);
        objections.put(parent, objection);
        dependents.stream()
            .filter(this::isOpen)
            .forEach(dependent -> objections.put(dependent, objection));
      }
    }
  }

  /** What is out of sight is denied by name too, so that a weaker objection does not hold it. */
  private boolean isOpen(String blueprint) {
    Objection objection = objections.get(blueprint);
    return objection == null || objection.exceptDenied();
  }

  private boolean isLost(String parent) {
    long unseen = candidates.unseen(parent);
    return findings.feeds(parent) && unseen > 1 && unseen > candidates.known(parent) * PARENTS;
  }

  private void objectToAll() {
    List<String> approved =
        candidates.blueprints().stream()
            .filter(blueprint -> !objections.containsKey(blueprint) && !isConfirmed(blueprint))
            .toList();
    long unseen = approved.stream().mapToLong(candidates::unseen).sum();
    tooMany(unseen, candidates.knownInAll())
        .ifPresent(
            reason ->
                approved.forEach(
                    blueprint -> objections.put(blueprint, overall(blueprint, reason, approved))));
  }

  private Objection overall(String blueprint, String reason, List<String> approved) {
    return findings.feeds(blueprint)
        ? new Objection(reason + confirmation(approved), false, true)
        : new Objection(
            "the mapping feeds it no more, and " + reason + confirmation(approved), false, false);
  }

  private Optional<String> tooMany(long unseen, long known) {
    return unseen > known * options.threshold()
        ? Optional.of(
            "%d of %d would go, which is more than entityDeletionThreshold %s allows"
                .formatted(unseen, known, options.threshold()))
        : Optional.empty();
  }

  private boolean isConfirmed(String blueprint) {
    return options.isConfirmed(blueprint, candidates.unseen(blueprint));
  }

  private String confirmation(List<String> blueprints) {
    List<String> counts = new ArrayList<>();
    for (String blueprint : blueprints) {
      counts.add("\"%s\": %d".formatted(blueprint, candidates.unseen(blueprint)));
    }
    String given =
        options.confirmed().isEmpty()
            ? ""
            : "; what OCEAN__SEAWAY__CONFIRM_DELETIONS confirms does not cover that: %s"
                .formatted(options.confirmed());
    return given
        + "; if they are really gone, confirm it for one run with"
        + " OCEAN__SEAWAY__CONFIRM_DELETIONS='{"
        + String.join(", ", counts)
        + "}'";
  }
}
