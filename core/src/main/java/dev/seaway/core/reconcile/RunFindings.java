package dev.seaway.core.reconcile;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a run knows when it comes to deleting.
 *
 * @param start when the run began, by the catalog's clock
 * @param doubts what was not read or not mapped as it should
 * @param allWritten whether the catalog took every entity, so that it knows their relations as they
 *     are now
 * @param fed the blueprints that the mapping still feeds; empty: it may feed any
 */
public record RunFindings(
    Instant start,
    SeenEntities seen,
    List<Doubt> doubts,
    boolean allWritten,
    Optional<Set<String>> fed) {

  /**
   * Something that speaks against deleting.
   *
   * @param blueprints what it may feed; empty: any blueprint
   */
  public record Doubt(Set<String> blueprints, Grade grade, String reason) {

    /** How much it speaks against it. */
    public enum Grade {
      /** Nothing goes: a list was not read to its end, or a record not mapped. */
      ALL,
      /** A list has moved while it was read: only what the tool denies by name goes. */
      UNNAMED,
      /** An end is only inferred: a small share may go. */
      MOST
    }

    public Doubt {
      blueprints = Set.copyOf(blueprints);
    }

    /** One by which nothing goes. */
    public Doubt(Set<String> blueprints, String reason) {
      this(blueprints, Grade.ALL, reason);
    }

    boolean concerns(String blueprint) {
      return blueprints.isEmpty() || blueprints.contains(blueprint);
    }
  }

  public RunFindings {
    doubts = List.copyOf(doubts);
    fed = fed.map(Set::copyOf);
  }

  /** Nothing is known to be missing from what the run has seen. */
  boolean isWhole() {
    return doubts.isEmpty() && allWritten && !seen.relatesBySearch();
  }

  boolean feeds(String blueprint) {
    return fed.isEmpty() || fed.get().contains(blueprint);
  }

  /** The first doubt of that grade. */
  Optional<String> doubt(String blueprint, Doubt.Grade grade) {
    return doubts.stream()
        .filter(doubt -> doubt.grade() == grade && doubt.concerns(blueprint))
        .map(Doubt::reason)
        .findFirst();
  }
}
