package dev.seaway.service.events;

import dev.seaway.connector.Delivery;
import dev.seaway.connector.LiveEvents;
import dev.seaway.service.metrics.Meters;
import dev.seaway.service.operations.Endpoint;
import dev.seaway.service.operations.Incoming;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes the tool's deliveries: what is answered with 200 is kept, and outlives this process. */
public final class EventIntake implements Endpoint {

  private static final Pattern UNPRINTABLE = Pattern.compile("[^\\p{Graph}]");

  private static final Logger log = LoggerFactory.getLogger(EventIntake.class);

  private final LiveEvents events;
  private final EventQueue queue;
  private final InstantSource clock;
  private final Meters meters;
  private final AtomicReference<String> unkept = new AtomicReference<>("");

  public EventIntake(LiveEvents events, EventQueue queue, InstantSource clock, Meters meters) {
    this.events = events;
    this.queue = queue;
    this.clock = clock;
    this.meters = meters;
  }

  @Override
  public Reply answer(Incoming request) {
    if (!request.method().equals("POST")) {
      return refused(request, 405, "it is no POST");
    }
    Delivery delivery = new Delivery(request.headers(), request.body());
    return events
        .refusal(delivery)
        .map(reason -> refused(request, 401, reason))
        .orElseGet(() -> take(request, delivery));
  }

  private Reply take(Incoming request, Delivery delivery) {
    LiveEvents.Event event;
    try {
      event = events.event(delivery);
    } catch (IllegalArgumentException e) {
      return refused(request, 400, String.valueOf(e.getMessage()));
    }
    if (event.changes().isEmpty()) {
      log.info("The event {} concerns no kind and is ignored", printable(event.name()));
      return accepted("ignored");
    }
    try {
      String result = keep(event) == EventQueue.Receipt.KEPT ? "kept" : "known";
      unkept.set("");
      return accepted(result);
    } catch (QueueException e) {
      return unkept(request, String.valueOf(e.getMessage()));
    } catch (RuntimeException | Error e) {
      log.debug("The failure in full", e);
      return unkept(request, "The queue of events failed: " + e);
    }
  }

  private EventQueue.Receipt keep(LiveEvents.Event event) {
    Optional<String> key = event.key().filter(given -> !given.isBlank());
    return queue.put(
        new EventQueue.NewEvent(key, event.subject(), EventText.write(event), clock.instant()));
  }

  private Reply accepted(String result) {
    meters.event(result);
    return Reply.text(200, result);
  }

  /** The sender learns no more than the status says; the log says why. */
  private Reply refused(Incoming request, int status, String reason) {
    meters.event("refused");
    log.warn("Refused a delivery ({}): {}: {}", status, request, reason);
    return Reply.text(status, "refused");
  }

  /** Senders try again for hours: a reason is said once, until a delivery is kept. */
  private Reply unkept(Incoming request, String reason) {
    meters.event("unkept");
    if (!unkept.getAndSet(reason).equals(reason)) {
      log.warn("Deliveries are refused (503) from now on, first {}: {}", request, reason);
    }
    return Reply.text(503, "try again later");
  }

  /** The sender chooses the name. */
  private static String printable(String name) {
    String shown = UNPRINTABLE.matcher(name).replaceAll("?");
    return shown.length() > 100 ? shown.substring(0, 100) + "..." : shown;
  }
}
