package dev.seaway.service;

import dev.seaway.core.catalog.Integration;
import dev.seaway.core.config.EventStore;
import dev.seaway.core.config.Settings;
import dev.seaway.core.http.Sleeper;
import dev.seaway.service.events.DeadLetters;
import dev.seaway.service.events.EventQueue;
import dev.seaway.service.events.sqlite.SqliteDeadLetters;
import dev.seaway.service.events.sqlite.SqliteQueue;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.Supplier;

/** Opens what live events are kept in, where the user wants it. */
public final class EventStorage {

  private static final String FOLDER = "events";

  private EventStorage() {}

  static EventQueue open(EventStore store, Path data, Integration integration, Sleeper waits) {
    return switch (store) {
      case EventStore.Disk _ -> SqliteQueue.open(data.resolve(FOLDER), waits);
      case EventStore.Kafka kafka -> KafkaExtension.forEvents().queue(kafka, integration, waits);
    };
  }

  /** A run of a process that applies no events itself, beside others that may. */
  static <T> T beside(EventStore store, Integration integration, Supplier<T> run) {
    return switch (store) {
      case EventStore.Disk _ -> run.get();
      case EventStore.Kafka kafka -> KafkaExtension.forEvents().beside(kafka, integration, run);
    };
  }

  /**
   * The dead letters of a service.
   *
   * @param data the service's folder
   */
  public static DeadLetters deadLetters(Settings settings, Path data, String version) {
    return switch (settings.eventStore()) {
      case EventStore.Disk _ -> onDisk(data);
      case EventStore.Kafka kafka ->
          KafkaExtension.forEvents()
              .deadLetters(kafka, new Integration(settings.type(), settings.identifier(), version));
    };
  }

  /** The dead letters in that folder of data. */
  public static DeadLetters onDisk(Path data) {
    return new SqliteDeadLetters(data.resolve(FOLDER), InstantSource.system());
  }
}
