package dev.seaway.core.resync;

import dev.seaway.core.SeawayException;
import dev.seaway.core.catalog.CatalogException;
import dev.seaway.core.http.ApiException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Runs the kinds of one run, groups side by side. The first kind goes ahead until the tool has
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
  void run(List<List<KindStats>> groups) {
    List<Future<?>> running = new ArrayList<>();
    for (int group = 0; group < groups.size(); group++) {
      List<KindStats> kinds = groups.get(group);
      boolean first = group == 0;
      running.add(run.workers().waiting().submit(() -> run(kinds, first)));
    }
    running.forEach(Workers::await);
  }

  private boolean run(List<KindStats> group, boolean first) throws InterruptedException {
    if (!first) {
      answered.await();
    }
    ResumeCursor cursor = new ResumeCursor(run.journal());
    try {
      group.forEach(stats -> run(stats, cursor));
    } finally {
      answered.countDown();
    }
    return true;
  }

  private void run(KindStats stats, ResumeCursor cursor) {
    end.get()
        .ifPresentOrElse(
            stats::failure, () -> new KindSync(stats, run, cursor).run(answered::countDown));
    stats.end();
    KindReport report = stats.report();
    report
        .failure()
        .filter(this::endsTheRun)
        .ifPresent(failure -> end.updateAndGet(first -> first.or(() -> Optional.of(failure))));
    if (!report.isMoved()) {
      // A list that has moved is read again before anything is said of it.
      run.listener()
          .on(
              new SyncEvent.KindFinished(
                  report.kind(), report.complete(), report.doubt().orElse("")));
    }
  }

  /**
   * Without the catalog nothing can be written; a tool that has answered nothing yet will not
   * answer the other kinds.
   */
  private boolean endsTheRun(SeawayException failure) {
    return failure instanceof CatalogException
        || (answered.getCount() > 0
            && failure instanceof ApiException api
            && api.concernsWholeApi());
  }
}
