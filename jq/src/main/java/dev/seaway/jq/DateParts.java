package dev.seaway.jq;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDateTime;

/**
 * A time taken apart, each part as it was given: {@code strftime} writes day 30 of February as it
 * is, and only the days of the week and of the year are those of the time that is meant.
 *
 * @param month from 0
 * @param time the time that is meant
 */
record DateParts(
    int year, int month, int day, int hour, int minute, int second, LocalDateTime time) {

  static DateParts of(LocalDateTime time) {
    return new DateParts(
        time.getYear(),
        time.getMonthValue() - 1,
        time.getDayOfMonth(),
        time.getHour(),
        time.getMinute(),
        time.getSecond(),
        time);
  }

  /**
   * Reads an array of numbers; those that are missing are 0, as in C, whose years begin at 1900.
   *
   * @param function the one that is called, for messages
   */
  static DateParts of(String function, JsonNode parts) {
    if (!parts.isArray()) {
      throw new JqError(function + " requires array inputs");
    }
    for (JsonNode part : parts) {
      if (!part.isNumber()) {
        throw new JqError(function + " requires parsed datetime inputs");
      }
    }
    try {
      return of(
          parts.isEmpty() ? 1900 : part(parts, 0),
          part(parts, 1),
          part(parts, 2),
          part(parts, 3),
          part(parts, 4),
          part(parts, 5));
    } catch (DateTimeException e) {
      throw new JqError("%s: %s is no time".formatted(function, Types.shortened(parts)));
    }
  }

  private static int part(JsonNode parts, int index) {
    return (int) parts.path(index).doubleValue();
  }

  private static DateParts of(int year, int month, int day, int hour, int minute, int second) {
    LocalDateTime time =
        LocalDateTime.of(year, 1, 1, 0, 0)
            .plusMonths(month)
            .plusDays(day - 1L)
            .plusHours(hour)
            .plusMinutes(minute)
            .plusSeconds(second);
    return new DateParts(year, month, day, hour, minute, second, time);
  }
}
