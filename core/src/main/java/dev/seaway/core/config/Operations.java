package dev.seaway.core.config;

import com.fasterxml.jackson.annotation.JsonAlias;

/**
 * How the program is operated.
 *
 * @param applicationPort where health, metrics and webhooks are served; 0 takes any free port
 */
public record Operations(int applicationPort, LogLevel logLevel) {

  /** The least grave messages that are logged. */
  public enum LogLevel {
    TRACE,
    DEBUG,
    INFO,
    @JsonAlias("warning")
    WARN,
    @JsonAlias("critical")
    ERROR
  }
}
