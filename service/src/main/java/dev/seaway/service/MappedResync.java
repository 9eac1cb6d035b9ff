package dev.seaway.service;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.connector.ApiClient;
import dev.seaway.connector.Source;
import dev.seaway.core.SeawayException;
import dev.seaway.core.catalog.CatalogClient;
import dev.seaway.core.catalog.EntityDeleter;
import dev.seaway.core.catalog.EntityWriter;
import dev.seaway.core.catalog.KnownEntities;
import dev.seaway.core.catalog.Origins;
import dev.seaway.core.catalog.RunTag;
import dev.seaway.core.catalog.WriteOptions;
import dev.seaway.core.config.AppConfig;
import dev.seaway.core.config.Batches;
import dev.seaway.core.config.Settings;
import dev.seaway.core.http.Sleeper;
import dev.seaway.core.plugin.Resources;
import dev.seaway.core.read.KindReader;
import dev.seaway.core.reconcile.EventGuard;
import dev.seaway.core.reconcile.ReconcileOptions;
import dev.seaway.core.reconcile.Reconciler;
import dev.seaway.core.resync.Resync;
import dev.seaway.core.resync.ResyncReport;
import dev.seaway.core.resync.RunJournal;
import dev.seaway.core.resync.SourceCheck;
import dev.seaway.core.resync.SyncEvent;
import dev.seaway.core.resync.SyncListener;
import dev.seaway.core.resync.SyncPlan;
import dev.seaway.jq.JqEngine;
import dev.seaway.mapping.MappingDocument;
import dev.seaway.service.listen.IntegrationWatch;
import dev.seaway.service.telemetry.TelemetryExporter;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A resync by the mapping as it is now: puts its parts together, by hand and in one place. */
final class MappedResync implements Supplier<ResyncReport> {

  private static final Logger log = LoggerFactory.getLogger(MappedResync.class);

  /** More pages than any list has; what goes on longer is taken for broken paging. */
  private static final int PAGE_LIMIT = 1_000_000;

  private final Settings settings;
  private final JqEngine jq;
  private final Source source;
  private final Resources defaults;
  private final CatalogClient catalog;
  private final ApiClient tool;
  private final IntegrationWatch watch;
  private final TelemetryExporter shipping;
  private final Sleeper waits;
  private final EventGuard guard;
  private final Origins origins;
  private final SyncListener listener;
  private final Resumption resumption;
  private boolean confirmationUsed;

  MappedResync(
      AppConfig loaded,
      JqEngine jq,
      Resources defaults,
      CatalogClient catalog,
      ApiClient tool,
      IntegrationWatch watch,
      TelemetryExporter shipping,
      Sleeper waits,
      EventGuard guard,
      Origins origins,
      SyncListener listener,
      Resumption resumption) {
    this.settings = loaded.settings();
    this.jq = jq;
    this.source = loaded.source();
    this.defaults = defaults;
    this.catalog = catalog;
    this.tool = tool;
    this.watch = watch;
    this.shipping = shipping;
    this.waits = waits;
    this.guard = guard;
    this.origins = origins;
    this.listener = listener;
    this.resumption = resumption;
  }

  /** What prevents it from starting is thrown; whatever happens later is in the report. */
  @Override
  public ResyncReport get() {
    Optional<JsonNode> integration = catalog.state();
    integration.ifPresent(
        known -> {
          watch.taken(known);
          shipping.learn(known);
        });
    MappingChoice chosen = MappingChoice.of(settings, integration, defaults);
    MappingDocument mapping = chosen.parse(settings, jq);
    SyncPlan plan = SyncPlan.of(mapping, source);
    new BlueprintCheck(catalog).warnings(mapping).forEach(log::warn);
    RunTag run = RunTag.random();
    SyncListener told = shipping.run(run.resyncId().orElseThrow()).and(listener);
    boolean ended = false;
    try (RunJournal journal = resumption.open(chosen.json().toString(), plan)) {
      ResyncReport report = resync(plan, mapping, run, told, journal).run();
      told.on(new SyncEvent.Ended(report));
      ended = true;
      return report;
    } finally {
      if (!ended) {
        told.on(new SyncEvent.Aborted(Thread.currentThread().isInterrupted()));
      }
    }
  }

  /** For live events: the mapping that a run would begin with now. */
  LiveMapping mapping() {
    return new LiveMapping(
        () -> MappingChoice.of(settings, catalog.state(), defaults),
        chosen -> chosen.check(settings, jq),
        waits);
  }

  /** Ends the start where the tool does not know the credentials. */
  void checkTool() {
    SyncPlan plan;
    try {
      MappingDocument mapping =
          MappingChoice.of(settings, catalog.state(), defaults).check(settings, jq);
      plan = SyncPlan.of(mapping, source);
    } catch (SeawayException e) {
      log.warn("The source is not asked yet: {}", e.getMessage());
      return;
    }
    new SourceCheck(new KindReader(tool, PAGE_LIMIT, 0)).run(plan);
  }

  private Resync resync(
      SyncPlan plan, MappingDocument mapping, RunTag run, SyncListener told, RunJournal journal) {
    return new Resync(
        plan,
        new KindReader(
            tool, PAGE_LIMIT, source.limits().concurrentRequests(), settings.mostLists()),
        side(mapping, settings.batches(), run, told),
        new Resync.Options(
            mapping.createMissingRelatedEntities(),
            settings.sendRawDataExamples(),
            settings.deletions().lookUpLimit()),
        waits,
        told,
        journal);
  }

  private Resync.CatalogSide side(
      MappingDocument mapping, Batches batches, RunTag run, SyncListener told) {
    KnownEntities known = new KnownEntities(catalog);
    EntityWriter writer = new EntityWriter(catalog, writing(mapping, batches), run, origins);
    Reconciler reconciler =
        new Reconciler(
            catalog,
            known,
            new EntityDeleter(catalog, run, batches.deleteMaxLength()),
            new ReconcileOptions(
                mapping.entityDeletionThreshold(),
                settings.deletions().inferredThreshold(),
                mapping.deleteDependentEntities(),
                confirmed()),
            (blueprint, count) -> told.on(new SyncEvent.Deleting(blueprint, count)));
    return new Resync.CatalogSide(catalog, known, writer, reconciler, guard, origins);
  }

  /** What the user has confirmed holds for the first run of this process, and is said then. */
  private Map<String, Integer> confirmed() {
    Map<String, Integer> confirmed = settings.deletions().confirmed();
    if (confirmed.isEmpty() || confirmationUsed) {
      return Map.of();
    }
    confirmationUsed = true;
    log.warn(
        "OCEAN__SEAWAY__CONFIRM_DELETIONS holds for this run: up to {} entities may go whatever"
            + " their share. Take it out afterwards",
        confirmed);
    return confirmed;
  }

  /** How entities are written, by runs and live events alike. */
  static WriteOptions writing(MappingDocument mapping, Batches batches) {
    return new WriteOptions(
        mapping.enableMergeEntity(),
        mapping.createMissingRelatedEntities(),
        batches.upsertMaxLength(),
        batches.upsertMaxBytes());
  }
}
