package dev.seaway.core.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A number that an answer gives in one place, page after page: of all records, of all pages, or of
 * this page's records.
 */
final class Count {

  private static final int LONGEST = 30;
  private static final Pattern GROUPED = Pattern.compile("^[0-9]{1,3}(?:[,' _][0-9]{3}){1,5}$");
  private static final Pattern GROUPING = Pattern.compile("[,' _]");

  private final Sign sign;
  private long first = -1;
  private long last = -1;
  private boolean changed;
  private boolean isPageCount = true;
  private int pages;

  Count(Sign sign) {
    this.sign = sign;
  }

  /** The number that a value holds, be it text; empty for null, -1, * and whatever is no count. */
  static Optional<Long> number(JsonNode value) {
    if (value.isInt()) {
      return value.longValue() < 0 ? Optional.empty() : Optional.of(value.longValue());
    }
    if (!value.isNumber() && !value.isTextual()) {
      return Optional.empty();
    }
    String text = value.isTextual() ? plain(value.asText().strip()) : value.asText();
    if (text.isEmpty() || text.length() > 18 || !text.chars().allMatch(Count::isOfNumber)) {
      return Optional.empty();
    }
    try {
      return Optional.of(new BigDecimal(text).longValueExact()).filter(count -> count >= 0);
    } catch (ArithmeticException | NumberFormatException e) {
      // A share or a word is no count.
      return Optional.empty();
    }
  }

  /** Without what groups its digits, and without the plus of a number that is a lower bound. */
  private static String plain(String text) {
    String bound = isLowerBound(text) ? text.substring(0, text.length() - 1) : text;
    return bound.length() < LONGEST && GROUPED.matcher(bound).matches()
        ? GROUPING.matcher(bound).replaceAll("")
        : bound;
  }

  /** Whether it is a number of which only a lower bound is known, such as {@code 200+}. */
  static boolean isLowerBound(String text) {
    return text.length() > 1 && text.endsWith("+");
  }

  private static boolean isOfNumber(int character) {
    return (character >= '0' && character <= '9') || character == '.';
  }

  void page(long number, int records) {
    if (pages++ == 0) {
      first = number;
    }
    changed |= pages > 1 && number != last;
    isPageCount &= number == records;
    last = number;
  }

  Sign sign() {
    return sign;
  }

  long last() {
    return last;
  }

  /** Whether it was another number on another page. */
  boolean changed() {
    return changed && !isPageCount();
  }

  /** Whether it is no more than the number of records of each of several pages. */
  boolean isPageCount() {
    return isPageCount && pages > 1;
  }

  /** Whether it is known to count more than the records of one page. */
  boolean isWhole() {
    return !isPageCount;
  }

  @Override
  public String toString() {
    String place = sign.place();
    return changed
        ? "%s was %d at first and %d at last".formatted(place, first, last)
        : "%s is %d".formatted(place, last);
  }
}
