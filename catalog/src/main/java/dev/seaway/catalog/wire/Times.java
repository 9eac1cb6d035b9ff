package dev.seaway.catalog.wire;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;

/** Times as the catalog stores them (microseconds since 1970) and as it shows them (ISO, UTC). */
public final class Times {
  private static final DateTimeFormatter ISO =
      new DateTimeFormatterBuilder().appendInstant(6).toFormatter();

  private Times() {}

  public static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }

  public static String show(long micros) {
    return ISO.format(Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
  }

  /** Reads an ISO time with an offset; {@code name} is what the caller's message calls it. */
  public static long read(String name, String text) {
    try {
      return micros(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException | ArithmeticException e) {
      throw Refusal.invalid(
          "%s must be an ISO time with an offset, such as 2026-01-31T08:00:00Z, not \"%s\"."
              .formatted(name, text));
    }
  }
}
