package dev.seaway.distribution;

import dev.seaway.catalog.CatalogServer;
import dev.seaway.catalog.EmbeddedCatalog;
import dev.seaway.catalog.EmbeddedCatalogException;
import dev.seaway.connector.Secret;
import dev.seaway.core.SeawayException;
import dev.seaway.core.SeawayException.Category;
import dev.seaway.core.config.AppConfig;
import dev.seaway.core.config.ConfigLoader;
import dev.seaway.core.config.Network;
import dev.seaway.core.config.Operations.LogLevel;
import dev.seaway.core.config.PortSettings;
import dev.seaway.core.http.Proxies;
import dev.seaway.core.http.Sleeper;
import dev.seaway.core.http.Transport;
import dev.seaway.core.http.TransportOptions;
import dev.seaway.core.http.Trust;
import dev.seaway.core.http.VertxTransport;
import dev.seaway.core.plugin.Plugins;
import dev.seaway.core.resync.SyncListener;
import dev.seaway.distribution.logging.Logs;
import dev.seaway.service.Application;
import dev.seaway.service.CatalogTarget;
import dev.seaway.service.EngineContext;
import dev.seaway.service.EventStorage;
import dev.seaway.service.events.DeadLetters;
import dev.seaway.service.listen.Scheduler;
import dev.seaway.service.telemetry.LogQueue;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Joins the command line to the engine and the embedded catalog: the only class that knows both.
 */
final class EngineWiring implements Engine {

  private static final Logger log = LoggerFactory.getLogger(EngineWiring.class);
  private static final int CATALOG_CONNECTIONS = 10;
  private static final Duration BEYOND_PATIENCE = Duration.ofSeconds(5);
  private static final String PLUGINS = "plugins";

  private final Sleeper waits;
  private final Scheduler ticks;

  /**
   * @param waits how to wait between tries
   * @param ticks what is repeated at intervals
   */
  EngineWiring(Sleeper waits, Scheduler ticks) {
    this.waits = waits;
    this.ticks = ticks;
  }

  @Override
  public Outcome run(
      Map<String, String> environment,
      Path directory,
      SyncListener listener,
      Consumer<String> secrets,
      Stop stop) {
    try (Plugins plugins = Plugins.load(directory.resolve(PLUGINS))) {
      AppConfig loaded = new ConfigLoader(environment, directory).load(plugins);
      Secrets.of(loaded).forEach(secrets);
      loaded.warnings().forEach(warning -> log.warn("{} {}", warning.key(), warning.message()));
      return run(loaded, directory, listener, stop);
    }
  }

  private Outcome run(AppConfig loaded, Path directory, SyncListener listener, Stop stop) {
    Network network = loaded.settings().network();
    Path data = directory.resolve(loaded.settings().dataDirectory());
    try (VertxTransport tool = toolTransport(loaded, network)) {
      if (loaded.settings().port().isPresent()) {
        return runWithPort(loaded, loaded.settings().port().get(), data, tool, listener, stop);
      }
      Path database = data.resolve("catalog.db");
      log.info("Writing to the embedded catalog in {}", database);
      try (EmbeddedCatalog catalog = open(database)) {
        return run(loaded, around(data, tool, target(catalog), listener), stop);
      }
    }
  }

  private Outcome runWithPort(
      AppConfig loaded,
      PortSettings port,
      Path data,
      VertxTransport tool,
      SyncListener listener,
      Stop stop) {
    Network network = loaded.settings().network();
    try (VertxTransport transport =
        new VertxTransport(options(CATALOG_CONNECTIONS, network.verifyPort(), network))) {
      CatalogTarget target =
          new CatalogTarget(port.baseUrl(), port.clientId(), port.clientSecret(), transport);
      return run(loaded, around(data, tool, target, listener), stop);
    }
  }

