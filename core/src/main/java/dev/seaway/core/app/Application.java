package dev.seaway.core.app;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.connector.ApiClient;
import dev.seaway.connector.ApiRequest;
import dev.seaway.connector.Source;
import dev.seaway.core.catalog.CatalogClient;
import dev.seaway.core.catalog.EntityDeleter;
import dev.seaway.core.catalog.EntityWriter;
import dev.seaway.core.catalog.Integration;
import dev.seaway.core.catalog.KnownEntities;
import dev.seaway.core.catalog.RunTag;
import dev.seaway.core.catalog.WriteOptions;
import dev.seaway.core.config.Batches;
import dev.seaway.core.config.BlueprintFile;
import dev.seaway.core.config.Loaded;
import dev.seaway.core.config.Settings;
import dev.seaway.core.http.ApiClients;
import dev.seaway.core.http.Transport;
import dev.seaway.core.http.WaitListener;
import dev.seaway.core.http.Waits;
import dev.seaway.core.plugin.Resources;
import dev.seaway.core.read.KindReader;
import dev.seaway.core.reconcile.EventGuard;
import dev.seaway.core.reconcile.ReconcileOptions;
import dev.seaway.core.reconcile.Reconciler;
import dev.seaway.core.resync.Progress;
import dev.seaway.core.resync.Resync;
import dev.seaway.core.resync.ResyncReport;
import dev.seaway.core.resync.SyncPlan;
import dev.seaway.mapping.MappingDocument;
import java.time.Duration;
import java.util.Optional;

/** Puts the parts of one run together, by hand and in one place. */
public final class Application {

  /** More pages than any list has; what goes on longer is taken for broken paging. */
  private static final int PAGE_LIMIT = 1_000_000;

  private final Loaded loaded;
  private final Transport tool;
  private final CatalogTarget catalog;
  private final String version;
  private final Waits waits;
  private final Progress progress;
  private final EventGuard guard;

  /**
   * Beside which no live events are applied.
   *
   * @param tool how the tool's API is reached
   * @param version Seaway's own
   */
  public Application(
      Loaded loaded,
      Transport tool,
      CatalogTarget catalog,
      String version,
      Waits waits,
      Progress progress) {
    this(loaded, tool, catalog, version, waits, progress, new EventGuard());
  }

  /**
   * @param tool how the tool's API is reached
   * @param version Seaway's own
   * @param guard keeps runs and live events apart
   */
  public Application(
      Loaded loaded,
      Transport tool,
      CatalogTarget catalog,
      String version,
      Waits waits,
      Progress progress,
      EventGuard guard) {
    this.guard = guard;
    this.loaded = loaded;
    this.tool = tool;
    this.catalog = catalog;
    this.version = version;
    this.waits = waits;
    this.progress = progress;
  }

  /** One run. What prevents it from starting is thrown; whatever happens later is in the report. */
  public ResyncReport runOnce() {
    Settings settings = loaded.settings();
    Source source = loaded.source();
    CatalogClient client = catalogClient(settings);
    Optional<JsonNode> state = client.state();
    Resources defaults = Resources.of(loaded.connector());
    MappingChoice choice = MappingChoice.of(settings, state, defaults);
    MappingDocument mapping = choice.parse(settings);
    SyncPlan plan = SyncPlan.of(mapping, source);
    CatalogSetup setup = new CatalogSetup(client);
    setup.integration(state, choice);
    if (settings.initializePortResources()) {
      settings.mappingFile().flatMap(BlueprintFile::beside).ifPresent(setup::blueprints);
      defaults.blueprints().ifPresent(blueprints -> setup.blueprints(blueprints, mapping));
    }
    setup.warnOfMissingBlueprints(mapping);
    ApiClient api = ApiClients.of(source, tool, waits, waiting("the tool"));
    return new Resync(
            plan,
            new KindReader(api, PAGE_LIMIT, source.limits().concurrentRequests()),
            side(client, mapping, settings.batches()),
            new Resync.Options(
                mapping.createMissingRelatedEntities(), settings.sendRawDataExamples()),
            waits::now,
            progress)
        .run();
  }

  private CatalogClient catalogClient(Settings settings) {
    Integration integration = new Integration(settings.type(), settings.identifier(), version);
    return new CatalogClient(
        CatalogApi.client(
            catalog, integration, settings.clientTimeout(), waits, waiting("the catalog")),
        integration);
  }

  private Resync.CatalogSide side(CatalogClient client, MappingDocument mapping, Batches batches) {
    RunTag run = RunTag.random();
    KnownEntities known = new KnownEntities(client);
    WriteOptions options =
        new WriteOptions(
            mapping.enableMergeEntity(),
            mapping.createMissingRelatedEntities(),
            batches.upsertMaxLength(),
            batches.upsertMaxBytes());
    EntityWriter writer = new EntityWriter(client, options, run);
    Reconciler reconciler =
        new Reconciler(
            client,
            known,
            new EntityDeleter(client, run, batches.deleteMaxLength()),
            new ReconcileOptions(
                mapping.entityDeletionThreshold(), mapping.deleteDependentEntities()),
            progress::deleting);
    return new Resync.CatalogSide(client, known, writer, reconciler, guard);
  }

  private WaitListener waiting(String whom) {
    return (ApiRequest request, Duration wait, String reason) ->
        progress.waiting(whom + ", " + request, wait, waits.now().plus(wait), reason);
  }
}
