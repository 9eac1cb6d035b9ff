package dev.seaway.jq;

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

  private static final long MAX_SECONDS = 999_999_999_999L;

  private final String text;
  private final String format;
  private int position;
  private long year = 1900;
  private long month = 1;
  private long day = 1;
  private long dayOfYear;
  private long hour;
  private long minute;
  private long second;
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
    // As in jq, February 30th is the first of March or the second.
    LocalDate first = LocalDate.of((int) year, 1, 1);
    LocalDate date =
        dayOfYear > 0
            ? first.plusDays(dayOfYear - 1)
            : first.plusMonths(month - 1).plusDays(day - 1);
    return date.atStartOfDay().plusHours(hour).plusMinutes(minute).plusSeconds(second);
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
      case 'Y' -> year = number(0, 9_999);
      case 'y' -> year = ofCentury(number(0, 99));
      case 'm' -> month = number(1, 12);
      case 'd', 'e' -> day = number(1, 31);
      case 'j' -> dayOfYear = number(1, 366);
      case 'H', 'k' -> hour = number(0, 23);
      case 'I', 'l' -> hour = number(1, 12) % 12 + (afternoon ? 12 : 0);
      case 'M' -> minute = number(0, 59);
      case 'S' -> second = number(0, 61);
      case 'p', 'P' -> half();
      case 'b', 'B', 'h' -> month = monthName();
      case 'a', 'A' -> dayName();
      case 's' -> instant = LocalDateTime.ofEpochSecond(number(0, MAX_SECONDS), 0, ZoneOffset.UTC);
      case 'u', 'w' -> number(0, 7);
      case 'U', 'W', 'V' -> number(0, 53);
      case 'C', 'g' -> number(0, 99);
      case 'G' -> number(0, 9_999);
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

  private static long ofCentury(long year) {
    return year < 69 ? 2000 + year : 1900 + year;
  }

  /** A number within bounds. It ends, as in C, before the digit that would make it too large. */
  private long number(long least, long most) {
    skipSpace();
    int start = position;
    long value = 0;
    int end = Math.min(text.length(), start + Long.toString(most).length());
    while (position < end && isDigit() && value * 10 <= most) {
      value = value * 10 + (text.charAt(position++) - '0');
    }
    if (position == start || value < least || value > most) {
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
    number(0, 99);
    accept(":");
    if (position < text.length() && isDigit()) {
      number(0, 99);
    }
  }
}
