package dev.seaway.mapping.text;

/** Values as messages show them: on one line and not too long. */
public final class Shown {

  private static final int LIMIT = 60;

  private Shown() {}

  /** The text on one line, cut after 60 characters. */
  public static String shortened(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    if (line.length() <= LIMIT) {
      return line;
    }
    int end = Character.isHighSurrogate(line.charAt(LIMIT - 1)) ? LIMIT - 1 : LIMIT;
    return line.substring(0, end) + "...";
  }
}
