package dev.seaway.service;

import dev.seaway.core.FaultOrigin;
import dev.seaway.core.SeawayException;
import dev.seaway.core.SeawayException.Category;
import dev.seaway.core.catalog.ResyncState.Status;
import dev.seaway.core.resync.ResyncReport;
import dev.seaway.service.metrics.Meters;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs a resync and tells the catalog how it stands, whatever happens. One at a time. */
final class ResyncRunner {

  private static final Logger log = LoggerFactory.getLogger(ResyncRunner.class);
  private static final Duration HASTE = Duration.ofSeconds(3);

  private final Supplier<ResyncReport> resync;
  private final RunState state;
  private final Runnable beforeEnd;
  private final Abort abort;
  private final Meters meters;
  private final InstantSource clock;

  /**
   * @param beforeEnd looks for requests that the report of the end would hide
   */
  ResyncRunner(
      Supplier<ResyncReport> resync,
      RunState state,
      Runnable beforeEnd,
      Abort abort,
      Meters meters,
      InstantSource clock) {
    this.resync = resync;
    this.state = state;
    this.beforeEnd = beforeEnd;
    this.abort = abort;
    this.meters = meters;
    this.clock = clock;
  }

  /** Only the lack of memory is thrown; the state is told before. */
  RunOutcome run() {
    Instant start = clock.instant();
    RunOutcome outcome = new RunOutcome.Aborted();
    boolean returned = false;
    meters.runBegins();
    try {
      outcome = abort.run(() -> outcome(start));
      returned = true;
    } finally {
      meters.runEnds(outcome.word(), Duration.between(start, clock.instant()));
      end(returned ? status(outcome) : Status.FAILED, start);
    }
    return outcome;
  }

  private RunOutcome outcome(Instant start) {
    try {
      state.running(start);
      ResyncReport report = resync.get();
      return abort.isAsked() && !report.complete()
          ? new RunOutcome.Aborted()
          : new RunOutcome.Ended(report);
    } catch (OutOfMemoryError e) {
      throw e;
    } catch (RuntimeException | Error e) {
      if (abort.isAsked()) {
        log.debug("What was interrupted by the stop", e);
        return new RunOutcome.Aborted();
      }
      return new RunOutcome.Failed(
          e instanceof SeawayException known
              ? known
              : new SeawayException(
                  Category.INTERNAL, "The run failed: " + FaultOrigin.describe(e), e));
    }
  }

  private void end(Status status, Instant start) {
    boolean told =
        !abort.isAsked()
            && abort.run(
                () -> {
                  beforeEnd.run();
                  return state.ended(status, start);
                });
    if (!told && abort.isAsked()) {
      state.reportShutdown(status, start, HASTE);
    }
  }

  private static Status status(RunOutcome outcome) {
    return switch (outcome) {
      case RunOutcome.Ended ended -> ended.report().complete() ? Status.COMPLETED : Status.FAILED;
      case RunOutcome.Failed _ -> Status.FAILED;
      case RunOutcome.Aborted _ -> Status.ABORTED;
    };
  }
}
