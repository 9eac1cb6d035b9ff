package dev.seaway.core.resync;

import dev.seaway.core.SeawayException;
import dev.seaway.core.http.ApiException;
import dev.seaway.core.reconcile.Decision;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a run did.
 *
 * @param secondReading what was read once more before deleting; empty where nothing was
 * @param decisions what became of entities that the catalog holds and the run has not seen
 * @param reconcileFailure why the decisions are not all there
 */
public record ResyncReport(
    List<KindReport> kinds,
    Optional<SecondReading> secondReading,
    List<Decision> decisions,
    Optional<SeawayException> reconcileFailure,
    Duration took) {

  /**
   * What was read once more because something was about to be deleted.
   *
   * @param found entities that were found only then, and so are kept
   */
  public record SecondReading(List<KindReport> kinds, long found) {
    public SecondReading {
      kinds = List.copyOf(kinds);
    }
  }

  public ResyncReport {
    kinds = List.copyOf(kinds);
    decisions = List.copyOf(decisions);
  }

  /** The catalog now equals the tool, as far as the mapping says. */
  public boolean complete() {
    return kinds.stream().allMatch(kind -> kind.complete() && kind.written())
        && secondReading.stream()
            .flatMap(second -> second.kinds().stream())
            .allMatch(kind -> kind.written() && (kind.complete() || kind.isMoved()))
        && reconcileFailure.isEmpty()
        && decisions.stream()
            .noneMatch(decision -> decision instanceof Decision.Keep keep && keep.doubtful());
  }

  /** Why the tool gave not one page, where it is a reason that concerns the whole tool. */
  public Optional<SeawayException> couldNotStart() {
    return kinds.stream().allMatch(kind -> kind.counts().pages() == 0)
        ? kinds.stream()
            .flatMap(kind -> kind.failure().stream())
            .filter(failure -> failure instanceof ApiException api && api.concernsWholeApi())
            .findFirst()
        : Optional.empty();
  }
}
