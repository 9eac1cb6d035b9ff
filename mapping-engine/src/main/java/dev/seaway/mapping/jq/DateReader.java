package dev.seaway.mapping.jq;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads a date by a format of the C library's {@code strptime}. */
final class DateReader {

  private final String text;
  private final String format;
  private int position;
  private int year = 1900;
  private int month = 1;
  private int day = 1;
  private int dayOfYear;
  private int hour;
  private int minute;
  private int second;
  private boolean afternoon;
  private @Nullable LocalDateTime instant;

  DateReader(String text, String format) {
    this.text = text;
    this.format = format;
  }

  LocalDateTime read() {
    follow(format);
    // As in jq, whatever follows a space is not looked at.
    if (position < text.length() && !Character.isWhitespace(text.charAt(position))) {
      throw mismatch();
    }
    if (instant != null) {
      return instant;
    }
    try {
      LocalDate date =
          dayOfYear > 0 ? LocalDate.ofYearDay(year, dayOfYear) : LocalDate.of(year, month, day);
      return date.atTime(hour % 24, minute, 0).plusSeconds(second);
    } catch (DateTimeException e) {
      throw mismatch();
    }
  }

  private JqError mismatch() {
    return new JqError(
        "date \"%s\" does not match format \"%s\"".formatted(Types.start(text), format),
        "a date does not match format \"%s\"".formatted(format));
  }

  private void follow(String pattern) {
    for (int i = 0; i < pattern.length(); i++) {
      char letter = pattern.charAt(i);
      if (Character.isWhitespace(letter)) {
        skipSpace();
      } else if (letter == '%' && i + 1 < pattern.length()) {
        convert(pattern.charAt(++i));
      } else {
        literal(letter);
      }
    }
  }

  private void literal(char letter) {
    if (position >= text.length() || text.charAt(position) != letter) {
      throw mismatch();
    }
    position++;
  }

  private void convert(char conversion) {
    switch (conversion) {
      case 'Y' -> year = number(4);
      case 'y' -> {
        int short2 = number(2);
        year = short2 < 69 ? 2000 + short2 : 1900 + short2;
      }
      case 'm' -> month = number(2);
      case 'd', 'e' -> day = number(2);
      case 'j' -> dayOfYear = number(3);
      case 'H', 'k' -> hour = number(2);
      case 'I', 'l' -> hour = number(2) % 12 + (afternoon ? 12 : 0);
      case 'M' -> minute = number(2);
      case 'S' -> second = number(2);
      case 'p', 'P' -> half();
      case 'b', 'B', 'h' -> month = monthName();
      case 'a', 'A' -> dayName();
      case 's' -> instant = LocalDateTime.ofEpochSecond(number(12L), 0, ZoneOffset.UTC);
      case 'u', 'w' -> number(1);
      case 'U', 'W', 'V', 'C', 'g' -> number(2);
      case 'G' -> number(4);
      case 'Z' -> zoneName();
      case 'z' -> offset();
      case 'D' -> follow("%m/%d/%y");
      case 'F' -> follow("%Y-%m-%d");
      case 'T' -> follow("%H:%M:%S");
      case 'R' -> follow("%H:%M");
      case 'r' -> follow("%I:%M:%S %p");
      case 'c' -> follow("%a %b %e %H:%M:%S %Y");
      case 'n', 't' -> skipSpace();
      case '%' -> literal('%');
      default -> throw new JqError("strptime: there is no conversion %" + conversion);
    }
  }

  private void skipSpace() {
    while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
      position++;
    }
  }

  private int number(int digits) {
    return (int) number((long) digits);
  }

  private long number(long digits) {
    skipSpace();
    int start = position;
    long value = 0;
    while (position < text.length() && position - start < digits && isDigit()) {
      value = value * 10 + (text.charAt(position++) - '0');
    }
    if (position == start) {
      throw mismatch();
    }
    return value;
  }

  private boolean isDigit() {
    return text.charAt(position) >= '0' && text.charAt(position) <= '9';
  }

  private boolean accept(String word) {
    boolean found = text.regionMatches(true, position, word, 0, word.length());
    position += found ? word.length() : 0;
    return found;
  }

  private void half() {
    if (accept("pm")) {
      hour += hour < 12 ? 12 : 0;
      afternoon = true;
    } else if (!accept("am")) {
      throw mismatch();
    }
  }

  private int monthName() {
    for (TextStyle style : new TextStyle[] {TextStyle.FULL, TextStyle.SHORT}) {
      for (Month candidate : Month.values()) {
        if (accept(candidate.getDisplayName(style, Locale.ENGLISH))) {
          return candidate.getValue();
        }
      }
    }
    throw mismatch();
  }

  private void dayName() {
    for (TextStyle style : new TextStyle[] {TextStyle.FULL, TextStyle.SHORT}) {
      for (DayOfWeek candidate : DayOfWeek.values()) {
        if (accept(candidate.getDisplayName(style, Locale.ENGLISH))) {
          return;
        }
      }
    }
    throw mismatch();
  }

  private void zoneName() {
    int start = position;
    while (position < text.length() && Character.isLetter(text.charAt(position))) {
      position++;
    }
    if (position == start) {
      throw mismatch();
    }
  }

  /** Read and, as in jq, not used. */
  private void offset() {
    if (accept("Z")) {
      return;
    }
    if (!accept("+") && !accept("-")) {
      throw mismatch();
    }
    number(2);
    accept(":");
    if (position < text.length() && isDigit()) {
      number(2);
    }
  }
}
