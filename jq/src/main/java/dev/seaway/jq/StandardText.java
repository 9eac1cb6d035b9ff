package dev.seaway.jq;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.stream.Collectors;

/** Writes an expression as every jq reads it: strings in single quotes are an extension. */
final class StandardText {

  private StandardText() {}

  static String of(String expression) {
    return expression.indexOf('\'') < 0 ? expression : of(Lexer.tokens(expression));
  }

  private static String of(List<Token> tokens) {
    return tokens.stream()
        .filter(token -> token.kind() != Token.Kind.END)
        .map(StandardText::of)
        .collect(Collectors.joining(" "));
  }

  private static String of(Token token) {
    return token.kind() == Token.Kind.STRING
        ? token.parts().stream().map(StandardText::of).collect(Collectors.joining("", "\"", "\""))
        : token.shown();
  }

  private static String of(Token.Part part) {
    return switch (part) {
      case Token.Part.Text(String text) -> inQuotes(TextNode.valueOf(text).toString());
      case Token.Part.Code(List<Token> tokens) -> "\\(" + of(tokens) + ")";
    };
  }

  private static String inQuotes(String json) {
    return json.substring(1, json.length() - 1);
  }
}
