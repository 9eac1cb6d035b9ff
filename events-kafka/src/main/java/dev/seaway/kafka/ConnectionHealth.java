package dev.seaway.kafka;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether Kafka can be reached, told once at each change. Thread-safe. */
final class ConnectionHealth {

  private static final Logger log = LoggerFactory.getLogger(ConnectionHealth.class);

  private final String purpose;
  private Optional<String> failure = Optional.empty();
  private boolean everMade;

  /**
   * @param purpose what Kafka is needed for, at the beginning of a sentence
   */
  ConnectionHealth(String purpose) {
    this.purpose = purpose;
  }

  synchronized void made() {
    if (failure.isPresent() || !everMade) {
      log.info("{}: Kafka answers", purpose);
    }
    failure = Optional.empty();
    everMade = true;
  }

  synchronized void failed(String why) {
    if (!failure.equals(Optional.of(why))) {
      log.warn("{}: {}. It is tried again until it succeeds", purpose, why);
    }
    failure = Optional.of(why);
  }

  /** What failed last, if nothing has succeeded since. */
  synchronized Optional<String> failure() {
    return failure;
  }

  /** Why Kafka is of no use now. */
  synchronized Optional<String> obstacle() {
    return everMade ? failure : Optional.of(failure.orElse("Kafka has not answered yet"));
  }
}
