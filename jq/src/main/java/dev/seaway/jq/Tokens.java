package dev.seaway.jq;

import dev.seaway.jq.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** Steps through the tokens of an expression. */
final class Tokens {

  private static final int MAX_DEPTH = 200;

  private final List<Token> tokens;
  private int position;
  private int depth;

  Tokens(List<Token> tokens, int depth) {
    this.tokens = new ArrayList<>(tokens);
    this.depth = depth;
  }

  Token peek() {
    return peek(0);
  }

  Token peek(int ahead) {
    return tokens.get(Math.min(position + ahead, tokens.size() - 1));
  }

  Token next() {
    Token token = peek();
    position++;
    return token;
  }

  boolean at(String symbol) {
    return peek().is(symbol);
  }

  boolean at(Kind kind) {
    return peek().kind() == kind;
  }

  boolean accept(String symbol) {
    boolean found = at(symbol);
    position += found ? 1 : 0;
    return found;
  }

  Token expect(String symbol) {
    if (!at(symbol)) {
      throw unexpected();
    }
    return next();
  }

  Token expect(Kind kind) {
    if (!at(kind)) {
      throw unexpected();
    }
    return next();
  }

  /** Reads {@code ?//} as two: {@code .a?//"x"} is {@code .a? // "x"}. */
  void split() {
    Place place = peek().place();
    tokens.set(position, new Token(Kind.SYMBOL, "?", List.of(), place));
    tokens.add(position + 1, new Token(Kind.SYMBOL, "//", List.of(), place));
  }

  SyntaxFault unexpected() {
    Token token = peek();
    if (token.kind() == Kind.END && token.text().isEmpty()) {
      return new SyntaxFault("it ends too early.");
    }
    return new SyntaxFault(
        "`%s` at %s was not expected there.".formatted(token.shown(), token.place()));
  }

  int depth() {
    return depth;
  }

  void enter() {
    if (++depth > MAX_DEPTH) {
      throw new SyntaxFault(
          "it is nested too deeply at %s; %d levels are allowed."
              .formatted(peek().place(), MAX_DEPTH));
    }
  }

  void leave() {
    depth--;
  }
}
