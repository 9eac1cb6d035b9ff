package dev.seaway.service;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.core.config.EventListener;
import dev.seaway.service.listen.IntegrationWatch;
import dev.seaway.service.listen.Listener;
import dev.seaway.service.listen.Polling;
import dev.seaway.service.listen.ResyncRequests;
import dev.seaway.service.listen.Scheduler;
import dev.seaway.service.listen.Webhook;
import dev.seaway.service.operations.Endpoint;
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
 */
record ListenerSetup(
    List<Listener> listeners,
    Map<String, Endpoint> endpoints,
    Runnable beforeEnd,
    boolean resyncsAtStart) {

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
      Function<EventListener.Kafka, Listener> messages) {}

  static ListenerSetup of(EventListener chosen, Context looks) {
    return switch (chosen) {
      case EventListener.Polling polling -> polling(polling, looks);
      case EventListener.Webhook _ -> {
        Webhook calls = new Webhook();
        yield new ListenerSetup(List.of(calls), Map.of(Webhook.PATH, calls), () -> {}, true);
      }
      case EventListener.Kafka kafka ->
          new ListenerSetup(List.of(looks.messages().apply(kafka)), Map.of(), () -> {}, true);
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

  /** Why no request would be heard of now. */
  Optional<String> obstacle() {
    return listeners.stream().flatMap(listener -> listener.obstacle().stream()).findFirst();
  }
}
