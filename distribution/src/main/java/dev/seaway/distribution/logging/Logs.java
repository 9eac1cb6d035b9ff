package dev.seaway.distribution.logging;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import java.time.ZoneId;
import org.slf4j.LoggerFactory;

/** Sets up logging, in code: nothing is scanned for or read. */
public final class Logs {

  private Logs() {}

  /** Sends everything from this level on to the stream: lines for people, or JSON lines. */
  public static void configure(LogLevel level, SecretMask mask, StatusLine out) {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.reset();
    LogLines lines = new LogLines(format(level, out), mask, out);
    lines.setContext(context);
    lines.start();
    Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.addAppender(lines);
    root.setLevel(level.libraries());
    context.getLogger("dev.seaway").setLevel(level.ours());
  }

  private static LogFormat format(LogLevel level, StatusLine out) {
    return out.terminal()
        ? new TextFormat(ZoneId.systemDefault(), level.showsStackTraces())
        : new JsonFormat(level.showsStackTraces());
  }
}
