package dev.seaway.core.app;

import dev.seaway.core.catalog.Integration;
import dev.seaway.core.config.EventStore;
import dev.seaway.core.config.Settings;
import dev.seaway.core.events.DeadLetters;
import dev.seaway.core.events.EventQueue;
import dev.seaway.core.events.sqlite.SqliteDeadLetters;
import dev.seaway.core.events.sqlite.SqliteQueue;
import dev.seaway.core.http.Sleeper;
import dev.seaway.core.kafka.KafkaDeadLetters;
import dev.seaway.core.kafka.KafkaQueue;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.Supplier;

/** Opens what live events are kept in, where the user wants it. */
public final class EventStorage {

  private static final String FOLDER = "events";

  private EventStorage() {}

  static EventQueue open(EventStore store, Path data, Integration integration, Sleeper waits) {
    return switch (store) {
      case EventStore.Disk _ -> SqliteQueue.open(data.resolve(FOLDER), waits::now);
      case EventStore.Kafka kafka -> KafkaQueue.open(kafka, integration, waits);
    };
  }

  /** A run of a process that applies no events itself, beside others that may. */
  static <T> T beside(EventStore store, Integration integration, Supplier<T> run) {
    return switch (store) {
      case EventStore.Disk _ -> run.get();
      case EventStore.Kafka kafka -> KafkaQueue.beside(kafka, integration, run);
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
          KafkaDeadLetters.of(
              kafka, new Integration(settings.type(), settings.identifier(), version));
    };
  }

  /** The dead letters in that folder of data. */
  public static DeadLetters onDisk(Path data) {
    return new SqliteDeadLetters(data.resolve(FOLDER), InstantSource.system());
  }
}
