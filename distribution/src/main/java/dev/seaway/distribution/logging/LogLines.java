package dev.seaway.distribution.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;

/** Writes each event, without its secrets, as a line that stays. */
final class LogLines extends AppenderBase<ILoggingEvent> {

  private final LogFormat format;
  private final SecretMask mask;
  private final StatusLine out;

  LogLines(LogFormat format, SecretMask mask, StatusLine out) {
    this.format = format;
    this.mask = mask;
    this.out = out;
  }

  @Override
  protected void append(ILoggingEvent event) {
    out.line(mask.mask(format.format(event)));
  }
}
