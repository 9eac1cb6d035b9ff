package dev.seaway.core.resync;

import dev.seaway.core.SeawayException;
import dev.seaway.core.catalog.CatalogException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Runs the kinds of one run, lanes side by side. The first kind goes ahead until the tool has
 * answered it, so that wrong credentials are tried once and not once for each kind.
 */
final class KindRuns {

  private final RunContext run;
  private final CountDownLatch answered = new CountDownLatch(1);
  private final AtomicReference<Optional<SeawayException>> end =
      new AtomicReference<>(Optional.empty());

  KindRuns(RunContext run) {
    this.run = run;
  }

  /** Returns when every kind has ended. */
  void run(List<List<KindStats>> lanes) {
    List<Future<?>> running = new ArrayList<>();
    for (int lane = 0; lane < lanes.size(); lane++) {
      List<KindStats> kinds = lanes.get(lane);
      boolean first = lane == 0;
      running.add(run.workers().waiting().submit(() -> run(kinds, first)));
    }
    running.forEach(Workers::await);
  }

  private boolean run(List<KindStats> lane, boolean first) throws InterruptedException {
    if (!first) {
      answered.await();
    }
    ResumeCursor course = new ResumeCursor(run.journal());
    try {
      lane.forEach(tally -> run(tally, course));
    } finally {
      answered.countDown();
    }
    return true;
  }

  private void run(KindStats tally, ResumeCursor course) {
    end.get()
        .ifPresentOrElse(
            tally::failure, () -> new KindSync(tally, run, course).run(answered::countDown));
    tally.end();
    KindReport report = tally.report();
    report
        .failure()
        .filter(this::endsTheRun)
        .ifPresent(failure -> end.updateAndGet(first -> first.or(() -> Optional.of(failure))));
    if (!report.isMoved()) {
      // A list that has moved is read again before anything is said of it.
      run.progress().kindFinished(report.kind(), report.complete(), report.doubt().orElse(""));
    }
  }

  /**
   * Without the catalog nothing can be written; a tool that has answered nothing yet will not
   * answer the other kinds.
   */
  private boolean endsTheRun(SeawayException failure) {
    return failure instanceof CatalogException
        || (answered.getCount() > 0 && SourceFailure.isTotal(failure));
  }
}
