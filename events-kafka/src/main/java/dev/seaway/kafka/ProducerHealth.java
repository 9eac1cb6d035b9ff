package dev.seaway.kafka;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Whether Kafka takes what is written. Only the next event tells whether it does so again, and a
 * service that says that it is not ready may be sent none. So a failure counts for a while only.
 * Thread-safe.
 */
final class ProducerHealth {

  private static final Duration COUNTS = Duration.ofMinutes(1);

  private final ConnectionHealth reach = new ConnectionHealth("The keeping of live events");
  private final InstantSource clock;
  private volatile Instant failed = Instant.MIN;

  ProducerHealth(InstantSource clock) {
    this.clock = clock;
  }

  void made() {
    reach.made();
  }

  void failed(String why) {
    failed = clock.instant();
    reach.failed(why);
  }

  Optional<String> obstacle() {
    return clock.instant().isBefore(failed.plus(COUNTS)) ? reach.failure() : Optional.empty();
  }
}
