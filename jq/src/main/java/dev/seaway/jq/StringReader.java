package dev.seaway.jq;

import dev.seaway.jq.Token.Part;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads one string, in double or in single quotes.
 *
 * <p>A single quote closes a string that it opened where no letter, digit or underscore follows:
 * {@code 'it's'} is one string. Inside it {@code \'} is an apostrophe and a double quote is itself.
 */
final class StringReader {

  private final Lexer lexer;
  private final List<Part> parts = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();

  StringReader(Lexer lexer) {
    this.lexer = lexer;
  }

  List<Part> parts() {
    char quote = lexer.advance();
    while (lexer.more()) {
      char letter = lexer.peek(0);
      if (letter == '\\') {
        escape(quote);
      } else if (letter == quote && (quote == '"' || closes())) {
        lexer.advance();
        endText();
        return List.copyOf(parts);
      } else {
        text.append(lexer.advance());
      }
    }
    throw new SyntaxFault("it ends too early: a string is never closed.");
  }

  private boolean closes() {
    char next = lexer.peek(1);
    return !Lexer.isWord(next) && !Character.isLetterOrDigit(next);
  }

  private void escape(char quote) {
    Place place = lexer.place();
    lexer.advance();
    char letter = lexer.more() ? lexer.advance() : '\0';
    switch (letter) {
      case '(' -> {
        endText();
        parts.add(new Part.Code(lexer.code(true)));
      }
      case 'n' -> text.append('\n');
      case 't' -> text.append('\t');
      case 'r' -> text.append('\r');
      case 'b' -> text.append('\b');
      case 'f' -> text.append('\f');
      case 'u' -> text.append(unicode(place));
      case '"', '\\', '/' -> text.append(letter);
      default -> {
        if (letter != '\'' || quote != '\'') {
          throw new SyntaxFault("`\\%s` at %s is no escape of jq.".formatted(letter, place));
        }
        text.append(letter);
      }
    }
  }

  private char unicode(Place place) {
    int code = 0;
    for (int i = 0; i < 4; i++) {
      int digit = lexer.more() ? Character.digit(lexer.advance(), 16) : -1;
      if (digit < 0) {
        throw new SyntaxFault("\\u at %s needs four hexadecimal digits.".formatted(place));
      }
      code = code * 16 + digit;
    }
    return (char) code;
  }

  private void endText() {
    if (!text.isEmpty()) {
      parts.add(new Part.Text(Texts.wellFormed(text.toString())));
      text.setLength(0);
    }
  }
}
