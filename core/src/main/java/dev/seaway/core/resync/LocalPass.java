package dev.seaway.core.resync;

import dev.seaway.core.SeawayException;
import dev.seaway.core.catalog.CatalogException;
import dev.seaway.core.read.KindReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A pass in this process: kinds side by side that may be, then what was late. */
final class LocalPass implements Pass {

  private final KindReader reader;
  private final EntitySink sink;
  private final RawExamples examples;
  private final boolean createMissingRelated;
  private final SyncListener listener;
  private final RunJournal journal;

  LocalPass(
      KindReader reader,
      EntitySink sink,
      RawExamples examples,
      boolean createMissingRelated,
      SyncListener listener,
      RunJournal journal) {
    this.reader = reader;
    this.sink = sink;
    this.examples = examples;
    this.createMissingRelated = createMissingRelated;
    this.listener = listener;
    this.journal = journal;
  }

  @Override
  public Result run(SyncPlan plan) {
    List<KindStats> kinds = new ArrayList<>();
    plan.kinds().forEach(kind -> kinds.add(new KindStats(kinds.size(), kind, listener)));
    try (Workers workers = Workers.start()) {
      LateRelations late = new LateRelations(!createMissingRelated);
      RunContext shared = new RunContext(reader, sink, late, examples, workers, listener, journal);
      reader.expect(plan.listings());
      new KindRuns(shared).run(KindGroups.of(kinds, createMissingRelated));
      Optional<SeawayException> failure = writeLate(late, kinds);
      return new Result(kinds.stream().map(KindStats::finding).toList(), failure);
    }
  }

  private Optional<SeawayException> writeLate(LateRelations late, List<KindStats> kinds) {
    Optional<SeawayException> failure =
        kinds.stream()
            .flatMap(stats -> stats.report().failure().stream())
            .filter(CatalogException.class::isInstance)
            .findFirst();
    if (failure.isEmpty()) {
      failure = retry(late);
    }
    if (failure.isPresent()) {
      late.giveUp();
    }
    kinds.forEach(KindStats::reportWritten);
    return failure;
  }

  private Optional<SeawayException> retry(LateRelations late) {
    try {
      late.retry(sink::writeLate);
      return Optional.empty();
    } catch (RuntimeException | Error e) {
      return Optional.of(KindFailure.of(e));
    }
  }
}
