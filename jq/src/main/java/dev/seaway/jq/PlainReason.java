package dev.seaway.jq;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An error of jq without the values of the record: {@code string ("secret") and number (5) cannot
 * be added} becomes {@code string and number cannot be added}. So it may be logged, and errors of
 * one sort are worded alike.
 */
final class PlainReason {

  private static final Pattern SHOWN =
      Pattern.compile("\\b(?:null|boolean|number|string|array|object) \\(");

  /** Where a value that was too long ends. */
  private static final String CUT = "...)";

  private PlainReason() {}

  static String of(String reason) {
    StringBuilder plain = new StringBuilder();
    Matcher shown = SHOWN.matcher(reason);
    int from = 0;
    while (shown.find(from)) {
      plain.append(reason, from, shown.end() - 2);
      from = end(reason, shown.end());
    }
    return plain.append(reason, from, reason.length()).toString();
  }

  /** Behind the bracket that closes the value. A bracket in a text of the value closes nothing. */
  private static int end(String reason, int start) {
    int longest = Math.min(reason.length(), start + Types.SHOWN);
    boolean inText = false;
    for (int i = start; i < longest; i++) {
      char letter = reason.charAt(i);
      if (reason.startsWith(CUT, i) && i + CUT.length() >= longest) {
        return i + CUT.length();
      }
      if (inText && letter == '\\') {
        i++;
      } else if (letter == '"') {
        inText = !inText;
      } else if (letter == ')' && !inText) {
        return i + 1;
      }
    }
    return Math.min(reason.length(), longest + 1);
  }
}
