package dev.seaway.service.listen;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks for a resync at fixed intervals, beside any other listener. */
public final class Schedule implements Listener {

  private final Duration interval;
  private final Scheduler ticks;
  private final InstantSource clock;
  private volatile Optional<Instant> next = Optional.empty();
  private Scheduler.@Nullable Repetition ticking;

  public Schedule(Duration interval, Scheduler ticks, InstantSource clock) {
    this.interval = interval;
    this.ticks = ticks;
    this.clock = clock;
  }

  @Override
  public void start(ResyncRequests requests) {
    next = Optional.of(clock.instant().plus(interval));
    ticking =
        ticks.every(
            interval,
            () -> {
              next = Optional.of(clock.instant().plus(interval));
              requests.request("it is due by the schedule");
            });
  }

  /** When the next one is due; empty before the start. */
  public Optional<Instant> next() {
    return next;
  }

  /** Between two requests. */
  public Duration interval() {
    return interval;
  }

  @Override
  public void close() {
    if (ticking != null) {
      ticking.close();
    }
  }
}
