package dev.seaway.service;

import dev.seaway.core.SeawayException;
import dev.seaway.core.plugin.Plugins;
import dev.seaway.service.events.KafkaBackend;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The part of Seaway that speaks with Kafka, which not every installation has: jars in a folder
 * beside Seaway's own, which are opened when the configuration asks for Kafka.
 */
final class KafkaExtension {

  /** The launcher and the image say where the folder of all extensions is. */
  private static final Path FOLDER =
      Path.of(System.getProperty("seaway.extensions", "extensions"), "kafka").normalize();

  private static Optional<KafkaBackend> opened = Optional.empty();

  private KafkaExtension() {}

  /** For a queue of live events. */
  static KafkaBackend forEvents() {
    return neededBy("OCEAN__LIVE_EVENTS__TYPE", "DISK");
  }

  /** For the listener to the catalog's messages. */
  static KafkaBackend forListener() {
    return neededBy("OCEAN__EVENT_LISTENER__TYPE", "POLLING");
  }

  /** Opened once in a process, as the class path is, unless it was in vain. */
  private static synchronized KafkaBackend neededBy(String setting, String other) {
    if (opened.isEmpty()) {
      opened = Plugins.extension(KafkaBackend.class, FOLDER);
    }
    return opened.orElseThrow(
        () ->
            new SeawayException(
                SeawayException.Category.USER,
                ("%s is KAFKA, but %s, the part of Seaway that speaks with Kafka, is not there: use"
                        + " the image whose tag ends in -kafka, or copy the folder"
                        + " extensions/kafka of Seaway's archive to that place, or set it to %s")
                    .formatted(setting, FOLDER, other)));
  }
}
