package dev.seaway.distribution.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;

/** How an event becomes text, without the line's end. */
interface LogFormat {
  String format(ILoggingEvent event);
}
