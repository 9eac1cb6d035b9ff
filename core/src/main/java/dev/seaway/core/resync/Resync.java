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

  private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(2);

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
    Instant catalogStart = catalogTime(start);
    state("running", start, Optional.empty());
    boolean completed = false;
    try {
      ResyncReport report = run(start, catalogStart);
      completed = report.complete();
      return report;
    } finally {
      state(completed ? "completed" : "failed", start, Optional.of(clock.instant()));
    }
  }

  /** The catalog's clock counts where ours is ahead of it; its answers tell whole seconds only. */
  private Instant catalogTime(Instant ours) {
    return catalog
        .client()
        .clock()
        .filter(theirs -> theirs.plus(CLOCK_TOLERANCE).isBefore(ours))
        .orElse(ours);
  }

  private ResyncReport run(Instant start, Instant catalogStart) {
    progress.started(plan.kinds().stream().map(KindPlan::name).toList());
    SeenEntities seen = new SeenEntities();
    LateRelations late = new LateRelations();
    List<Tally> tallies = readKinds(seen, late);
    Optional<SeawayException> catalogFailure = writeLate(late, tallies);
    List<KindReport> kinds = tallies.stream().map(Tally::report).toList();
    List<Decision> decisions = new ArrayList<>();
    if (catalogFailure.isEmpty()) {
      catalogFailure = reconcile(evidence(catalogStart, seen, kinds), decisions);
    }
    return new ResyncReport(
        kinds, decisions, catalogFailure, Duration.between(start, clock.instant()));
  }

  private List<Tally> readKinds(SeenEntities seen, LateRelations late) {
    EntitySink sink = new EntitySink(catalog.known(), catalog.writer(), seen);
    RawExamples examples = new RawExamples(catalog.client(), options.sendExamples());
    List<Tally> tallies = new ArrayList<>();
    Optional<SeawayException> end = Optional.empty();
    for (KindPlan kind : plan.kinds()) {
      Tally tally = new Tally(kind);
      tallies.add(tally);
      if (end.isPresent()) {
        tally.failure(end.get());
      } else {
        new KindSync(kind, tally, sink, late, options.createMissingRelated(), examples, progress)
            .run(reader);
      }
      KindReport report = tally.report();
      end = report.failure().filter(failure -> endsTheRun(failure, tallies));
      progress.kindFinished(kind.name(), report.complete(), report.doubt().orElse(""));
    }
    return tallies;
  }

  /**
   * Without the catalog nothing can be written; a tool that has answered nothing yet will not
   * answer the other kinds.
   */
  private static boolean endsTheRun(SeawayException failure, List<Tally> tallies) {
    boolean nothingRead = tallies.stream().allMatch(tally -> tally.report().counts().pages() == 0);
    return failure instanceof CatalogException || (nothingRead && SourceFailure.isTotal(failure));
  }

  private Optional<SeawayException> writeLate(LateRelations late, List<Tally> tallies) {
    Optional<SeawayException> failure =
        tallies.stream()
            .flatMap(tally -> tally.report().failure().stream())
            .filter(CatalogException.class::isInstance)
            .findFirst();
    if (failure.isPresent()) {
      late.giveUp();
      return failure;
    }
    try {
      late.retry(catalog.writer());
      return Optional.empty();
    } catch (CatalogException e) {
      late.giveUp();
      return Optional.of(e);
    }
  }

  private Optional<SeawayException> reconcile(Evidence evidence, List<Decision> decisions) {
    try {
      decisions.addAll(catalog.reconciler().reconcile(evidence));
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

  private void state(String status, Instant start, Optional<Instant> end) {
    try {
      catalog.client().resyncState(status, Optional.of(start), end);
    } catch (CatalogException e) {
      log.warn("The catalog did not take the state \"{}\" of this run: {}", status, e.getMessage());
    }
  }
}
