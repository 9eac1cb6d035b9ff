package dev.seaway.core.events;

import dev.seaway.connector.LiveEvents;
import dev.seaway.core.SeawayException;
import dev.seaway.core.metrics.Meters;
import dev.seaway.core.resync.RecordSync.Outcome;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Applies the events of a queue, several subjects at a time, until it is closed. */
public final class EventWorker implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(EventWorker.class);

  /** Applies one event; throws where the tool or the catalog does not answer. */
  public interface Application {
    Outcome apply(LiveEvents.Event event) throws InterruptedException;
  }

  private final EventQueue queue;
  private final Application application;
  private final InstantSource clock;
  private final Meters meters;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /** The queue is closed after the worker. */
  public EventWorker(
      EventQueue queue, Application application, InstantSource clock, Meters meters) {
    this.queue = queue;
    this.application = application;
    this.clock = clock;
    this.meters = meters;
  }

  /** Begins to apply events. */
  public void start(int subjectsAtATime) {
    for (int lane = 0; lane < subjectsAtATime; lane++) {
      threads.execute(this::work);
    }
  }

  private void work() {
    try {
      Optional<EventQueue.Taken> taken = queue.take();
      while (taken.isPresent()) {
        apply(taken.get());
        taken = Thread.currentThread().isInterrupted() ? Optional.empty() : queue.take();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void apply(EventQueue.Taken taken) throws InterruptedException {
    try {
      LiveEvents.Event event = EventText.read(taken.event());
      switch (application.apply(event)) {
        case Outcome.Applied applied -> {
          log.debug("{} {}: {}", event.name(), taken.event().subject(), applied);
          queue.done(taken);
          meters.event("applied");
        }
        case Outcome.Rejected(String reason, boolean passing) when passing ->
            again(taken, false, reason);
        case Outcome.Rejected(String reason, boolean _) -> bury(taken, reason);
      }
    } catch (SeawayException e) {
      failed(taken, e);
    } catch (RuntimeException e) {
      log.error("A fault of Seaway's own, or of a connector's code", e);
      bury(taken, "internal: " + e);
    }
  }

  private void failed(EventQueue.Taken taken, SeawayException failure) {
    if (Thread.currentThread().isInterrupted()) {
      queue.later(taken, clock.instant());
    } else {
      again(taken, Retries.isOutage(failure), String.valueOf(failure.getMessage()));
    }
  }

  private void again(EventQueue.Taken taken, boolean outage, String reason) {
    Optional<Instant> next = Retries.next(taken, outage, clock.instant());
    if (next.isEmpty()) {
      bury(taken, reason);
      return;
    }
    meters.event("retried");
    log.warn(
        "The event {} of {} waits until {}: {}",
        taken.number(),
        taken.event().subject(),
        next.get(),
        reason);
    queue.later(taken, next.get());
  }

  private void bury(EventQueue.Taken taken, String reason) {
    meters.event("dead");
    log.error(
        "The event {} of {} cannot be applied, and is now a dead letter: {}",
        taken.number(),
        taken.event().subject(),
        reason);
    queue.bury(taken, reason);
  }

  /** Interrupts what is under way; it is taken again another time. */
  @Override
  public void close() {
    threads.shutdownNow();
    threads.close();
  }
}
