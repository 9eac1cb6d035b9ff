package dev.seaway.distribution;

import dev.seaway.connector.Secret;
import dev.seaway.core.config.AppConfig;
import dev.seaway.core.config.ConfigLoader;
import dev.seaway.core.http.Proxies;
import dev.seaway.core.http.Sleeper;
import dev.seaway.core.http.TransportOptions;
import dev.seaway.core.http.Trust;
import dev.seaway.core.http.VertxTransport;
import dev.seaway.core.plugin.Plugins;
import dev.seaway.core.reconcile.EventGuard;
import dev.seaway.core.resync.SyncListener;
import dev.seaway.distribution.fake.FakePort;
import dev.seaway.mapping.MappingDocument;
import dev.seaway.service.Application;
import dev.seaway.service.CatalogTarget;
import dev.seaway.service.EngineContext;
import dev.seaway.service.LiveEventFlow;
import dev.seaway.service.RunOutcome;
import dev.seaway.service.events.sqlite.SqliteQueue;
import dev.seaway.service.metrics.Meters;
import dev.seaway.service.operations.Endpoint.Reply;
import dev.seaway.service.operations.Incoming;
import dev.seaway.service.telemetry.LogQueue;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Live events between a site and a catalog, as the service runs them. */
final class LiveStage implements AutoCloseable {

  static final String SECRET = JiraSender.SECRET;

  private final EventGuard guard = new EventGuard();
  private final Plugins plugins;
  private final AppConfig loaded;
  private final VertxTransport transport;
  private final CatalogTarget target;
  private final LiveEventFlow flow;

  private LiveStage(Map<String, String> environment, Path directory, MappingDocument mapping) {
    plugins = Plugins.load(directory.resolve("plugins"));
    loaded = new ConfigLoader(environment, directory).load(plugins);
    transport =
        new VertxTransport(
            new TransportOptions(
                10,
                true,
                TransportOptions.largestResponse(),
                new Proxies(Optional.empty(), Optional.empty(), Optional.empty(), List.of()),
                new Trust(Optional.empty(), Optional.empty())));
    target =
        new CatalogTarget(
            URI.create(environment.get("OCEAN__PORT__BASE_URL")),
            FakePort.CLIENT_ID,
            Secret.of(FakePort.CLIENT_SECRET),
            transport);
    Path folder = directory.resolve("seaway-data/events");
    flow =
        LiveEventFlow.open(
                loaded,
                LiveEventFlow.Clients.of(loaded, transport, target, "1", new NoWaits(), guard),
                always(mapping),
                () -> SqliteQueue.open(folder, InstantSource.system()),
                Sleeper.real(),
                new Meters(InstantSource.system()))
            .orElseThrow();
    flow.begin();
  }

  private static LiveEventFlow.Mapping always(MappingDocument mapping) {
    return new LiveEventFlow.Mapping() {
      @Override
      public MappingDocument now() {
        return mapping;
      }

      @Override
      public boolean isStill(MappingDocument used) {
        return true;
      }
    };
  }

  /** Applies what is kept in the stage's directory, by the guide's mapping. */
  static LiveStage of(Stage stage) {
    return of(stage, Stage.guide().toString());
  }

  static LiveStage of(Stage stage, String mapping) {
    stage.webhooks();
    return of(stage.environment(), stage.directory(), mapping);
  }

  static LiveStage of(Map<String, String> environment, Path directory, String mapping) {
    return new LiveStage(
        environment,
        directory,
        MappingDocument.parse(Stage.object(mapping), Map.of()).document().orElseThrow());
  }

  /** Posts an event as the site does. */
  Reply post(String key, String body) {
    return post(Map.of("x-atlassian-webhook-identifier", key), body, SECRET);
  }

  Reply post(Map<String, String> headers, String body, String secret) {
    byte[] bytes = body.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    Map<String, List<String>> sent = new HashMap<>();
    headers.forEach((name, value) -> sent.put(name, List.of(value)));
    sent.put("x-hub-signature", List.of(JiraSender.signature(bytes, secret)));
    return receive(sent, bytes);
  }

  Reply receive(Map<String, List<String>> headers, byte[] body) {
    String path = "/integration/webhook";
    return Objects.requireNonNull(flow.endpoints().get(path))
        .answer(new Incoming("POST", path, headers, body));
  }

  /** A run beside the events, as the service does it. */
  boolean resync() {
    EngineContext around =
        new EngineContext(
            transport,
            target,
            "1",
            new NoWaits(),
            new HandTicks(),
            SyncListener.NONE,
            new LogQueue(),
            Path.of("unused"));
    try (Application application = new Application(loaded, around, guard)) {
      return application.runOnce() instanceof RunOutcome.Ended ended && ended.report().complete();
    }
  }

  @Override
  public void close() {
    flow.close();
    transport.close();
    plugins.close();
  }
}
