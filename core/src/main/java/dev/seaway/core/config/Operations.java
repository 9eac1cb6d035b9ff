package dev.seaway.core.config;

import com.fasterxml.jackson.annotation.JsonAlias;
import java.time.Duration;

/**
 * How the program is operated.
 *
 * @param applicationPort where health, metrics and webhooks are served; 0 takes any free port
 * @param shutdownPatience how long the run in progress may take to end when the program is stopped
 */
public record Operations(int applicationPort, LogLevel logLevel, Duration shutdownPatience) {

  /** The minimum level of the messages that are logged, in the words of Python's loggers too. */
  public enum LogLevel {
    TRACE,
    DEBUG,
    @JsonAlias("success")
    INFO,
    @JsonAlias("warning")
    WARN,
    @JsonAlias("critical")
    ERROR
  }
}
