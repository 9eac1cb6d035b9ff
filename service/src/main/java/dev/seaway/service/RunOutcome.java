package dev.seaway.service;

import dev.seaway.core.SeawayException;
import dev.seaway.core.resync.ResyncReport;

/** What came of one run. */
public sealed interface RunOutcome {

  /** It went to its end; the report says how completely. */
  record Ended(ResyncReport report) implements RunOutcome {}

  /** It could not begin, or failed by a fault of Seaway's own. */
  record Failed(SeawayException failure) implements RunOutcome {}

  /** The program was told to stop while it ran. */
  record Aborted() implements RunOutcome {}

  /** For metrics: how a run ended. */
  default String word() {
    return switch (this) {
      case Ended(ResyncReport report) -> report.complete() ? "complete" : "incomplete";
      case Failed _ -> "failed";
      case Aborted _ -> "aborted";
    };
  }
}
