package dev.seaway.distribution.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.event.KeyValuePair;

/** One readable line: time, level, message. A failure's stack trace follows if it is wanted. */
final class TextFormat implements LogFormat {

  private final DateTimeFormatter time;
  private final boolean stackTraces;

  TextFormat(ZoneId zone, boolean stackTraces) {
    this.time = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(zone);
    this.stackTraces = stackTraces;
  }

  @Override
  public String format(ILoggingEvent event) {
    return "%s %-5s %s%s%s"
        .formatted(
            time.format(event.getInstant()),
            event.getLevel(),
            event.getFormattedMessage(),
            fields(event),
            failure(event));
  }

  private static String fields(ILoggingEvent event) {
    return Optional.ofNullable(event.getKeyValuePairs()).orElse(List.<KeyValuePair>of()).stream()
        .map(field -> " " + field.key + "=" + field.value)
        .collect(Collectors.joining());
  }

  private String failure(ILoggingEvent event) {
    if (event.getThrowableProxy() == null) {
      return "";
    }
    return stackTraces
        ? System.lineSeparator() + ThrowableProxyUtil.asString(event.getThrowableProxy())
        : ": " + event.getThrowableProxy().getMessage();
  }
}
