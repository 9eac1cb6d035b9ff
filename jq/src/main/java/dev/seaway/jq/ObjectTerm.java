package dev.seaway.jq;

import dev.seaway.jq.Ast.Entry;
import dev.seaway.jq.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** Reads the construction of an object. */
record ObjectTerm(Tokens tokens, Parser parser, Terms terms) {

  Ast object() {
    tokens.expect("{");
    List<Entry> entries = new ArrayList<>();
    if (!tokens.accept("}")) {
      do {
        entries.add(entry());
      } while (tokens.accept(","));
      tokens.expect("}");
    }
    return new Ast.ObjectOf(List.copyOf(entries));
  }

  private Entry entry() {
    Token token = tokens.peek();
    return switch (token.kind()) {
      case VARIABLE -> variable(token);
      case NAME -> named(Terms.text(tokens.next().text()));
      case STRING -> named(terms.string("@text"));
      case FORMAT -> named(terms.format());
      default -> computed();
    };
  }

  private Entry variable(Token token) {
    Ast variable = terms.variable();
    return tokens.accept(":")
        ? new Entry(variable, parser.entryValue())
        : new Entry(Terms.text(token.text()), variable);
  }

  /** Without a value, the key's own: <code>{id}</code> is <code>{id: .id}</code>. */
  private Entry named(Ast key) {
    return tokens.accept(":")
        ? new Entry(key, parser.entryValue())
        : new Entry(key, new Ast.Index(new Ast.Self(), key));
  }

  private Entry computed() {
    if (tokens.at(Kind.NUMBER)) {
      Token number = tokens.peek();
      throw new SyntaxFault(
          "`%s` at %s cannot be a key; quote it.".formatted(number.text(), number.place()));
    }
    Ast key = terms.computedKey();
    tokens.expect(":");
    return new Entry(key, parser.entryValue());
  }
}
