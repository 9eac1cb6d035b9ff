package dev.seaway.service.listen;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.core.SeawayException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks regularly whether the integration was changed at the catalog. */
public final class Polling implements Listener {

  private static final Logger log = LoggerFactory.getLogger(Polling.class);

  private static final int MOST_LOOKS = 3;

  private final Supplier<Optional<JsonNode>> integration;
  private final IntegrationWatch watch;
  private final Duration interval;
  private final Scheduler ticks;
  private final AtomicBoolean failing = new AtomicBoolean();
  private Scheduler.@Nullable Repetition looking;

  /**
   * @param integration asks the catalog for it
   */
  public Polling(
      Supplier<Optional<JsonNode>> integration,
      IntegrationWatch watch,
      Duration interval,
      Scheduler ticks) {
    this.integration = integration;
    this.watch = watch;
    this.interval = interval;
    this.ticks = ticks;
  }

  @Override
  public void start(ResyncRequests requests) {
    looking = ticks.every(interval, () -> look(requests));
  }

  /** Looks now. A failure is logged, once for all that follow each other. */
  public void look(ResyncRequests requests) {
    try {
      lookWhileWeChangeIt(requests);
      if (failing.compareAndSet(true, false)) {
        log.info("The catalog can be asked for changes again");
      }
    } catch (SeawayException e) {
      if (failing.compareAndSet(false, true)) {
        log.warn(
            "The catalog could not be asked for changes, and is asked again every {} s: {}",
            interval.toSeconds(),
            e.getMessage());
      }
    }
  }

  /** What is seen while this program changes the integration itself is looked at again. */
  private void lookWhileWeChangeIt(ResyncRequests requests) {
    Optional<String> change = Optional.empty();
    for (int look = 0; look < MOST_LOOKS && change.isEmpty(); look++) {
      long before = watch.beforeLook();
      change = integration.get().flatMap(now -> watch.changed(before, now));
      if (before == watch.beforeLook()) {
        break;
      }
    }
    change.ifPresent(requests::request);
  }

  @Override
  public void close() {
    if (looking != null) {
      looking.close();
    }
  }
}
