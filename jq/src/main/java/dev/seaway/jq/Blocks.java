package dev.seaway.jq;

import java.util.List;
import java.util.Optional;

/** Reads the terms that begin with a word: if, try, reduce and foreach. */
record Blocks(Tokens tokens, Parser parser, Terms terms) {

  Ast conditional() {
    tokens.enter();
    Ast condition = parser.pipe();
    tokens.expect("then");
    Ast yes = parser.pipe();
    Optional<Ast> no = Optional.empty();
    if (tokens.accept("elif")) {
      no = Optional.of(elseIf());
    } else {
      if (tokens.accept("else")) {
        no = Optional.of(parser.pipe());
      }
      tokens.expect("end");
    }
    tokens.leave();
    return new Ast.If(condition, yes, no);
  }

  /** A table of many branches is long, not deep. */
  private Ast elseIf() {
    tokens.leave();
    Ast rest = conditional();
    tokens.enter();
    return rest;
  }

  Ast attempt() {
    Ast body = body();
    return new Ast.Try(body, tokens.accept("catch") ? Optional.of(body()) : Optional.empty());
  }

  private Ast body() {
    return tokens.accept("-") ? new Ast.Negation(terms.term()) : terms.term();
  }

  Ast reduce() {
    Ast source = parser.operators();
    tokens.expect("as");
    List<Ast.Pattern> patterns = terms.patterns();
    tokens.expect("(");
    Ast start = parser.pipe();
    tokens.expect(";");
    Ast update = parser.pipe();
    tokens.expect(")");
    return new Ast.Reduce(source, patterns, start, update);
  }

  Ast foreach() {
    Ast source = parser.operators();
    tokens.expect("as");
    List<Ast.Pattern> patterns = terms.patterns();
    tokens.expect("(");
    Ast start = parser.pipe();
    tokens.expect(";");
    Ast update = parser.pipe();
    Optional<Ast> extract = tokens.accept(";") ? Optional.of(parser.pipe()) : Optional.empty();
    tokens.expect(")");
    return new Ast.Foreach(source, patterns, start, update, extract);
  }
}
