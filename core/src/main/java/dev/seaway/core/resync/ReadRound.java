package dev.seaway.core.resync;

import dev.seaway.core.SeawayException;
import dev.seaway.core.catalog.CatalogException;
import dev.seaway.core.read.KindReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads kinds into the catalog: those side by side that may be, then what was late. */
final class ReadRound {

  private final KindReader reader;
  private final EntitySink sink;
  private final RawExamples examples;
  private final boolean createMissingRelated;
  private final SyncListener listener;
  private final RunJournal journal;

  ReadRound(
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

  /**
   * What came of it.
   *
   * @param catalogFailure why the catalog could not be written any more
   */
  record Result(List<KindStats> tallies, Optional<SeawayException> catalogFailure) {
    List<KindReport> kinds() {
      return tallies.stream().map(KindStats::report).toList();
    }
  }

  /** Returns when every kind has ended, however it did. */
  Result run(SyncPlan plan) {
    List<KindStats> tallies = new ArrayList<>();
    plan.kinds().forEach(kind -> tallies.add(new KindStats(tallies.size(), kind, listener)));
    try (Workers workers = Workers.start()) {
      LateRelations late = new LateRelations(!createMissingRelated);
      RunContext shared = new RunContext(reader, sink, late, examples, workers, listener, journal);
      reader.expect(plan.listings());
      new KindRuns(shared).run(KindGroups.of(tallies, createMissingRelated));
      return new Result(tallies, writeLate(late, tallies));
    }
  }

  private Optional<SeawayException> writeLate(LateRelations late, List<KindStats> tallies) {
    Optional<SeawayException> failure =
        tallies.stream()
            .flatMap(stats -> stats.report().failure().stream())
            .filter(CatalogException.class::isInstance)
            .findFirst();
    if (failure.isEmpty()) {
      failure = retry(late);
    }
    if (failure.isPresent()) {
      late.giveUp();
    }
    tallies.forEach(KindStats::reportWritten);
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
