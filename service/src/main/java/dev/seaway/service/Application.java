package dev.seaway.service;

import dev.seaway.connector.ApiRequest;
import dev.seaway.core.SeawayException;
import dev.seaway.core.catalog.CatalogClient;
import dev.seaway.core.catalog.Integration;
import dev.seaway.core.catalog.KeptOrigins;
import dev.seaway.core.catalog.Organization;
import dev.seaway.core.catalog.Origin;
import dev.seaway.core.catalog.Origins;
import dev.seaway.core.config.AppConfig;
import dev.seaway.core.config.EventListener;
import dev.seaway.core.config.Settings;
import dev.seaway.core.http.ApiClients;
import dev.seaway.core.http.WaitListener;
import dev.seaway.core.plugin.Resources;
import dev.seaway.core.reconcile.EventGuard;
import dev.seaway.core.resync.ResyncReport;
import dev.seaway.core.resync.SyncEvent;
import dev.seaway.core.resync.SyncListener;
import dev.seaway.jq.JqEngine;
import dev.seaway.service.listen.IntegrationWatch;
import dev.seaway.service.listen.Listener;
import dev.seaway.service.listen.ResyncQueue;
import dev.seaway.service.listen.Schedule;
import dev.seaway.service.listen.Scheduler;
import dev.seaway.service.metrics.Meters;
import dev.seaway.service.operations.Endpoint;
import dev.seaway.service.operations.OperationsServer;
import dev.seaway.service.telemetry.TelemetryExporter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Puts the parts of the program together, by hand and in one place. */
public final class Application implements AutoCloseable {

  private static final String CATALOG = "the catalog";
  private static final Duration BETWEEN_TELLINGS = Duration.ofMinutes(1);

  private final Settings settings;
  private final EngineContext around;
  private final Meters meters;
  private final SyncListener listener;
  private final HealthTrackingClient tool;
  private final HealthTrackingClient catalogApi;
  private final CatalogClient catalog;
  private final IntegrationWatch watch = new IntegrationWatch();
  private final ResyncQueue queue = new ResyncQueue();
  private final Abort abort = new Abort();
  private final Optional<Schedule> schedule;
  private final RunState state;
  private final TelemetryExporter shipping;
  private final Startup startup;
  private final AppConfig loaded;
  private final EventGuard guard;
  private final Origins origins;
  private final MappedResync resync;

  public Application(AppConfig loaded, EngineContext around) {
    this(loaded, around, new EventGuard());
  }

  /**
   * @param guard keeps its runs and live events that others apply apart
   */
  public Application(AppConfig loaded, EngineContext around, EventGuard guard) {
    this.loaded = loaded;
    this.guard = guard;
    this.settings = loaded.settings();
    this.around = around;
    this.meters = new Meters(around.waits());
    this.listener = new RunMeters(meters).and(around.listener());
    Integration integration =
        new Integration(settings.type(), settings.identifier(), around.version());
    Resources defaults = Resources.of(loaded.connector());
    JqEngine jq = JqEngines.of(loaded);
    this.tool = tool(loaded);
    CatalogApi api = catalogApi(integration);
    this.catalogApi = new HealthTrackingClient(CATALOG, api.client());
    this.catalog = new CatalogClient(catalogApi, integration);
    this.origins =
        new KeptOrigins(
            catalog,
            Origin.of(loaded.source().baseUrl()),
            settings.adoptOrigin(),
            watch::changedByUs);
    this.schedule = schedule();
    this.state = new RunState(catalog, watch, schedule, around.waits());
    this.shipping = shipping(api, integration);
    CatalogSetup setup = new CatalogSetup(catalog, settings.listener(), around.waits());
    this.startup = new Startup(loaded, jq, defaults, catalog, setup, state, watch);
    this.resync =
        new MappedResync(
            loaded,
            jq,
            defaults,
            catalog,
            tool,
            watch,
            shipping,
            around.waits(),
            guard,
            origins,
            listener,
            new Resumption(loaded, around));
  }

  /** One run. What prevents it from starting is thrown; whatever happens later is in the report. */
  public RunOutcome runOnce() {
    if (!started(() -> {})) {
      return new RunOutcome.Aborted();
    }
    RunOutcome outcome = runs(besideOthers(), () -> {}).run();
    if (outcome instanceof RunOutcome.Failed failed) {
      throw failed.failure();
    }
    return outcome;
  }

  /**
   * Runs whenever the listener or the schedule asks for it, until {@link #stop}.
   *
   * @param told of each run
   * @return true if no run was cut short by the stop
   */
  public boolean serve(Consumer<RunOutcome> told) {
    meters.watchProcess();
    Optional<LiveEventFlow> live = liveEvents();
    try {
      return serve(told, live);
    } finally {
      live.ifPresent(LiveEventFlow::close);
    }
  }

