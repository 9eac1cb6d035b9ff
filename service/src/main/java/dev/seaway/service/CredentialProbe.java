package dev.seaway.service;

import dev.seaway.core.SeawayException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a side again that has refused the credentials, whenever somebody wants to know whether work
 * with it is possible: nothing else may be due for hours. Thread-safe.
 */
final class CredentialProbe {

  /** Between the beginnings of two probes. */
  static final Duration INTERVAL = Duration.ofSeconds(5);

  /** Who asks is answered sooner than monitoring gives up; the next one hears of the rest. */
  private static final Duration PATIENCE = Duration.ofMillis(500);

  private static final Logger log = LoggerFactory.getLogger(CredentialProbe.class);

  private final HealthTrackingClient side;
  private final Runnable otherwise;
  private final InstantSource clock;
  private Instant begun = Instant.MIN;
  private @Nullable Thread probing;

  /**
   * @param otherwise asks something harmless, where what was refused must not be repeated
   */
  CredentialProbe(HealthTrackingClient side, Runnable otherwise, InstantSource clock) {
    this.side = side;
    this.otherwise = otherwise;
    this.clock = clock;
  }

  /** Why work with that side is not possible now. */
  Optional<String> obstacle() {
    if (side.isRefused()) {
      await(probe());
    }
    return side.obstacle();
  }

  /** The probe that is under way, or the last one where it is too early for another. */
  private synchronized @Nullable Thread probe() {
    Instant now = clock.instant();
    boolean busy = probing != null && probing.isAlive();
    if (!busy && !now.isBefore(begun.plus(INTERVAL))) {
      begun = now;
      probing = Thread.ofVirtual().name("probe").start(this::ask);
    }
    return probing;
  }

  private void ask() {
    try {
      side.refused().ifPresentOrElse(side::send, otherwise);
    } catch (SeawayException e) {
      log.debug("Asked again, in vain: {}", e.getMessage());
    }
  }

  private static void await(@Nullable Thread probe) {
    try {
      if (probe != null && !probe.join(PATIENCE)) {
        log.debug("A probe is not answered yet");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
