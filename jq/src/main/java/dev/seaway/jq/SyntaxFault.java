package dev.seaway.jq;

/** What is wrong with an expression; {@link Program} turns it into an {@link InvalidExpression}. */
final class SyntaxFault extends RuntimeException {

  SyntaxFault(String reason) {
    super(reason, null, false, false);
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