  private boolean serve(Consumer<RunOutcome> told, Optional<LiveEventFlow> live) {
    ListenerSetup listening =
        ListenerSetup.of(
            settings.listener(),
            new ListenerSetup.Context(
                catalog::state, watch, around.ticks(), queue, this::messages));
    CredentialProbe toolProbe = probe(tool, resync::checkTool);
    CredentialProbe catalogProbe = probe(catalogApi, catalog::state);
    Map<String, Endpoint> endpoints = new LinkedHashMap<>(listening.endpoints());
    live.map(LiveEventFlow::endpoints).ifPresent(endpoints::putAll);
    try (OperationsServer _ =
        OperationsServer.start(
            settings.operations().applicationPort(),
            () ->
                catalogProbe.obstacle().or(toolProbe::obstacle).or(() -> obstacle(listening, live)),
            meters::text,
            endpoints)) {
      boolean atStart = listening.resyncsAtStart();
      return !started(atStart ? () -> {} : resync::checkTool) || serve(listening, live, told);
    }
  }

  private CredentialProbe probe(HealthTrackingClient side, Runnable asking) {
    return new CredentialProbe(side, asking, around.waits());
  }

  private static Optional<String> obstacle(ListenerSetup listening, Optional<LiveEventFlow> live) {
    return listening.obstacle().or(() -> live.flatMap(LiveEventFlow::obstacle));
  }

  private boolean serve(
      ListenerSetup listening, Optional<LiveEventFlow> live, Consumer<RunOutcome> told) {
    live.ifPresent(LiveEventFlow::begin);
    if (listening.resyncsAtStart()) {
      queue.request("the service starts");
    } else {
      tool.noLongerAwaited();
    }
    List<Listener> listeners = new ArrayList<>(listening.listeners());
    schedule.ifPresent(listeners::add);
    Consumer<RunOutcome> afterRun = _ -> tool.noLongerAwaited();
    try (Scheduler.Repetition _ = around.ticks().every(BETWEEN_TELLINGS, state::reportAgain)) {
      return new Service(runs(besides(live), listening.beforeEnd()), queue, listeners, abort)
          .run(afterRun.andThen(told));
    }
  }

  /** Ends the run in progress and the service. Returns at once. */
  public void stop() {
    abort.ask();
    queue.close();
  }

  @Override
  public void close() {
    shipping.close();
    meters.close();
  }

  /** False where it was stopped before. */
  private boolean started(Runnable check) {
    try {
      abort.run(
          () -> {
            startup.run();
            check.run();
            return true;
          });
    } catch (SeawayException e) {
      if (!abort.isAsked()) {
        throw e;
      }
    }
    return !abort.isAsked();
  }

  private Optional<LiveEventFlow> liveEvents() {
    return LiveEventFlow.open(
        loaded,
        new LiveEventFlow.Clients(tool, catalog, guard, origins),
        resync.mapping(),
        () ->
            EventStorage.open(
                settings.eventStore(),
                around.dataDirectory(),
                catalog.integration(),
                around.waits()),
        around.waits(),
        meters);
  }

  private Supplier<ResyncReport> besides(Optional<LiveEventFlow> live) {
    return live.<Supplier<ResyncReport>>map(flow -> () -> flow.beside(resync)).orElse(resync);
  }

  /** A single run takes no live events. */
  private Supplier<ResyncReport> besideOthers() {
    return loaded.source().events().isEmpty()
        ? resync
        : () -> EventStorage.beside(settings.eventStore(), catalog.integration(), resync);
  }

  private ResyncRunner runs(Supplier<ResyncReport> resync, Runnable beforeEnd) {
    return new ResyncRunner(resync, state, beforeEnd, abort, meters, around.waits());
  }

  private HealthTrackingClient tool(AppConfig loaded) {
    String name = "the tool";
    return new HealthTrackingClient(
        name,
        ApiClients.at(
                loaded.source(),
                around.tool(),
                around.waits(),
                waiting(name),
                settings.longestServerWait())
            .client());
  }

  private CatalogApi catalogApi(Integration integration) {
    return new CatalogApi(
        around.catalog(),
        integration,
        settings.clientTimeout(),
        around.waits(),
        waiting(CATALOG),
        settings.longestServerWait());
  }

  private TelemetryExporter shipping(CatalogApi api, Integration integration) {
    return new TelemetryExporter(
        around.catalog().baseUrl(),
        api::ingest,
        integration,
        around.logs(),
        around.ticks(),
        around.waits());
  }

  private Listener messages(EventListener.Kafka chosen) {
    return KafkaExtension.forListener()
        .listener(chosen, catalog.integration(), new Organization(catalogApi), around.waits());
  }

  private Optional<Schedule> schedule() {
    return settings
        .scheduledResyncInterval()
        .filter(_ -> !(settings.listener() instanceof EventListener.Once))
        .map(interval -> new Schedule(interval, around.ticks(), around.waits()));
  }

  private WaitListener waiting(String whom) {
    return (ApiRequest request, Duration wait, String reason) -> {
      meters.waiting(whom, wait);
      listener.on(
          new SyncEvent.Waiting(
              whom + ", " + request, around.waits().instant().plus(wait), reason));
    };
  }
}
