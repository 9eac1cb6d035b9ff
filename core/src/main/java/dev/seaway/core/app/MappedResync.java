package dev.seaway.core.app;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.connector.ApiClient;
import dev.seaway.connector.Source;
import dev.seaway.core.catalog.CatalogClient;
import dev.seaway.core.catalog.EntityDeleter;
import dev.seaway.core.catalog.EntityWriter;
import dev.seaway.core.catalog.KnownEntities;
import dev.seaway.core.catalog.RunTag;
import dev.seaway.core.catalog.WriteOptions;
import dev.seaway.core.config.Batches;
import dev.seaway.core.config.BlueprintFile;
import dev.seaway.core.config.Settings;
import dev.seaway.core.http.Waits;
import dev.seaway.core.listen.IntegrationWatch;
import dev.seaway.core.plugin.Resources;
import dev.seaway.core.read.KindReader;
import dev.seaway.core.reconcile.ReconcileOptions;
import dev.seaway.core.reconcile.Reconciler;
import dev.seaway.core.resync.Progress;
import dev.seaway.core.resync.Resync;
import dev.seaway.core.resync.ResyncReport;
import dev.seaway.core.resync.SyncPlan;
import dev.seaway.mapping.MappingDocument;
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
  private final Source source;
  private final Resources defaults;
  private final CatalogClient catalog;
  private final ApiClient tool;
  private final IntegrationWatch watch;
  private final Waits waits;
  private final Progress progress;

  MappedResync(
      Settings settings,
      Source source,
      Resources defaults,
      CatalogClient catalog,
      ApiClient tool,
      IntegrationWatch watch,
      Waits waits,
      Progress progress) {
    this.settings = settings;
    this.source = source;
    this.defaults = defaults;
    this.catalog = catalog;
    this.tool = tool;
    this.watch = watch;
    this.waits = waits;
    this.progress = progress;
  }

  /** What prevents it from starting is thrown; whatever happens later is in the report. */
  @Override
  public ResyncReport get() {
    Optional<JsonNode> integration = catalog.state();
    integration.ifPresent(watch::taken);
    MappingDocument mapping = MappingChoice.of(settings, integration, defaults).parse(settings);
    SyncPlan plan = SyncPlan.of(mapping, source);
    warnOfMissingBlueprints(mapping);
    return new Resync(
            plan,
            new KindReader(tool, PAGE_LIMIT, source.limits().concurrentRequests()),
            side(mapping, settings.batches()),
            new Resync.Options(
                mapping.createMissingRelatedEntities(), settings.sendRawDataExamples()),
            waits::now,
            progress)
        .run();
  }

  /** What the catalog will refuse is better said before the tool is read than after. */
  private void warnOfMissingBlueprints(MappingDocument mapping) {
    mapping.resources().stream()
        .flatMap(resource -> resource.mapping().blueprints().stream())
        .distinct()
        .filter(identifier -> catalog.blueprint(identifier).isEmpty())
        .forEach(
            identifier ->
                log.warn(
                    "The catalog has no blueprint {}, so it will refuse its entities. Create it"
                        + " there, or put its definition into a file {} beside the mapping file.",
                    identifier,
                    BlueprintFile.NAME));
  }

  private Resync.CatalogSide side(MappingDocument mapping, Batches batches) {
    RunTag run = RunTag.random();
    KnownEntities known = new KnownEntities(catalog);
    WriteOptions options =
        new WriteOptions(
            mapping.enableMergeEntity(),
            mapping.createMissingRelatedEntities(),
            batches.upsertMaxLength(),
            batches.upsertMaxBytes());
    EntityWriter writer = new EntityWriter(catalog, options, run);
    Reconciler reconciler =
        new Reconciler(
            catalog,
            known,
            new EntityDeleter(catalog, run, batches.deleteMaxLength()),
            new ReconcileOptions(
                mapping.entityDeletionThreshold(), mapping.deleteDependentEntities()),
            progress::deleting);
    return new Resync.CatalogSide(catalog, known, writer, reconciler);
  }
}
