package dev.seaway.jq;

import java.util.List;

/**
 * One word of an expression.
 *
 * @param text as it is written; of names without {@code .}, {@code $} and {@code @}
 * @param parts of a string
 */
record Token(Kind kind, String text, List<Part> parts, Place place) {

  /** What a token is. */
  enum Kind {
    NAME,
    FIELD,
    VARIABLE,
    FORMAT,
    NUMBER,
    STRING,
    SYMBOL,
    END
  }

  /** A piece of a string. */
  sealed interface Part {

    /** Plain text, with its escapes resolved. */
    record Text(String text) implements Part {}

    /** The code inside {@code \( )}, with its end. */
    record Code(List<Token> tokens) implements Part {}
  }

  boolean is(String symbol) {
    return (kind == Kind.SYMBOL || kind == Kind.NAME) && text.equals(symbol);
  }

  /** The token as a message shows it. */
  String shown() {
    return switch (kind) {
      case FIELD -> "." + text;
      case VARIABLE -> "$" + text;
      case FORMAT -> "@" + text;
      case STRING -> "a string";
      case NAME, NUMBER, SYMBOL, END -> text;
    };
  }
}
