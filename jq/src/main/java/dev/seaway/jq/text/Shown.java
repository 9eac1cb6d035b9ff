package dev.seaway.jq.text;

import java.util.regex.Pattern;

/** Values as messages show them: on one line and not too long. */
public final class Shown {

  private static final Pattern SPACE = Pattern.compile("\\s+");

  private static final int LIMIT = 60;

  private Shown() {}

  /** The text on one line, cut after 60 characters. */
  public static String shortened(String text) {
    String line = SPACE.matcher(text.strip()).replaceAll(" ");
    if (line.length() <= LIMIT) {
      return line;
    }
    int end = Character.isHighSurrogate(line.charAt(LIMIT - 1)) ? LIMIT - 1 : LIMIT;
    return line.substring(0, end) + "...";
  }
}
