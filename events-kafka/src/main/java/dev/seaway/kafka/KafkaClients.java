package dev.seaway.kafka;

import dev.seaway.core.catalog.Integration;
import dev.seaway.core.catalog.Organization;
import dev.seaway.core.config.EventListener;
import dev.seaway.core.config.EventStore;
import dev.seaway.core.http.Sleeper;
import dev.seaway.service.events.DeadLetters;
import dev.seaway.service.events.EventQueue;
import dev.seaway.service.events.KafkaBackend;
import dev.seaway.service.listen.Listener;
import java.util.function.Supplier;

/** What the service finds. */
public final class KafkaClients implements KafkaBackend {

  @Override
  public EventQueue queue(EventStore.Kafka store, Integration integration, Sleeper waits) {
    return KafkaQueue.open(store, integration, waits);
  }

  @Override
  public <T> T beside(EventStore.Kafka store, Integration integration, Supplier<T> run) {
    return KafkaQueue.beside(store, integration, run);
  }

  @Override
  public DeadLetters deadLetters(EventStore.Kafka store, Integration integration) {
    return KafkaDeadLetters.of(store, integration);
  }

  @Override
  public Listener listener(
      EventListener.Kafka chosen,
      Integration integration,
      Organization organization,
      Sleeper waits) {
    return new KafkaListener(chosen, integration, organization, waits);
  }
}
