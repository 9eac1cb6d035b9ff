package dev.seaway.distribution.sandbox;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes a point in time in the four ways in which the service desk API does. */
final class Dates {

  private static final DateTimeFormatter ISO = format("yyyy-MM-dd'T'HH:mm:ssZ");
  private static final DateTimeFormatter JIRA = format("yyyy-MM-dd'T'HH:mm:ss.SSSZ");
  private static final DateTimeFormatter FRIENDLY = format("dd/MMM/yy h:mm a");

  private Dates() {}

  static ObjectNode json(Instant instant) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("iso8601", ISO.format(instant))
        .put("jira", JIRA.format(instant))
        .put("friendly", FRIENDLY.format(instant))
        .put("epochMillis", instant.toEpochMilli());
  }

  private static DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
  }
}
