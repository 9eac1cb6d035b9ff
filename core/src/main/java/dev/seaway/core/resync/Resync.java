package dev.seaway.core.resync;

import dev.seaway.core.SeawayException;
import dev.seaway.core.catalog.CatalogClient;
import dev.seaway.core.catalog.CatalogException;
import dev.seaway.core.catalog.EntityWriter;
import dev.seaway.core.catalog.KnownEntities;
import dev.seaway.core.read.KindReader;
import dev.seaway.core.reconcile.Decision;
import dev.seaway.core.reconcile.Evidence;
import dev.seaway.core.reconcile.Evidence.Doubt;
import dev.seaway.core.reconcile.Reconciler;
import dev.seaway.core.reconcile.SeenEntities;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run: every kind in turn, then what was late, then, on evidence only, deletion. */
public final class Resync {

  private static final Logger log = LoggerFactory.getLogger(Resync.class);

  /** The catalog's answers tell its time in whole seconds. */
  private static final Duration CLOCK_PRECISION = Duration.ofSeconds(1);

  /** The catalog's side of a run. */
  public record CatalogSide(
      CatalogClient client, KnownEntities known, EntityWriter writer, Reconciler reconciler) {}

  /** What the user decides about a run. */
  public record Options(boolean createMissingRelated, boolean sendExamples) {}

  private final SyncPlan plan;
  private final KindReader reader;
  private final CatalogSide catalog;
  private final Options options;
  private final InstantSource clock;
  private final Progress progress;

  public Resync(
      SyncPlan plan,
      KindReader reader,
      CatalogSide catalog,
      Options options,
      InstantSource clock,
      Progress progress) {
    this.plan = plan;
    this.reader = reader;
    this.catalog = catalog;
    this.options = options;
    this.clock = clock;
    this.progress = progress;
  }

  /** Runs to the end, whatever fails on the way; the report says what did. */
  public ResyncReport run() {
    Instant start = clock.instant();
    return run(start, catalogTime(start));
  }

  /**
   * The catalog stamps what it holds by its own clock. Ours counts only where the two cannot be
   * told apart, for it is the finer one.
   */
  private Instant catalogTime(Instant ours) {
    return catalog
        .client()
        .clock()
        .filter(theirs -> ours.isBefore(theirs) || ours.isAfter(theirs.plus(CLOCK_PRECISION)))
        .orElse(ours);
  }

  private ResyncReport run(Instant start, Instant catalogStart) {
    progress.started(plan.kinds().stream().map(KindPlan::name).toList());
    SeenEntities seen = new SeenEntities();
    List<Tally> tallies = plan.kinds().stream().map(kind -> new Tally(kind, progress)).toList();
    Optional<SeawayException> catalogFailure;
    try (Workers workers = Workers.start()) {
      Run shared =
          new Run(
              reader,
              new EntitySink(
                  catalog.known(), catalog.writer(), seen, mayHoldSomething(catalogStart)),
              new LateRelations(!options.createMissingRelated()),
              new RawExamples(catalog.client(), options.sendExamples()),
              workers,
              progress);
      reader.expect(plan.listings());
      new KindRuns(shared).run(Lanes.of(tallies, options.createMissingRelated()));
      catalogFailure = writeLate(shared, tallies);
    }
    List<KindReport> kinds = tallies.stream().map(Tally::report).toList();
    List<Decision> decisions = new ArrayList<>();
    if (catalogFailure.isEmpty()) {
      catalogFailure = reconcile(evidence(catalogStart, seen, kinds), decisions);
    }
    return new ResyncReport(
        kinds, decisions, catalogFailure, Duration.between(start, clock.instant()));
  }

  /** Where there is nothing to compare with, nothing need be compared. Not knowing is no harm. */
  private boolean mayHoldSomething(Instant start) {
    try {
      return !catalog.known().isEmptyBefore(start);
    } catch (CatalogException e) {
      log.warn("It is not known what the catalog holds, so all is compared: {}", e.getMessage());
      return true;
    }
  }

  private Optional<SeawayException> writeLate(Run shared, List<Tally> tallies) {
    Optional<SeawayException> failure =
        tallies.stream()
            .flatMap(tally -> tally.report().failure().stream())
            .filter(CatalogException.class::isInstance)
            .findFirst();
    if (failure.isEmpty()) {
      failure = retryLate(shared);
    }
    if (failure.isPresent()) {
      shared.late().giveUp();
    }
    tallies.forEach(Tally::reportWritten);
    return failure;
  }

  private static Optional<SeawayException> retryLate(Run shared) {
    try {
      shared.late().retry(shared.sink()::writeLate);
      return Optional.empty();
    } catch (CatalogException e) {
      return Optional.of(e);
    }
  }

  private Optional<SeawayException> reconcile(Evidence evidence, List<Decision> decisions) {
    try {
      catalog.reconciler().reconcile(evidence, decisions::add);
      return Optional.empty();
    } catch (CatalogException e) {
      return Optional.of(e);
    }
  }

  private static Evidence evidence(Instant start, SeenEntities seen, List<KindReport> kinds) {
    List<Doubt> doubts = new ArrayList<>();
    for (KindReport kind : kinds) {
      kind.doubt().ifPresent(reason -> doubts.add(new Doubt(kind.blueprints(), reason)));
    }
    return new Evidence(start, seen, doubts, kinds.stream().allMatch(KindReport::written));
  }
}
