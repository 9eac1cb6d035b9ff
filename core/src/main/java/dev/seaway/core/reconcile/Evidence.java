package dev.seaway.core.reconcile;

import java.time.Instant;
import java.util.ArrayList;
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
 */
public record Evidence(Instant start, SeenEntities seen, List<Doubt> doubts, boolean allWritten) {

  /**
   * Something that was not read to its end or not mapped.
   *
   * @param blueprints what it may feed; empty: any blueprint
   */
  public record Doubt(Set<String> blueprints, String reason) {
    boolean concerns(String blueprint) {
      return blueprints.isEmpty() || blueprints.contains(blueprint);
    }
  }

  public Evidence {
    doubts = List.copyOf(doubts);
  }

  /** This evidence and what became of a further reading, whose entities were added to the seen. */
  public Evidence and(List<Doubt> further, boolean written) {
    List<Doubt> all = new ArrayList<>(doubts);
    all.addAll(further);
    return new Evidence(start, seen, all, allWritten && written);
  }

  /** Nothing is known to be missing from what the run has seen. */
  boolean isWhole() {
    return doubts.isEmpty() && allWritten && !seen.relatesBySearch();
  }

  Optional<String> doubt(String blueprint) {
    return doubts.stream()
        .filter(doubt -> doubt.concerns(blueprint))
        .map(Doubt::reason)
        .findFirst();
  }
}
