package dev.seaway.jq;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Functions of dates. A time is a number of seconds since 1970, or taken apart: year, month from 0,
 * day, hour, minute, second, day of the week from Sunday, day of the year from 0. The local time is
 * UTC, so that a mapping gives the same everywhere.
 */
final class DateFunctions {

  private static final int MAX_FORMAT = 1_000;

  private DateFunctions() {}

  static void addTo(Library library) {
    library.value("gmtime", 0, (run, in, none) -> parts(run, "gmtime", in));
    library.value("localtime", 0, (run, in, none) -> parts(run, "localtime", in));
    library.value("mktime", 0, (run, in, none) -> seconds(in));
    library.value("strftime", 1, (run, in, of) -> format(run, "strftime/1", in, of.get(0)));
    library.value(
        "strflocaltime", 1, (run, in, of) -> format(run, "strflocaltime/1", in, of.get(0)));
    library.value("strptime", 1, (run, in, of) -> parse(run, in, of.get(0)));
  }

  private static LocalDateTime time(String function, JsonNode seconds) {
    if (!seconds.isNumber()) {
      throw new JqError(function + " requires a number");
    }
    try {
      long whole = (long) seconds.doubleValue();
      return LocalDateTime.ofEpochSecond(whole, 0, ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw new JqError("%s: %s is no time".formatted(function, Types.shortened(seconds)));
    }
  }

  private static JsonNode parts(Run run, String function, JsonNode in) {
    LocalDateTime time = time(function, in);
    double seconds = in.doubleValue();
    return parts(run, time, time.getSecond() + (seconds - Math.floor(seconds)));
  }

  private static JsonNode parts(Run run, LocalDateTime time, double second) {
    return Containers.arrayOf(
        run,
        List.of(
            Numbers.of(time.getYear()),
            Numbers.of(time.getMonthValue() - 1L),
            Numbers.of(time.getDayOfMonth()),
            Numbers.of(time.getHour()),
            Numbers.of(time.getMinute()),
            Numbers.of(second),
            Numbers.of(time.getDayOfWeek().getValue() % 7),
            Numbers.of(time.getDayOfYear() - 1L)));
  }

  private static JsonNode seconds(JsonNode in) {
    return Numbers.of(DateParts.of("mktime", in).time().toEpochSecond(ZoneOffset.UTC));
  }

  private static JsonNode format(Run run, String function, JsonNode in, JsonNode format) {
    if (!in.isNumber() && !in.isArray()) {
      throw new JqError(function + " requires parsed datetime inputs");
    }
    if (!format.isTextual()) {
      throw new JqError(function + " requires a string format");
    }
    if (format.textValue().length() > MAX_FORMAT) {
      throw new JqError("%s: the format has over %,d characters".formatted(function, MAX_FORMAT));
    }
    run.work(format.textValue().length() * 16L);
    DateParts time = in.isNumber() ? DateParts.of(time(function, in)) : DateParts.of(function, in);
    String text = new DateFormat(format.textValue()).format(time);
    run.chargeText(text.length());
    return TextNode.valueOf(text);
  }

  private static JsonNode parse(Run run, JsonNode in, JsonNode format) {
    if (!in.isTextual()) {
      throw new JqError("strptime/1 requires string inputs and arguments");
    }
    if (!format.isTextual()) {
      throw new JqError("strptime/1 requires string inputs and arguments");
    }
    if (format.textValue().length() > MAX_FORMAT) {
      throw new JqError("strptime/1: the format has over %,d characters".formatted(MAX_FORMAT));
    }
    run.work(format.textValue().length() + (in.textValue().length() >> 6));
    LocalDateTime time = new DateReader(in.textValue(), format.textValue()).read();
    return parts(run, time, time.getSecond());
  }
}
