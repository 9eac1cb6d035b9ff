package dev.seaway.jq;

import dev.seaway.jq.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts an expression into tokens. Beyond jq it reads strings in single quotes, which mappings use:
 * see {@link StringReader}.
 */
final class Lexer {

  private static final List<String> SYMBOLS =
      List.of(
          "?//", "//=", "|=", "+=", "-=", "*=", "/=", "%=", "==", "!=", "<=", ">=", "//", "..",
          "::", ".", "[", "]", "(", ")", "{", "}", "|", ",", ":", ";", "=", "<", ">", "+", "-", "*",
          "/", "%", "?", "$");

  private final String source;
  private int position;
  private int line = 1;
  private int lineStart;

  private Lexer(String source) {
    this.source = source;
  }

  static List<Token> tokens(String source) {
    return new Lexer(source).code(false);
  }

  /** Reads up to the end, or up to the parenthesis that closes an interpolation. */
  List<Token> code(boolean interpolation) {
    List<Token> tokens = new ArrayList<>();
    int depth = 0;
    while (true) {
      skipSpace();
      if (!more()) {
        if (interpolation) {
          throw new SyntaxFault("it ends too early.");
        }
        tokens.add(token(Kind.END, "", position));
        return tokens;
      }
      Token next = next();
      depth += next.is("(") ? 1 : next.is(")") ? -1 : 0;
      if (interpolation && depth < 0) {
        tokens.add(new Token(Kind.END, ")", List.of(), next.place()));
        return tokens;
      }
      tokens.add(next);
    }
  }

  private Token next() {
    int start = position;
    char letter = source.charAt(position);
    if (letter == '"' || letter == '\'') {
      Place place = place(start);
      return new Token(Kind.STRING, "", new StringReader(this).parts(), place);
    }
    if (isDigit(letter) || (letter == '.' && isDigit(peek(1)))) {
      return number();
    }
    if (isWordStart(letter)) {
      return token(Kind.NAME, qualifiedWord(), start);
    }
    if ((letter == '.' || letter == '@') && isWordStart(peek(1))) {
      position++;
      return token(letter == '.' ? Kind.FIELD : Kind.FORMAT, word(), start);
    }
    if (letter == '$' && isWordStart(peek(1))) {
      position++;
      return token(Kind.VARIABLE, qualifiedWord(), start);
    }
    return symbol();
  }

  private Token symbol() {
    int start = position;
    for (String symbol : SYMBOLS) {
      if (source.startsWith(symbol, position) && !(symbol.equals("?//") && peek(3) == '=')) {
        position += symbol.length();
        return token(Kind.SYMBOL, symbol, start);
      }
    }
    String letter = Character.toString(source.codePointAt(position));
    throw new SyntaxFault("`%s` at %s was not expected there.".formatted(letter, place(start)));
  }

  private Token number() {
    int start = position;
    digits();
    if (more() && source.charAt(position) == '.') {
      position++;
      digits();
    }
    if (more() && (source.charAt(position) | 0x20) == 'e') {
      int exponent = position++;
      if (more() && (source.charAt(position) == '+' || source.charAt(position) == '-')) {
        position++;
      }
      if (more() && isDigit(source.charAt(position))) {
        digits();
      } else {
        position = exponent;
      }
    }
    return token(Kind.NUMBER, source.substring(start, position), start);
  }

  private void digits() {
    while (more() && isDigit(source.charAt(position))) {
      position++;
    }
  }

  private String qualifiedWord() {
    String word = word();
    while (source.startsWith("::", position) && isWordStart(peek(2))) {
      position += 2;
      word += "::" + word();
    }
    return word;
  }

  private String word() {
    int start = position;
    while (more() && isWord(source.charAt(position))) {
      position++;
    }
    return source.substring(start, position);
  }

  private void skipSpace() {
    while (more()) {
      char letter = source.charAt(position);
      if (letter == '#') {
        comment();
      } else if (Character.isWhitespace(letter)) {
        advance();
      } else {
        return;
      }
    }
  }

  /** An odd number of backslashes before its end continues a comment on the next line. */
  private void comment() {
    int backslashes = 0;
    while (more()) {
      char letter = source.charAt(position);
      if ((letter == '\n' || letter == '\r') && backslashes % 2 == 0) {
        return;
      }
      backslashes = letter == '\\' ? backslashes + 1 : letter == '\r' ? backslashes : 0;
      advance();
    }
  }

  /** Steps over one character and counts lines. */
  char advance() {
    char letter = source.charAt(position++);
    if (letter == '\n') {
      line++;
      lineStart = position;
    }
    return letter;
  }

  boolean more() {
    return position < source.length();
  }

  /** The character so far ahead; a NUL past the end. */
  char peek(int ahead) {
    return position + ahead < source.length() ? source.charAt(position + ahead) : '\0';
  }

  private Token token(Kind kind, String text, int start) {
    return new Token(kind, text, List.of(), place(start));
  }

  Place place() {
    return place(position);
  }

  private Place place(int start) {
    return new Place(line, start - lineStart + 1);
  }

  static boolean isWord(char letter) {
    return isWordStart(letter) || isDigit(letter);
  }

  private static boolean isWordStart(char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || letter == '_';
  }

  private static boolean isDigit(char letter) {
    return letter >= '0' && letter <= '9';
  }
}
