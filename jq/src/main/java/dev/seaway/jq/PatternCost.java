package dev.seaway.jq;

/**
 * What a regular expression costs before it is run. Its library compiles it in one go, recursing
 * for each bracket, and works out a class of characters among all of Unicode.
 */
record PatternCost(int length, int depth, int classes) {

  private static final int MAX_LENGTH = 10_000;
  private static final int MAX_DEPTH = 200;
  private static final int MAX_CLASSES = 200;
  private static final int STEPS_PER_LETTER = 20;
  private static final int STEPS_PER_CLASS = 8_000;

  static PatternCost of(String pattern) {
    int open = 0;
    int depth = 0;
    int classes = 0;
    for (int i = 0; i < pattern.length(); i++) {
      switch (pattern.charAt(i)) {
        case '(' -> depth = Math.max(depth, ++open);
        case ')' -> open--;
        case '[' -> classes++;
        case '\\' -> {
          i++;
          classes += i < pattern.length() && "pP".indexOf(pattern.charAt(i)) >= 0 ? 1 : 0;
        }
        default -> {}
      }
    }
    return new PatternCost(pattern.length(), depth, classes);
  }

  /** Charges the work, or refuses it. */
  void pay(Run run) {
    check(length, MAX_LENGTH, "is longer than %,d characters");
    check(depth, MAX_DEPTH, "has brackets nested more than %,d deep");
    check(classes, MAX_CLASSES, "has more than %,d classes of characters");
    run.work((long) length * STEPS_PER_LETTER + (long) classes * STEPS_PER_CLASS);
  }

  private static void check(int value, int most, String fault) {
    if (value > most) {
      throw new JqError("the regular expression " + fault.formatted(most));
    }
  }
}
