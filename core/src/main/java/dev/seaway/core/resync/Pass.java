package dev.seaway.core.resync;

import dev.seaway.core.SeawayException;
import java.util.List;
import java.util.Optional;

/**
 * Reads kinds into the catalog once, and says what it has found out. A run makes one pass, and a
 * second one before it deletes. A pass deletes nothing.
 */
public interface Pass {

  /** Returns when every kind has ended, however it did. */
  Result run(SyncPlan plan);

  /**
   * What came of it.
   *
   * @param findings of the kinds, in their order
   * @param catalogFailure why the catalog could not be written any more
   */
  record Result(List<Finding> findings, Optional<SeawayException> catalogFailure) {

    public Result {
      findings = List.copyOf(findings);
    }

    /** The reports of the kinds, in their order. */
    public List<KindReport> reports() {
      return findings.stream().map(Finding::report).toList();
    }
  }
}
