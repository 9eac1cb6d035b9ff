package dev.seaway.jq;

/**
 * Looks for a text in others. Comparing at every place takes time that grows with the product of
 * both lengths, which two long texts make endless: the work counts.
 */
record Search(Run run, String wanted) {

  /** Shorter ones are found by the JDK, which is fast. */
  private static final int LONG = 32;

  /** The first place from there on; -1 if there is none. */
  int in(String text, int from) {
    if (wanted.length() < LONG) {
      int found = text.indexOf(wanted, from);
      run.work(((found < 0 ? text.length() : found) - from) / 8L);
      return found;
    }
    String beginning = wanted.substring(0, LONG);
    for (int at = text.indexOf(beginning, from); at >= 0; at = text.indexOf(beginning, at + 1)) {
      run.work(1 + matching(text, at) / 8L);
      if (text.startsWith(wanted, at)) {
        return at;
      }
    }
    run.work((text.length() - from) / 8L);
    return -1;
  }

  /** How many characters have to be looked at. */
  private int matching(String text, int at) {
    return Math.min(wanted.length(), text.length() - at);
  }
}
