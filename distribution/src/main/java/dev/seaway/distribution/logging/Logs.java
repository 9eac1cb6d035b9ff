package dev.seaway.distribution.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import dev.seaway.core.config.Operations.LogLevel;
import dev.seaway.service.telemetry.LogQueue;
import java.time.ZoneId;
import java.util.List;
import org.slf4j.LoggerFactory;

/** Sets up logging, in code: nothing is scanned for or read. */
public final class Logs {

  private static final String LINES = "lines";

  /**
   * They log failures of which the caller is told as well, and those of requests that were taken
   * back because their pages are not needed any more.
   */
  private static final List<String> TOLD_BY_CALLER =
      List.of(
          "io.vertx.core.http.impl.HttpClientRequestImpl",
          "io.vertx.core.http.impl.HttpClientResponseImpl");

  private Logs() {}

  /**
   * Sends everything from this level on to the stream: lines for people, or JSON lines. Libraries
   * say too much below INFO to find one's own lines; Kafka's client repeats itself while a broker
   * is away, and Seaway says once what that means.
   */
  public static void configure(LogLevel level, SecretMask mask, StatusLine out) {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.reset();
    LogLines lines = new LogLines(format(level, out), mask, out);
    lines.setContext(context);
    lines.setName(LINES);
    lines.start();
    Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.addAppender(lines);
    root.setLevel(showsStackTraces(level) ? Level.INFO : ours(level));
    context.getLogger("dev.seaway").setLevel(ours(level));
    context
        .getLogger("org.apache.kafka")
        .setLevel(showsStackTraces(level) ? Level.WARN : Level.ERROR);
    TOLD_BY_CALLER.forEach(name -> context.getLogger(name).setLevel(Level.OFF));
  }

  /**
   * Hands every line, without its secrets, to a queue for the catalog as well, until it is closed.
   */
  public static Tap tap(LogQueue queue) {
    Logger root =
        ((LoggerContext) LoggerFactory.getILoggerFactory())
            .getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    if (root.getAppender(LINES) instanceof LogLines lines) {
      lines.tap(queue);
      return lines::untap;
    }
    return () -> {};
  }

  /** Lines that go elsewhere as well. */
  public interface Tap extends AutoCloseable {
    @Override
    void close();
  }

  private static boolean showsStackTraces(LogLevel level) {
    return level == LogLevel.TRACE || level == LogLevel.DEBUG;
  }

  private static Level ours(LogLevel level) {
    return switch (level) {
      case TRACE -> Level.TRACE;
      case DEBUG -> Level.DEBUG;
      case INFO -> Level.INFO;
      case WARN -> Level.WARN;
      case ERROR -> Level.ERROR;
    };
  }

  private static LogFormat format(LogLevel level, StatusLine out) {
    return out.terminal()
        ? new TextFormat(ZoneId.systemDefault(), showsStackTraces(level))
        : new JsonFormat(showsStackTraces(level));
  }
}
