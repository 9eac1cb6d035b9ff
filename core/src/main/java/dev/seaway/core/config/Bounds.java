package dev.seaway.core.config;

import java.math.BigDecimal;

/** The numbers that an option accepts, both ends included. */
record Bounds(long min, long max) {

  /** Digits enough for every long: longer texts, and exponents, would be costly to read. */
  private static final String NUMBER = "[-+]?\\d{1,19}(\\.\\d{1,9})?";

  static Bounds of(ComponentOption option) {
    return new Bounds(option.min(), option.max());
  }

  Bounds within(long smallest, long largest) {
    long from = Math.max(min, smallest);
    long to = Math.min(max, largest);
    return new Bounds(from, to);
  }

  long whole(String text) {
    BigDecimal number = parse(text, "a whole number");
    if (number.stripTrailingZeros().scale() > 0) {
      throw new InvalidValue("must be a whole number" + described());
    }
    return number.longValue();
  }

  BigDecimal number(String text) {
    return parse(text, "a number");
  }

  private BigDecimal parse(String text, String what) {
    if (text.matches(NUMBER)) {
      BigDecimal number = new BigDecimal(text);
      if (number.compareTo(BigDecimal.valueOf(min)) >= 0
          && number.compareTo(BigDecimal.valueOf(max)) <= 0) {
        return number;
      }
    }
    throw new InvalidValue("must be " + what + described());
  }

  /** For people: {@code from 1 to 10}, with a space before it; nothing where all are accepted. */
  String described() {
    String from = min == Long.MIN_VALUE || min == Integer.MIN_VALUE ? "" : " from " + min;
    String to = max == Long.MAX_VALUE || max == Integer.MAX_VALUE ? "" : " to " + max;
    return from + to;
  }
}