  private EngineContext around(
      Path data, Transport tool, CatalogTarget target, SyncListener listener) {
    return new EngineContext(
        tool, target, SeawayVersion.number(), waits, ticks, listener, new LogQueue(), data);
  }

  private static Outcome run(AppConfig loaded, EngineContext around, Stop stop) {
    try (Logs.Tap _ = Logs.tap(around.logs());
        Application application = new Application(loaded, around);
        StopHook _ = StopHook.start(stop, application::stop)) {
      stop.allow(loaded.settings().operations().shutdownPatience().plus(BEYOND_PATIENCE));
      return new ApplicationRun(application).run(loaded.settings().listener());
    }
  }

  private static VertxTransport toolTransport(AppConfig loaded, Network network) {
    boolean verify = loaded.source().limits().verifyTls() && network.verifyThirdParty();
    int connections = loaded.source().limits().concurrentRequests();
    return new VertxTransport(options(connections, verify, network));
  }

  private static TransportOptions options(int connections, boolean verify, Network network) {
    return new TransportOptions(
        connections,
        verify,
        TransportOptions.largestResponse(),
        new Proxies(
            network.httpProxy(), network.httpsProxy(), network.allProxy(), network.noProxy()),
        new Trust(network.certificateFile(), network.certificateDirectory()));
  }

  private static CatalogTarget target(EmbeddedCatalog catalog) {
    return new CatalogTarget(
        EmbeddedTransport.BASE_URL,
        catalog.credentials().clientId(),
        Secret.of(catalog.credentials().clientSecret()),
        new EmbeddedTransport(catalog));
  }

  @Override
  public LogLevel logLevel(Map<String, String> environment, Path directory) {
    return new ConfigLoader(environment, directory).logLevel();
  }

  @Override
  public Optional<Path> dataDirectory(Map<String, String> environment, Path directory) {
    return new ConfigLoader(environment, directory).dataDirectory();
  }

  @Override
  public OpenCatalog openCatalog(Path database, String host, int port) {
    EmbeddedCatalog catalog = open(database);
    try {
      return new Served(catalog, catalog.serve(host, port));
    } catch (EmbeddedCatalogException e) {
      catalog.close();
      throw failure(e);
    }
  }

  private static EmbeddedCatalog open(Path database) {
    try {
      return EmbeddedCatalog.open(database);
    } catch (EmbeddedCatalogException e) {
      throw failure(e);
    }
  }

  private static SeawayException failure(EmbeddedCatalogException cause) {
    return new SeawayException(Category.USER, String.valueOf(cause.getMessage()), cause);
  }

  @Override
  public DeadLetters deadLetters(
      Map<String, String> environment,
      Path directory,
      Optional<Path> data,
      Consumer<String> secrets) {
    if (data.isPresent()) {
      return EventStorage.onDisk(directory.resolve(data.get()));
    }
    try (Plugins plugins = Plugins.load(directory.resolve(PLUGINS))) {
      AppConfig loaded = new ConfigLoader(environment, directory).load(plugins);
      Secrets.of(loaded).forEach(secrets);
      return EventStorage.deadLetters(
          loaded.settings(),
          directory.resolve(loaded.settings().dataDirectory()),
          SeawayVersion.number());
    }
  }

  @Override
  public List<ConnectorLine> connectors(Path folder) {
    try (Plugins plugins = Plugins.load(folder)) {
      return plugins.places().entrySet().stream()
          .map(found -> new ConnectorLine(found.getKey(), found.getValue()))
          .toList();
    }
  }

  private record Served(EmbeddedCatalog catalog, CatalogServer server) implements OpenCatalog {

    @Override
    public URI address() {
      return server.address();
    }

    @Override
    public String clientId() {
      return catalog.credentials().clientId();
    }

    @Override
    public String clientSecret() {
      return catalog.credentials().clientSecret();
    }

    @Override
    public void close() {
      try {
        server.close();
      } finally {
        catalog.close();
      }
    }
  }
}
