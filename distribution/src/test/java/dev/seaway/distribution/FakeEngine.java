package dev.seaway.distribution;

import dev.seaway.core.config.ConfigLoader;
import dev.seaway.core.config.Operations.LogLevel;
import dev.seaway.core.resync.SyncEvent;
import dev.seaway.core.resync.SyncListener;
import dev.seaway.distribution.fake.FakePort;
import dev.seaway.service.events.DeadLetters;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Reports a small run, and serves a fake port as its catalog. */
final class FakeEngine implements Engine {

  final List<String> opened = new ArrayList<>();
  final Map<String, String> environment = new LinkedHashMap<>();
  private final FakePort port;
  private final boolean complete;

  FakeEngine(FakePort port, boolean complete) {
    this.port = port;
    this.complete = complete;
  }

  @Override
  public Outcome run(
      Map<String, String> given,
      Path directory,
      SyncListener listener,
      Consumer<String> secrets,
      Stop stop) {
    environment.putAll(given);
    secrets.accept("hush-hush");
    listener.on(new SyncEvent.Started(List.of("/x")));
    listener.on(new SyncEvent.PageRead("/x", 1, 3));
    listener.on(new SyncEvent.Mapped("/x", 3, 0));
    listener.on(new SyncEvent.Written("/x", 1, complete ? 2 : 1, complete ? 0 : 1));
    String reason = complete ? "" : "page 2 answered 500 hush-hush";
    listener.on(new SyncEvent.KindFinished("/x", complete, reason));
    return new Outcome(
        complete, complete ? List.of() : List.of("Kept 4 of desk: /x is incomplete"));
  }

  @Override
  public LogLevel logLevel(Map<String, String> given, Path directory) {
    return new ConfigLoader(given, directory).logLevel();
  }

  @Override
  public Optional<Path> dataDirectory(Map<String, String> given, Path directory) {
    return new ConfigLoader(given, directory).dataDirectory();
  }

  @Override
  public OpenCatalog openCatalog(Path database, String host, int listenAt) {
    opened.add(database + " " + host + " " + listenAt);
    return new OpenCatalog() {
      @Override
      public URI address() {
        return port.baseUrl();
      }

      @Override
      public String clientId() {
        return FakePort.CLIENT_ID;
      }

      @Override
      public String clientSecret() {
        return FakePort.CLIENT_SECRET;
      }

      @Override
      public void close() {
        opened.add("closed");
      }
    };
  }

  @Override
  public DeadLetters deadLetters(
      Map<String, String> given, Path directory, Optional<Path> data, Consumer<String> secrets) {
    throw new AssertionError();
  }

  @Override
  public List<ConnectorLine> connectors(Path plugins) {
    return List.of(new ConnectorLine("jsm", "built in"));
  }
}
