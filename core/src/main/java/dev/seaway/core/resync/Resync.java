package dev.seaway.core.resync;

import dev.seaway.core.SeawayException;
import dev.seaway.core.catalog.CatalogClient;
import dev.seaway.core.catalog.CatalogException;
import dev.seaway.core.catalog.EntityWriter;
import dev.seaway.core.catalog.KnownEntities;
import dev.seaway.core.catalog.Origins;
import dev.seaway.core.read.KindReader;
import dev.seaway.core.reconcile.EventGuard;
import dev.seaway.core.reconcile.Reconciler;
import dev.seaway.core.reconcile.SeenEntities;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One run: every kind in turn, then what was late, then, on evidence only and after a second look,
 * deletion.
 */
public final class Resync {

  private static final Logger log = LoggerFactory.getLogger(Resync.class);

  /** The catalog's answers tell its time in whole seconds. */
  private static final Duration CLOCK_PRECISION = Duration.ofSeconds(1);

  /**
   * The catalog's side of a run.
   *
   * @param origins says whether something may be deleted at all
   */
  public record CatalogSide(
      CatalogClient client,
      KnownEntities known,
      EntityWriter writer,
      Reconciler reconciler,
      EventGuard guard,
      Origins origins) {

    /** Where neither live events nor another origin write beside the run. */
    public CatalogSide(
        CatalogClient client, KnownEntities known, EntityWriter writer, Reconciler reconciler) {
      this(client, known, writer, reconciler, new EventGuard(), Origins.NONE);
    }
  }

  /**
   * What the user decides about a run.
   *
   * @param lookUpLimit entities that the tool is asked for by name before they go, a blueprint
   */
  public record Options(boolean createMissingRelated, boolean sendExamples, int lookUpLimit) {}

  private final SyncPlan plan;
  private final KindReader reader;
  private final CatalogSide catalog;
  private final Options options;
  private final InstantSource clock;
  private final SyncListener listener;
  private final RunJournal journal;

  /** A run of which nothing is kept where it is killed. */
  public Resync(
      SyncPlan plan,
      KindReader reader,
      CatalogSide catalog,
      Options options,
      InstantSource clock,
      SyncListener listener) {
    this(plan, reader, catalog, options, clock, listener, RunJournal.none());
  }

  /**
   * @param journal may hold what a killed run has finished; closed by whoever has opened it
   */
  public Resync(
      SyncPlan plan,
      KindReader reader,
      CatalogSide catalog,
      Options options,
      InstantSource clock,
      SyncListener listener,
      RunJournal journal) {
    this.plan = plan;
    this.reader = reader;
    this.catalog = catalog;
    this.options = options;
    this.clock = clock;
    this.listener = listener;
    this.journal = journal;
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
    listener.on(new SyncEvent.Started(plan.kinds().stream().map(KindPlan::name).toList()));
    try (EventGuard.Run guarded = catalog.guard().begin()) {
      SeenEntities seen = guarded.seen();
      return run(start, journal.begin(catalogStart, seen), seen);
    }
  }

  private ResyncReport run(Instant start, Instant catalogStart, SeenEntities seen) {
    EntitySink sink =
        new EntitySink(
            catalog.known(),
            catalog.writer(),
            seen,
            journal.isResumed() || mayHoldSomething(catalogStart));
    Pass.Result first = pass(reader, sink, options.sendExamples(), listener, journal).run(plan);
    Deletion deletion =
        new Deletion(
            catalog.reconciler(),
            kinds -> again(kinds, sink),
            new DeletionLookUps(new RecordLookUps(reader.api()), options.lookUpLimit()),
            journal.isResumed(),
            catalog.origins());
    Optional<SeawayException> failure =
        first.catalogFailure().or(() -> deletion.run(catalogStart, seen, first.findings()));
    List<KindReport> kinds = deletion.kinds(first.findings());
    tellOfMoved(first.reports(), kinds);
    warnOfAnEmptySite(first.findings());
    reader.unheldSigns().forEach(Resync::warnOfUnheldSign);
    return new ResyncReport(
        kinds,
        deletion.secondReading(),
        deletion.decisions(),
        failure,
        Duration.between(start, clock.instant()));
  }

  /** What has moved was not told of before it was read again. */
  private void tellOfMoved(List<KindReport> first, List<KindReport> settled) {
    for (int index = 0; index < first.size(); index++) {
      if (first.get(index).isMoved()) {
        KindReport kind = settled.get(index);
        listener.on(
            new SyncEvent.KindFinished(
                kind.kind(), kind.complete(), kind.incompleteness().orElse("")));
      }
    }
  }

  /** A site without a single record is rather one that the account may not see. */
  private static void warnOfAnEmptySite(List<Finding> findings) {
    if (!findings.isEmpty() && findings.stream().allMatch(Finding::isEmpty)) {
      log.warn(
          "Every kind was read, and not one record came. Where the site is not empty, check the"
              + " permissions of the account, the scopes of its token, the base URL and data_path");
    }
  }

  private static void warnOfUnheldSign(String sign) {
    log.warn(
        "ignoredSigns names \"{}\", and no answer held it; correct it, or leave it out. It is a"
            + " JSON pointer such as \"/meta/total\", or the name of a header",
        sign);
  }

  /** Nothing is taken from the first reading: the values of path parameters are read again too. */
  private Pass.Result again(SyncPlan kinds, EntitySink sink) {
    listener.on(new SyncEvent.ReadingAgain(kinds.kinds().stream().map(KindPlan::name).toList()));
    return pass(reader.anew(), sink.again(), false, SyncListener.NONE, RunJournal.none())
        .run(kinds);
  }

  private Pass pass(
      KindReader from, EntitySink sink, boolean examples, SyncListener told, RunJournal kept) {
    return new LocalPass(
        from,
        sink,
        new RawExamples(catalog.client(), examples),
        options.createMissingRelated(),
        told,
        kept);
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
}
