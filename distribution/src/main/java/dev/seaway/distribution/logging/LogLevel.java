package dev.seaway.distribution.logging;

import ch.qos.logback.classic.Level;
import java.util.Locale;
import java.util.Optional;

/** The words of {@code APPLICATION__LOG_LEVEL}, those of Python's loggers included. */
public enum LogLevel {
  TRACE,
  DEBUG,
  INFO,
  WARNING,
  ERROR;

  /** Reads a word; empty for one that is unknown. */
  public static Optional<LogLevel> parse(String word) {
    return switch (word.strip().toUpperCase(Locale.ROOT)) {
      case "TRACE" -> Optional.of(TRACE);
      case "DEBUG" -> Optional.of(DEBUG);
      case "INFO", "SUCCESS" -> Optional.of(INFO);
      case "WARN", "WARNING" -> Optional.of(WARNING);
      case "ERROR", "CRITICAL" -> Optional.of(ERROR);
      default -> Optional.empty();
    };
  }

  /** Whether failures are shown with their stack traces. */
  public boolean showsStackTraces() {
    return this == TRACE || this == DEBUG;
  }

  Level ours() {
    return switch (this) {
      case TRACE -> Level.TRACE;
      case DEBUG -> Level.DEBUG;
      case INFO -> Level.INFO;
      case WARNING -> Level.WARN;
      case ERROR -> Level.ERROR;
    };
  }

  /** Kafka's client repeats itself while a broker is away; Seaway says once what that means. */
  Level chatty() {
    return showsStackTraces() ? Level.WARN : Level.ERROR;
  }

  /** Libraries say too much below INFO to find one's own lines. */
  Level libraries() {
    return showsStackTraces() ? Level.INFO : ours();
  }
}
