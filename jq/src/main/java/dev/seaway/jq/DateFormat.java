package dev.seaway.jq;

import java.time.LocalDateTime;
import java.time.Month;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.time.temporal.IsoFields;
import java.util.Locale;

/**
 * A format of the C library's {@code strftime}, in English.
 *
 * @param format text with conversions such as {@code %Y}
 */
record DateFormat(String format) {

  String format(DateParts time) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < format.length(); i++) {
      char letter = format.charAt(i);
      if (letter != '%' || i + 1 == format.length()) {
        text.append(letter);
        continue;
      }
      char conversion = format.charAt(++i);
      // Modifiers ask for another notation, which English does not have.
      if ((conversion == 'E' || conversion == 'O') && i + 1 < format.length()) {
        conversion = format.charAt(++i);
      }
      text.append(convert(conversion, time));
    }
    return text.toString();
  }

  private static String convert(char conversion, DateParts time) {
    return switch (conversion) {
      case 'a' -> time.time().getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
      case 'A' -> time.time().getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
      case 'b', 'h' -> month(time, TextStyle.SHORT);
      case 'B' -> month(time, TextStyle.FULL);
      case 'p' -> time.hour() < 12 ? "AM" : "PM";
      case 'P' -> time.hour() < 12 ? "am" : "pm";
      case 'c' -> of("%a %b %e %H:%M:%S %Y", time);
      case 'D', 'x' -> of("%m/%d/%y", time);
      case 'F' -> of("%Y-%m-%d", time);
      case 'r' -> of("%I:%M:%S %p", time);
      case 'R' -> of("%H:%M", time);
      case 'T', 'X' -> of("%H:%M:%S", time);
      case 'Z' -> "UTC";
      case 'z' -> "+0000";
      case 'n' -> "\n";
      case 't' -> "\t";
      case '%' -> "%";
      default -> number(conversion, time);
    };
  }

  private static String of(String format, DateParts time) {
    return new DateFormat(format).format(time);
  }

  private static String month(DateParts time, TextStyle style) {
    int month = Math.floorMod(time.month(), 12);
    return Month.of(month + 1).getDisplayName(style, Locale.ENGLISH);
  }

  private static String number(char conversion, DateParts time) {
    int hour12 = Math.floorMod(time.hour() + 11, 12) + 1;
    return switch (conversion) {
      case 'Y' -> Integer.toString(time.year());
      case 'C' -> padded("%02d", Math.floorDiv(time.year(), 100));
      case 'y' -> padded("%02d", Math.floorMod(time.year(), 100));
      case 'm' -> padded("%02d", time.month() + 1);
      case 'd' -> padded("%02d", time.day());
      case 'e' -> padded("%2d", time.day());
      case 'H' -> padded("%02d", time.hour());
      case 'k' -> padded("%2d", time.hour());
      case 'I' -> padded("%02d", hour12);
      case 'l' -> padded("%2d", hour12);
      case 'M' -> padded("%02d", time.minute());
      case 'S' -> padded("%02d", time.second());
      default -> ofCalendar(conversion, time.time());
    };
  }

  private static String ofCalendar(char conversion, LocalDateTime time) {
    int day = time.getDayOfYear();
    int weekday = time.getDayOfWeek().getValue();
    int weekYear = time.get(IsoFields.WEEK_BASED_YEAR);
    return switch (conversion) {
      case 'G' -> Integer.toString(weekYear);
      case 'g' -> padded("%02d", Math.floorMod(weekYear, 100));
      case 'j' -> padded("%03d", day);
      case 's' -> Long.toString(time.toEpochSecond(ZoneOffset.UTC));
      case 'u' -> Integer.toString(weekday);
      case 'w' -> Integer.toString(weekday % 7);
      case 'U' -> padded("%02d", (day + 6 - weekday % 7) / 7);
      case 'W' -> padded("%02d", (day + 6 - (weekday + 6) % 7) / 7);
      case 'V' -> padded("%02d", time.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
      default -> throw new JqError("strftime: there is no conversion %" + conversion);
    };
  }

  private static String padded(String pattern, int number) {
    return pattern.formatted(number);
  }
}
