package dev.seaway.service.events;

import dev.seaway.connector.LiveEvents;
import dev.seaway.core.FaultOrigin;
import dev.seaway.core.SeawayException;
import dev.seaway.core.http.ApiException;
import dev.seaway.core.http.Sleeper;
import dev.seaway.core.resync.RecordSync.Outcome;
import dev.seaway.service.metrics.Meters;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Applies the events of a queue, several subjects at a time, until it is closed. Where the queue
 * itself fails, it goes on after a pause.
 */
public final class EventWorker implements AutoCloseable {

  /** Before anything more is asked of a queue that has failed. */
  static final Duration PAUSE = Duration.ofSeconds(10);

  private static final Logger log = LoggerFactory.getLogger(EventWorker.class);

  /** Applies one event; throws where the tool or the catalog does not answer. */
  public interface Application {
    Outcome apply(LiveEvents.Event event) throws InterruptedException;
  }

  private final EventQueue queue;
  private final Application application;
  private final Sleeper waits;
  private final Meters meters;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /** The queue is closed after the worker. */
  public EventWorker(EventQueue queue, Application application, Sleeper waits, Meters meters) {
    this.queue = queue;
    this.application = application;
    this.waits = waits;
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
      boolean goesOn = true;
      while (goesOn) {
        goesOn = workOnce() && !Thread.currentThread().isInterrupted();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ApiException e) {
      log.debug("A pause was ended", e);
    }
  }

  /** False once the queue is closed. */
  private boolean workOnce() throws InterruptedException {
    Optional<EventQueue.QueuedEvent> taken;
    try {
      taken = queue.take();
    } catch (RuntimeException | Error e) {
      log.error(
          "No live event can be taken from the queue; next try in {} seconds",
          PAUSE.toSeconds(),
          e);
      waits.sleep(PAUSE);
      return true;
    }
    if (taken.isPresent()) {
      work(taken.get());
    }
    return taken.isPresent();
  }

  private void work(EventQueue.QueuedEvent taken) {
    EventOutcome verdict = judge(taken);
    try {
      settle(taken, verdict);
    } catch (RuntimeException | Error e) {
      log.error(
          "The queue does not settle the event {} of {}, which is applied once more in {} seconds",
          taken.number(),
          taken.event().subject(),
          PAUSE.toSeconds(),
          e);
      handBack(taken);
    }
  }

  private EventOutcome judge(EventQueue.QueuedEvent taken) {
    try {
      LiveEvents.Event event = EventText.read(taken.event());
      Outcome outcome = application.apply(event);
      log.debug("{} {}: {}", event.name(), taken.event().subject(), outcome);
      return switch (outcome) {
        case Outcome.Applied _ -> new EventOutcome.Applied();
        case Outcome.Rejected(String reason, boolean passing) when passing ->
            again(taken, false, reason);
        case Outcome.Rejected(String reason, boolean _) -> new EventOutcome.Dead(reason);
      };
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new EventOutcome.Interrupted();
    } catch (SeawayException e) {
      return Thread.currentThread().isInterrupted()
          ? new EventOutcome.Interrupted()
          : again(taken, Retries.isOutage(e), String.valueOf(e.getMessage()));
    } catch (RuntimeException | Error e) {
      log.error(
          "A fault of Seaway's own, or of a connector's code: {}", FaultOrigin.describe(e), e);
      return new EventOutcome.Dead("internal: " + FaultOrigin.describe(e));
    }
  }

  private EventOutcome again(EventQueue.QueuedEvent taken, boolean outage, String reason) {
    return Retries.next(taken, outage, waits.instant())
        .<EventOutcome>map(due -> new EventOutcome.Later(due, reason))
        .orElseGet(() -> new EventOutcome.Dead(reason));
  }

  private void settle(EventQueue.QueuedEvent taken, EventOutcome verdict) {
    switch (verdict) {
      case EventOutcome.Applied _ -> {
        queue.done(taken);
        meters.event("applied");
      }
      case EventOutcome.Interrupted _ -> queue.retryAt(taken, waits.instant());
      case EventOutcome.Later(Instant due, String reason) -> later(taken, due, reason);
      case EventOutcome.Dead(String reason) -> bury(taken, reason);
    }
  }

  private void later(EventQueue.QueuedEvent taken, Instant due, String reason) {
    log.warn(
        "The event {} of {} waits until {}: {}",
        taken.number(),
        taken.event().subject(),
        due,
        reason);
    queue.retryAt(taken, due);
    meters.event("retried");
  }

  private void bury(EventQueue.QueuedEvent taken, String reason) {
    log.error(
        "The event {} of {} cannot be applied, and becomes a dead letter: {}",
        taken.number(),
        taken.event().subject(),
        reason);
    queue.deadLetter(taken, reason);
    meters.event("dead");
  }

  /** Its subject waits for it: only an interrupt ends the tries. */
  private void handBack(EventQueue.QueuedEvent taken) {
    boolean back = false;
    while (!back) {
      back = isTakenBack(taken);
      waits.sleep(PAUSE);
    }
  }

  private boolean isTakenBack(EventQueue.QueuedEvent taken) {
    try {
      queue.retryAt(taken, waits.instant().plus(PAUSE));
      return true;
    } catch (RuntimeException | Error e) {
      log.error(
          "The queue does not take back the event {} of {}; next try in {} seconds",
          taken.number(),
          taken.event().subject(),
          PAUSE.toSeconds(),
          e);
      return false;
    }
  }

  /** Interrupts what is under way; it is taken again another time. */
  @Override
  public void close() {
    threads.shutdownNow();
    threads.close();
  }
}
