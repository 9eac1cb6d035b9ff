package dev.seaway.distribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Processes that share their live events by Kafka and do nothing but apply them. */
final class Replicas {

  private Replicas() {}

  /** The stage that they are on. */
  static Stage stage(KafkaBroker broker) {
    return Stage.small()
        .webhooksOnly()
        .set("OCEAN__LIVE_EVENTS__TYPE", "KAFKA")
        .set("OCEAN__LIVE_EVENTS__KAFKA__BROKERS", broker.address())
        .set("OCEAN__LIVE_EVENTS__KAFKA__SECURITY_PROTOCOL", "PLAINTEXT");
  }

  /** Starts one that takes webhooks at this port. */
  static Process start(Stage stage, int port) throws IOException {
    stage.set("APPLICATION__PORT", Integer.toString(port));
    Path log = Files.createTempFile(stage.directory(), "replica", ".log");
    return Launched.start(stage, log.toFile());
  }
}
