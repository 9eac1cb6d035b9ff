package dev.seaway.distribution.patterns;

/** A text that counts how often a character of it is looked at, and stops what looks too often. */
final class CountedText implements CharSequence {

  /** More looks than were allowed. */
  static final class TooManyLooks extends RuntimeException {
    TooManyLooks() {
      super("too many looks", null, false, false);
    }
  }

  private final String text;
  private long left;

  CountedText(String text, long looksForEachCharacter) {
    this.text = text;
    this.left = looksForEachCharacter * text.length();
  }

  @Override
  public char charAt(int index) {
    if (--left < 0) {
      throw new TooManyLooks();
    }
    return text.charAt(index);
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.substring(start, end);
  }

  @Override
  public String toString() {
    return text;
  }
}
