package dev.seaway.service;

import dev.seaway.connector.ApiClient;
import dev.seaway.connector.LiveEvents;
import dev.seaway.core.SeawayException;
import dev.seaway.core.catalog.CatalogClient;
import dev.seaway.core.catalog.EntityDeleter;
import dev.seaway.core.catalog.EntityWriter;
import dev.seaway.core.catalog.Integration;
import dev.seaway.core.catalog.KeptOrigins;
import dev.seaway.core.catalog.KnownEntities;
import dev.seaway.core.catalog.Origin;
import dev.seaway.core.catalog.Origins;
import dev.seaway.core.catalog.RunTag;
import dev.seaway.core.config.AppConfig;
import dev.seaway.core.config.Batches;
import dev.seaway.core.config.Settings;
import dev.seaway.core.http.ApiClients;
import dev.seaway.core.http.Sleeper;
import dev.seaway.core.http.Transport;
import dev.seaway.core.http.WaitListener;
import dev.seaway.core.reconcile.EventGuard;
import dev.seaway.core.resync.RecordSync;
import dev.seaway.core.resync.SyncPlan;
import dev.seaway.mapping.MappingDocument;
import dev.seaway.service.events.EventIntake;
import dev.seaway.service.events.EventQueue;
import dev.seaway.service.events.EventWorker;
import dev.seaway.service.events.StandstillException;
import dev.seaway.service.metrics.Meters;
import dev.seaway.service.operations.Endpoint;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The live events of one integration: endpoints that take them into a queue, and a worker that
 * applies what is in it once it is begun, until it is closed.
 */
public final class LiveEventFlow implements AutoCloseable {

  private static final String PREFIX = "/integration/";

  /**
   * Both sides, as runs use them too.
   *
   * @param tool the tool's API; shared with runs, so that its limits hold for both together
   * @param guard keeps events and runs apart; the one that the runs are given
   * @param origins told before an event writes
   */
  public record Clients(ApiClient tool, CatalogClient catalog, EventGuard guard, Origins origins) {

    /**
     * Clients of their own. Waits are not announced: an event that waits is logged as such.
     *
     * @param version Seaway's own
     */
    public static Clients of(
        AppConfig loaded,
        Transport tool,
        CatalogTarget target,
        String version,
        Sleeper waits,
        EventGuard guard) {
      Settings settings = loaded.settings();
      Integration integration = new Integration(settings.type(), settings.identifier(), version);
      CatalogClient catalog =
          new CatalogClient(
              new CatalogApi(
                      target,
                      integration,
                      settings.clientTimeout(),
                      waits,
                      SILENT,
                      settings.longestServerWait())
                  .client(),
              integration);
      return new Clients(
          ApiClients.of(loaded.source(), tool, waits, SILENT),
          catalog,
          guard,
          new KeptOrigins(
              catalog, Origin.of(loaded.source().baseUrl()), settings.adoptOrigin(), _ -> {}));
    }
  }

  /** The mapping that events are applied by. */
  public interface Mapping {

    /** As it is now, or was a few seconds ago; the same object as long as it is the same. */
    MappingDocument now();

    /** Whether it is the same at this moment. */
    boolean isStill(MappingDocument used);
  }

  private static final WaitListener SILENT = (_, _, _) -> {};

  private record Prepared(MappingDocument mapping, RecordSync sync) {}

  private final AppConfig loaded;
  private final LiveEvents events;
  private final Clients sides;
  private final Mapping mapping;
  private final EventQueue queue;
  private final EventIntake intake;
  private final EventWorker worker;
  private @Nullable Prepared prepared;

  private LiveEventFlow(
      AppConfig loaded,
      LiveEvents events,
      Clients sides,
      Mapping mapping,
      EventQueue queue,
      Sleeper waits,
      Meters meters) {
    this.loaded = loaded;
    this.events = events;
    this.sides = sides;
    this.mapping = mapping;
    this.queue = queue;
    this.intake = new EventIntake(events, queue, waits, meters);
    this.worker = new EventWorker(queue, event -> sync().apply(event), waits, meters);
    meters.eventsWaiting(queue::waiting);
  }

  /**
   * Opens the queue. Empty where the connector tells of no live events; the queue is then not
   * opened.
   *
   * @param queue opened here, and closed with the flow
   */
  public static Optional<LiveEventFlow> open(
      AppConfig loaded,
      Clients sides,
      Mapping mapping,
      Supplier<EventQueue> queue,
      Sleeper waits,
      Meters meters) {
    return loaded
        .source()
        .events()
        .map(
            events ->
                new LiveEventFlow(loaded, events, sides, mapping, queue.get(), waits, meters));
  }

  /** Begins to apply what the queue holds. */
  public void begin() {
    worker.start(loaded.settings().eventsAtATime());
  }

  /** Path to endpoint, for the server to register. */
  public Map<String, Endpoint> endpoints() {
    return Map.of(PREFIX + events.path(), intake);
  }

  /** Why no event would be kept or applied now. */
  Optional<String> obstacle() {
    return queue.obstacle();
  }

  /** Runs a resync, beside which other processes may apply events. */
  <T> T beside(Supplier<T> resync) {
    EventQueue.Replay recall = queue.recall();
    try {
      return resync.get();
    } finally {
      recall.again();
    }
  }

  private synchronized RecordSync sync() {
    MappingDocument now = mapping.now();
    Prepared known = prepared;
    if (known == null || !known.mapping().equals(now)) {
      known = new Prepared(now, planned(now));
      prepared = known;
    }
    return known.sync();
  }

  /** What cannot be planned holds for all events, until the mapping is changed. */
  private RecordSync planned(MappingDocument document) {
    try {
      return prepare(document);
    } catch (SeawayException e) {
      throw new StandstillException(e);
    }
  }

  private RecordSync prepare(MappingDocument document) {
    Batches batches = loaded.settings().batches();
    CatalogClient catalog = sides.catalog();
    return new RecordSync(
        SyncPlan.of(document, loaded.source()),
        loaded.source(),
        events,
        sides.tool(),
        new RecordSync.CatalogSide(
            new KnownEntities(catalog),
            new EntityWriter(
                catalog, MappedResync.writing(document, batches), RunTag.LIVE, sides.origins()),
            new EntityDeleter(catalog, RunTag.LIVE, batches.deleteMaxLength()),
            sides.guard()),
        () -> mapping.isStill(document));
  }

  /** What is under way is taken again after the next start. */
  @Override
  public void close() {
    worker.close();
    queue.close();
  }
}
