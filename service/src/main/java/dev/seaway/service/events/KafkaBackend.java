package dev.seaway.service.events;

import dev.seaway.core.catalog.Integration;
import dev.seaway.core.catalog.Organization;
import dev.seaway.core.config.EventListener;
import dev.seaway.core.config.EventStore;
import dev.seaway.core.http.Sleeper;
import dev.seaway.service.listen.Listener;
import java.util.function.Supplier;

/** All that speaks with Kafka. It lies in jars of its own, which nobody else needs or opens. */
public interface KafkaBackend {

  /** Begins to connect, and returns. What fails is tried again, and shows as the obstacle. */
  EventQueue queue(EventStore.Kafka store, Integration integration, Sleeper waits);

  /** A run of a process that applies no events itself, beside others that do. */
  <T> T beside(EventStore.Kafka store, Integration integration, Supplier<T> run);

  /** Those of this integration. Connects when it is asked. */
  DeadLetters deadLetters(EventStore.Kafka store, Integration integration);

  /**
   * Hears of changes by the catalog's own Kafka.
   *
   * @param organization is asked for the topic's name and the login at each connection
   */
  Listener listener(
      EventListener.Kafka chosen,
      Integration integration,
      Organization organization,
      Sleeper waits);
}
