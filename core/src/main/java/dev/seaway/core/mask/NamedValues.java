package dev.seaway.core.mask;

/**
 * Masks what follows a telling name and a colon or an equals sign: {@code password=x}, {@code
 * "clientSecret": "x"}, {@code Authorization: Bearer x}, {@code credentials: {a: {b: x}}}.
 */
final class NamedValues {

  private static final String ENDS_OF_VALUES = " \t\r\n\"',;&}])<";

  private final String text;
  private final MaskedText marked;

  private NamedValues(String text) {
    this.text = text;
    this.marked = new MaskedText(text);
  }

  static String mask(String text) {
    return new NamedValues(text).masked();
  }

  private String masked() {
    int at = 0;
    while (at < text.length()) {
      if (isOfName(at)) {
        int end = endOfName(at);
        int value = value(end);
        at = value >= 0 && TellingNames.endsSecret(text.substring(at, end)) ? hide(value) : end;
      } else {
        at++;
      }
    }
    return marked.toString();
  }

  private boolean isOfName(int at) {
    char sign = text.charAt(at);
    return Character.isLetterOrDigit(sign) || sign == '_' || sign == '-' || sign == '.';
  }

  private int endOfName(int from) {
    int at = from;
    while (at < text.length() && isOfName(at)) {
      at++;
    }
    return at;
  }

  /** Where the value of a name begins that ends here; -1 where none follows. */
  private int value(int endOfName) {
    int end = afterBackslashes(endOfName);
    int separator = afterSpaces(isQuote(end) ? end + 1 : end);
    return separator < text.length() && ":=".indexOf(text.charAt(separator)) >= 0
        ? afterSpaces(separator + 1)
        : -1;
  }

  /** Hides the value, and gives where it ends. */
  private int hide(int value) {
    int begin = afterBackslashes(value);
    int from = isQuote(begin) ? begin + 1 : begin;
    int to =
        isQuote(begin) && begin == value ? endOfQuoted(from, text.charAt(value)) : endOfPlain(from);
    if (to > from) {
      marked.hide(from, to);
    }
    return Math.max(to, from);
  }

  private int endOfPlain(int from) {
    if (from < text.length() && "{[".indexOf(text.charAt(from)) >= 0) {
      return endOfNested(from);
    }
    int word = endOfWord(from);
    boolean scheme = word - from <= "Bearer".length() && AuthSchemes.isOne(text, from, word);
    return scheme ? endOfWord(afterSpaces(word)) : word;
  }

  private int endOfWord(int from) {
    int at = from;
    while (at < text.length() && ENDS_OF_VALUES.indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return at;
  }

  private int endOfQuoted(int from, char quote) {
    int at = from;
    while (at < text.length() && text.charAt(at) != quote) {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    return Math.min(at, text.length());
  }

  /** Behind the bracket that closes this one, or at the end. */
  private int endOfNested(int from) {
    int depth = 0;
    for (int at = from; at < text.length(); at++) {
      char sign = text.charAt(at);
      depth += sign == '{' || sign == '[' ? 1 : sign == '}' || sign == ']' ? -1 : 0;
      if (depth == 0) {
        return at + 1;
      }
    }
    return text.length();
  }

  private boolean isQuote(int at) {
    return at < text.length() && (text.charAt(at) == '"' || text.charAt(at) == '\'');
  }

  /** JSON within JSON has its quotes escaped. */
  private int afterBackslashes(int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) == '\\') {
      at++;
    }
    return at;
  }

  private int afterSpaces(int from) {
    int at = from;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }
}
