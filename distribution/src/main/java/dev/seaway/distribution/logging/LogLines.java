package dev.seaway.distribution.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import dev.seaway.service.telemetry.LogLine;
import dev.seaway.service.telemetry.LogQueue;
import org.jspecify.annotations.Nullable;

/** Writes each event, without its secrets, as a line that stays. */
final class LogLines extends AppenderBase<ILoggingEvent> {

  /** What is logged about the shipping of logs is not shipped: a failure would feed itself. */
  private static final String SHIPPING = "dev.seaway.service.telemetry.";

  private final LogFormat format;
  private final SecretMask mask;
  private final StatusLine out;
  private volatile @Nullable LogQueue tapped;

  LogLines(LogFormat format, SecretMask mask, StatusLine out) {
    this.format = format;
    this.mask = mask;
    this.out = out;
  }

  /** Hands lines of INFO and graver to a queue as well. */
  void tap(LogQueue queue) {
    tapped = queue;
  }

  void untap() {
    tapped = null;
  }

  @Override
  protected void append(ILoggingEvent event) {
    out.line(mask.mask(format.format(event)));
    LogQueue queue = tapped;
    if (queue != null
        && event.getLevel().isGreaterOrEqual(Level.INFO)
        && !event.getLoggerName().startsWith(SHIPPING)) {
      queue.offer(line(event));
    }
  }

  private LogLine line(ILoggingEvent event) {
    String failure =
        event.getThrowableProxy() == null ? "" : ": " + event.getThrowableProxy().getMessage();
    String level = event.getLevel().equals(Level.WARN) ? "WARNING" : event.getLevel().toString();
    return new LogLine(
        event.getInstant(),
        level,
        event.getLoggerName(),
        mask.mask(event.getFormattedMessage() + failure));
  }
}
