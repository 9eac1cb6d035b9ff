package dev.seaway.core.app;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.core.config.EventListener;
import dev.seaway.core.kafka.KafkaListener;
import dev.seaway.core.listen.IntegrationWatch;
import dev.seaway.core.listen.Listener;
import dev.seaway.core.listen.Polling;
import dev.seaway.core.listen.ResyncRequests;
import dev.seaway.core.listen.Scheduler;
import dev.seaway.core.listen.Webhook;
import dev.seaway.core.operations.Endpoint;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The listener that the user has chosen.
 *
 * @param endpoints path to what answers it on the service's port
 * @param beforeEnd looks for requests that the report of a run's end would hide
 * @param resyncsAtStart whether a resync runs before anything asks for it
 * @param obstacle why no request would be heard of now
 */
record ListenerSetup(
    List<Listener> listeners,
    Map<String, Endpoint> endpoints,
    Runnable beforeEnd,
    boolean resyncsAtStart,
    Supplier<Optional<String>> obstacle) {

  private ListenerSetup(
      List<Listener> listeners,
      Map<String, Endpoint> endpoints,
      Runnable beforeEnd,
      boolean resyncsAtStart) {
    this(listeners, endpoints, beforeEnd, resyncsAtStart, Optional::empty);
  }

  /**
   * What is needed to look at the integration.
   *
   * @param messages makes the listener to the catalog's Kafka
   */
  record Context(
      Supplier<Optional<JsonNode>> integration,
      IntegrationWatch watch,
      Scheduler ticks,
      ResyncRequests requests,
      Function<EventListener.Kafka, KafkaListener> messages) {}

  static ListenerSetup of(EventListener chosen, Context looks) {
    return switch (chosen) {
      case EventListener.Polling polling -> polling(polling, looks);
      case EventListener.Webhook _ -> {
        Webhook calls = new Webhook();
        yield new ListenerSetup(List.of(calls), Map.of(Webhook.PATH, calls), () -> {}, true);
      }
      case EventListener.Kafka kafka -> {
        KafkaListener messages = looks.messages().apply(kafka);
        yield new ListenerSetup(List.of(messages), Map.of(), () -> {}, true, messages::obstacle);
      }
      case EventListener.Once _ -> new ListenerSetup(List.of(), Map.of(), () -> {}, true);
      case EventListener.WebhooksOnly _ -> new ListenerSetup(List.of(), Map.of(), () -> {}, false);
    };
  }

  private static ListenerSetup polling(EventListener.Polling chosen, Context looks) {
    Polling polling =
        new Polling(looks.integration(), looks.watch(), chosen.interval(), looks.ticks());
    return new ListenerSetup(
        List.of(polling), Map.of(), () -> polling.look(looks.requests()), chosen.resyncOnStart());
  }
}
