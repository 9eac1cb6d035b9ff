package dev.seaway.mapping.jq;

/**
 * Reads strings in single quotes, which jq does not know but mappings use, as strings in double
 * quotes: {@code 'jsmServiceDesk'} becomes {@code "jsmServiceDesk"}.
 *
 * <p>A single quote opens a string anywhere outside a string, and closes it where no letter, digit
 * or underscore follows. Apostrophes inside strings ({@code "it's"}, {@code 'it's'}) stay. Code
 * inside an interpolation {@code \( )} is code again. A quote that is never closed stays as it is,
 * so that the parser complains about what the user wrote.
 */
final class SingleQuotes {

  private final String source;
  private final StringBuilder target = new StringBuilder();
  private int position;

  private SingleQuotes(String source) {
    this.source = source;
  }

  static String toDouble(String expression) {
    if (expression.indexOf('\'') < 0) {
      return expression;
    }
    SingleQuotes reader = new SingleQuotes(expression);
    while (reader.more()) {
      reader.code();
    }
    return reader.target.toString();
  }

  /** Copies code up to the end, or up to and with the parenthesis that closes an interpolation. */
  private void code() {
    int depth = 0;
    while (more()) {
      char next = source.charAt(position);
      if (next == '"') {
        doubleQuoted();
      } else if (next == '\'') {
        singleQuoted();
      } else if (next == '#') {
        comment();
      } else {
        copy();
        depth += next == '(' ? 1 : next == ')' ? -1 : 0;
        if (depth < 0) {
          return;
        }
      }
    }
  }

  private void comment() {
    while (more() && source.charAt(position) != '\n') {
      copy();
    }
  }

  private void doubleQuoted() {
    copy();
    while (more()) {
      char next = source.charAt(position);
      if (next == '\\') {
        escape();
      } else {
        copy();
        if (next == '"') {
          return;
        }
      }
    }
  }

  private void singleQuoted() {
    int opening = position;
    int length = target.length();
    position++;
    target.append('"');
    while (more()) {
      char next = source.charAt(position);
      if (source.startsWith("\\'", position)) {
        position++;
        copy();
      } else if (next == '\\') {
        escape();
      } else if (next == '\'' && closesAt(position)) {
        position++;
        target.append('"');
        return;
      } else if (next == '"') {
        position++;
        target.append("\\\"");
      } else {
        copy();
      }
    }
    target.setLength(length);
    target.append(source, opening, source.length());
  }

  private boolean closesAt(int quote) {
    return quote + 1 == source.length() || !isWord(source.charAt(quote + 1));
  }

  private static boolean isWord(char letter) {
    return Character.isLetterOrDigit(letter) || letter == '_';
  }

  private void escape() {
    boolean interpolation = source.startsWith("\\(", position);
    copy();
    if (more()) {
      copy();
    }
    if (interpolation) {
      code();
    }
  }

  private void copy() {
    target.append(source.charAt(position++));
  }

  private boolean more() {
    return position < source.length();
  }
}
