package dev.seaway.service;

import dev.seaway.core.SeawayException;
import dev.seaway.core.plugin.Plugins;
import dev.seaway.service.events.KafkaBackend;

/** The jar that speaks with Kafka, which not every installation has. */
final class KafkaJar {

  private KafkaJar() {}

  /** For a queue of live events. */
  static KafkaBackend forEvents() {
    return neededBy("OCEAN__LIVE_EVENTS__TYPE", "DISK");
  }

  /** For the listener to the catalog's messages. */
  static KafkaBackend forListener() {
    return neededBy("OCEAN__EVENT_LISTENER__TYPE", "POLLING");
  }

  private static KafkaBackend neededBy(String setting, String other) {
    return Plugins.builtIn(KafkaBackend.class)
        .orElseThrow(
            () ->
                new SeawayException(
                    SeawayException.Category.USER,
                    ("%s is KAFKA, but the part of Seaway that speaks with Kafka is not installed:"
                            + " put seaway-events-kafka and kafka-clients, with the jars that they"
                            + " need, into the folder lib beside Seaway's other jars, or set it to"
                            + " %s")
                        .formatted(setting, other)));
  }
}
