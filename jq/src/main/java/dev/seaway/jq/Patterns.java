package dev.seaway.jq;

import dev.seaway.jq.Ast.Pattern;
import dev.seaway.jq.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what a value is taken apart by: {@code [$first, {key: $second}] ?// $whole}. */
record Patterns(Tokens tokens, Terms terms) {

  List<Pattern> patterns() {
    List<Pattern> patterns = new ArrayList<>();
    do {
      patterns.add(pattern());
    } while (tokens.accept("?//"));
    return List.copyOf(patterns);
  }

  private Pattern pattern() {
    if (tokens.at(Kind.VARIABLE)) {
      return new Pattern.Name(tokens.next().text());
    }
    tokens.enter();
    Pattern pattern = tokens.at("[") ? elements() : fields();
    tokens.leave();
    return pattern;
  }

  private Pattern elements() {
    tokens.expect("[");
    List<Pattern> elements = new ArrayList<>();
    do {
      elements.add(pattern());
    } while (tokens.accept(","));
    tokens.expect("]");
    return new Pattern.Elements(List.copyOf(elements));
  }

  private Pattern fields() {
    tokens.expect("{");
    List<Pattern.Field> fields = new ArrayList<>();
    do {
      fields.add(field());
    } while (tokens.accept(","));
    tokens.expect("}");
    return new Pattern.Fields(List.copyOf(fields));
  }

  private Pattern.Field field() {
    if (tokens.at(Kind.VARIABLE)) {
      String name = tokens.next().text();
      Optional<Pattern> inner = tokens.accept(":") ? Optional.of(pattern()) : Optional.empty();
      return new Pattern.Field(Optional.of(name), Terms.text(name), inner);
    }
    Ast key;
    if (tokens.at(Kind.NAME)) {
      key = Terms.text(tokens.next().text());
    } else if (tokens.at(Kind.STRING)) {
      key = terms.string("@text");
    } else {
      key = terms.computedKey();
    }
    tokens.expect(":");
    return new Pattern.Field(Optional.empty(), key, Optional.of(pattern()));
  }
}
