package dev.seaway.jq;

import dev.seaway.jq.Ast.Parameter;
import dev.seaway.jq.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the operators of jq's grammar, from {@code |} up to {@code *}; {@link Terms} the rest. */
final class Parser {

  /** From the loosest to the tightest; {@code |} and {@code ,} come before them. */
  private static final Map<String, Integer> LEVELS =
      Map.ofEntries(
          Map.entry("//", 1),
          Map.entry("=", 2),
          Map.entry("|=", 2),
          Map.entry("+=", 2),
          Map.entry("-=", 2),
          Map.entry("*=", 2),
          Map.entry("/=", 2),
          Map.entry("%=", 2),
          Map.entry("//=", 2),
          Map.entry("or", 3),
          Map.entry("and", 4),
          Map.entry("==", 5),
          Map.entry("!=", 5),
          Map.entry("<", 5),
          Map.entry("<=", 5),
          Map.entry(">", 5),
          Map.entry(">=", 5),
          Map.entry("+", 6),
          Map.entry("-", 6),
          Map.entry("*", 7),
          Map.entry("/", 7),
          Map.entry("%", 7));

  private static final int ALTERNATIVE = 1;
  private static final int SUM = 6;
  private static final Set<Integer> WITHOUT_ORDER = Set.of(2, 5);
  private static final Set<String> MODULES = Set.of("import", "include", "module");

  private final Tokens tokens;
  private final Terms terms;

  private Parser(Tokens tokens) {
    this.tokens = tokens;
    this.terms = new Terms(tokens, this);
  }

  static Ast parse(List<Token> tokens) {
    if (tokens.getFirst().kind() == Kind.NAME && MODULES.contains(tokens.getFirst().text())) {
      throw modules(tokens.getFirst());
    }
    return nested(tokens, 0);
  }

  static SyntaxFault modules(Token token) {
    return new SyntaxFault(
        "modules (import, include, module, ::) cannot be used in a mapping; see %s."
            .formatted(token.place()));
  }

  /** The code of an interpolation, so deep inside the whole. */
  static Ast nested(List<Token> tokens, int depth) {
    Parser parser = new Parser(new Tokens(tokens, depth));
    Ast ast = parser.pipe();
    parser.tokens.expect(Kind.END);
    return ast;
  }

  /** {@code a | b}, with everything inside. */
  Ast pipe() {
    tokens.enter();
    try {
      if (tokens.at("def")) {
        return definition();
      }
      Ast left = comma();
      return tokens.accept("|") ? new Ast.Pipe(left, pipe()) : left;
    } finally {
      tokens.leave();
    }
  }

  private Ast comma() {
    Ast left = binding();
    while (tokens.accept(",")) {
      left = new Ast.Comma(left, binding());
    }
    return left;
  }

  /** {@code source as $name | body}: the source has all the operators before it. */
  private Ast binding() {
    Ast source = operators();
    if (!tokens.accept("as")) {
      return source;
    }
    List<Ast.Pattern> patterns = terms.patterns();
    tokens.expect("|");
    return new Ast.Bind(source, patterns, pipe());
  }

  /** What may stand without parentheses before {@code as}. */
  Ast operators() {
    return binary(ALTERNATIVE);
  }

  /** The value of an object's entry: no comma, but {@code |}. */
  Ast entryValue() {
    Ast left = binding();
    return tokens.accept("|") ? new Ast.Pipe(left, entryValue()) : left;
  }

  private Ast binary(int level) {
    Ast left = operand();
    Integer found = level();
    while (found != null && found >= level) {
      String operator = tokens.next().text();
      // Only // leans to the right.
      Ast right = binary(found == ALTERNATIVE ? found : found + 1);
      left = new Ast.Binary(operator, left, right);
      int done = found;
      found = level();
      if (found != null && found == done && WITHOUT_ORDER.contains(found)) {
        throw new SyntaxFault(
            "`%s` at %s cannot follow another operator of its kind; use parentheses."
                .formatted(tokens.peek().text(), tokens.peek().place()));
      }
    }
    return left;
  }

  private @Nullable Integer level() {
    Token token = tokens.peek();
    return token.kind() == Kind.SYMBOL || token.kind() == Kind.NAME
        ? LEVELS.get(token.text())
        : null;
  }

  private Ast operand() {
    if (tokens.at("def")) {
      return definition();
    }
    if (tokens.accept("-")) {
      tokens.enter();
      Ast negation = new Ast.Negation(binary(SUM + 1));
      tokens.leave();
      return negation;
    }
    if (tokens.accept("label")) {
      Token name = tokens.expect(Kind.VARIABLE);
      tokens.expect("|");
      return new Ast.Label(name.text(), pipe());
    }
    return terms.term();
  }

  private Ast definition() {
    tokens.expect("def");
    String name = name();
    List<Parameter> parameters = new ArrayList<>();
    if (tokens.accept("(")) {
      do {
        boolean variable = tokens.at(Kind.VARIABLE);
        parameters.add(new Parameter(variable ? tokens.next().text() : name(), variable));
      } while (tokens.accept(";"));
      tokens.expect(")");
    }
    tokens.expect(":");
    Ast body = pipe();
    tokens.expect(";");
    return new Ast.Definition(name, List.copyOf(parameters), body, pipe());
  }

  private String name() {
    Token name = tokens.expect(Kind.NAME);
    if (Terms.KEYWORDS.contains(name.text())) {
      throw new SyntaxFault(
          "`%s` at %s is a word of jq; a function cannot have that name."
              .formatted(name.text(), name.place()));
    }
    return name.text();
  }
}
