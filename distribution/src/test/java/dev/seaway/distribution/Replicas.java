package dev.seaway.distribution;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Processes that share their live events by Kafka and do nothing but apply them. */
final class Replicas {

  private Replicas() {}

  /** The stage that they are on. */
  static Stage stage(KafkaBroker broker) {
    Stage stage = Stage.small().webhooksOnly();
    events(broker.address()).forEach(stage::set);
    return stage;
  }

  /** A whole configuration of one whose tool and catalog are never asked. */
  static Map<String, String> environment(String brokers) {
    URI nowhere = URI.create("http://localhost:1");
    Map<String, String> environment =
        new TreeMap<>(Container.guide(nowhere, "user", "token", nowhere));
    environment.put("OCEAN__INTEGRATION__TYPE", "custom");
    environment.putAll(events(brokers));
    return environment;
  }

  static Map<String, String> events(String brokers) {
    return Map.of(
        "OCEAN__LIVE_EVENTS__TYPE", "KAFKA",
        "OCEAN__LIVE_EVENTS__KAFKA__BROKERS", brokers,
        "OCEAN__LIVE_EVENTS__KAFKA__SECURITY_PROTOCOL", "PLAINTEXT");
  }

  /** Starts one that takes webhooks at this port. */
  static Process start(Stage stage, int port) throws IOException {
    stage.set("APPLICATION__PORT", Integer.toString(port));
    Path log = Files.createTempFile(stage.directory(), "replica", ".log");
    return Launched.start(stage, log.toFile());
  }
}
