package dev.seaway.jq;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.seaway.jq.Ast.Constant;
import dev.seaway.jq.Token.Kind;
import dev.seaway.jq.Token.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the terms of jq's grammar: paths, literals, calls and everything in brackets. */
final class Terms {

  static final Set<String> KEYWORDS =
      Set.of(
          "and", "as", "catch", "def", "elif", "else", "end", "foreach", "if", "import", "include",
          "label", "module", "or", "reduce", "then", "try", "__loc__");

  private static final Ast SELF = new Ast.Self();

  /** No variable of an expression can have this name. */
  private static final String KEY = "the key";

  private final Tokens tokens;
  private final Parser parser;

  Terms(Tokens tokens, Parser parser) {
    this.tokens = tokens;
    this.parser = parser;
  }

  /** One term with the accessors and question marks that follow it. */
  Ast term() {
    tokens.enter();
    Ast term = suffixes(primary());
    tokens.leave();
    return term;
  }

  private Ast suffixes(Ast first) {
    Ast term = first;
    boolean access = false;
    while (true) {
      if (tokens.at("?//")) {
        tokens.split();
      }
      if (tokens.accept("?")) {
        term = access ? attempted(term) : new Ast.Try(term, Optional.empty());
        access = false;
        continue;
      }
      access = true;
      if (tokens.at(Kind.FIELD)) {
        term = new Ast.Index(term, text(tokens.next().text()));
      } else if (tokens.at(".") && tokens.peek(1).kind() == Kind.STRING) {
        tokens.next();
        term = new Ast.Index(term, string("@text"));
      } else if (tokens.at(".") && tokens.peek(1).is("[")) {
        tokens.next();
        term = bracket(term);
      } else if (tokens.at("[")) {
        term = bracket(term);
      } else {
        return term;
      }
    }
  }

  /** In {@code a.b?} the failure of {@code .b} is forgiven, and not that of {@code a}. */
  private static Ast attempted(Ast access) {
    return switch (access) {
      case Ast.Index(Ast target, Constant key) -> within(target, new Ast.Index(SELF, key));
      case Ast.Each(Ast target) -> within(target, new Ast.Each(SELF));
      case Ast.Slice(Ast target, var from, var to) when constant(from) && constant(to) ->
          within(target, new Ast.Slice(SELF, from, to));
      case Ast.Index(Ast target, Ast key) ->
          new Ast.Bind(
              key,
              List.of(new Ast.Pattern.Name(KEY)),
              within(target, new Ast.Index(SELF, new Ast.Variable(KEY, new Place(1, 1)))));
      default -> new Ast.Try(access, Optional.empty());
    };
  }

  private static boolean constant(Optional<Ast> end) {
    return end.isEmpty() || end.get() instanceof Constant;
  }

  private static Ast within(Ast target, Ast access) {
    Ast attempt = new Ast.Try(access, Optional.empty());
    return target instanceof Ast.Self ? attempt : new Ast.Pipe(target, attempt);
  }

  private Ast bracket(Ast target) {
    tokens.expect("[");
    if (tokens.accept("]")) {
      return new Ast.Each(target);
    }
    if (tokens.accept(":")) {
      Ast to = parser.pipe();
      tokens.expect("]");
      return new Ast.Slice(target, Optional.empty(), Optional.of(to));
    }
    Ast key = parser.pipe();
    if (!tokens.accept(":")) {
      tokens.expect("]");
      return new Ast.Index(target, key);
    }
    Optional<Ast> to = tokens.at("]") ? Optional.empty() : Optional.of(parser.pipe());
    tokens.expect("]");
    return new Ast.Slice(target, Optional.of(key), to);
  }

  private Ast primary() {
    Token token = tokens.peek();
    return switch (token.kind()) {
      case NUMBER -> new Constant(Numbers.literal(tokens.next().text()));
      case STRING -> string("@text");
      case FORMAT -> format();
      case FIELD -> new Ast.Index(new Ast.Self(), text(tokens.next().text()));
      case VARIABLE -> variable();
      case NAME -> word();
      case SYMBOL -> symbol();
      case END -> throw tokens.unexpected();
    };
  }

  private Ast symbol() {
    return switch (tokens.peek().text()) {
      case "." -> {
        tokens.next();
        yield tokens.at(Kind.STRING)
            ? new Ast.Index(new Ast.Self(), string("@text"))
            : new Ast.Self();
      }
      case ".." -> new Ast.Call("recurse", List.of(), tokens.next().place());
      case "(" -> {
        tokens.next();
        Ast inner = parser.pipe();
        tokens.expect(")");
        yield inner;
      }
      case "[" -> {
        tokens.next();
        if (tokens.accept("]")) {
          yield new Ast.ArrayOf(Optional.empty());
        }
        Ast body = parser.pipe();
        tokens.expect("]");
        yield new Ast.ArrayOf(Optional.of(body));
      }
      case "{" -> new ObjectTerm(tokens, parser, this).object();
      default -> throw tokens.unexpected();
    };
  }

  private Ast word() {
    Token token = tokens.next();
    if (token.text().contains("::")) {
      throw Parser.modules(token);
    }
    Blocks blocks = new Blocks(tokens, parser, this);
    return switch (token.text()) {
      case "if" -> blocks.conditional();
      case "try" -> blocks.attempt();
      case "reduce" -> blocks.reduce();
      case "foreach" -> blocks.foreach();
      case "null" -> new Constant(NullNode.getInstance());
      case "true" -> new Constant(BooleanNode.TRUE);
      case "false" -> new Constant(BooleanNode.FALSE);
      case "import", "include", "module" -> throw Parser.modules(token);
      default -> call(token);
    };
  }

  private Ast call(Token name) {
    if (KEYWORDS.contains(name.text())) {
      throw new SyntaxFault(
          "`%s` at %s was not expected there.".formatted(name.text(), name.place()));
    }
    if (name.text().equals("break") && tokens.at(Kind.VARIABLE)) {
      return new Ast.Break(tokens.next().text(), name.place());
    }
    List<Ast> arguments = new ArrayList<>();
    if (tokens.accept("(")) {
      do {
        arguments.add(parser.pipe());
      } while (tokens.accept(";"));
      tokens.expect(")");
    }
    return new Ast.Call(name.text(), List.copyOf(arguments), name.place());
  }

  Ast variable() {
    Token token = tokens.next();
    if (token.text().contains("::")) {
      throw Parser.modules(token);
    }
    return token.text().equals("__loc__")
        ? new Constant(location(token.place()))
        : new Ast.Variable(token.text(), token.place());
  }

  static JsonNode location(Place place) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("file", "<top-level>")
        .put("line", place.line());
  }

  Ast format() {
    Token format = tokens.next();
    return tokens.at(Kind.STRING)
        ? string("@" + format.text())
        : new Ast.Format("@" + format.text(), format.place());
  }

  /** A string; one without interpolations is a constant. */
  Ast string(String format) {
    Token token = tokens.expect(Kind.STRING);
    if (token.parts().stream().noneMatch(Part.Code.class::isInstance)) {
      return text(token.parts().isEmpty() ? "" : ((Part.Text) token.parts().getFirst()).text());
    }
    List<Ast> parts = token.parts().stream().map(this::part).toList();
    return new Ast.Interpolation(format, parts, token.place());
  }

  private Ast part(Part part) {
    return switch (part) {
      case Part.Text(String text) -> text(text);
      case Part.Code(List<Token> code) ->
          new Ast.Pipe(Parser.nested(code, tokens.depth() + 1), new Ast.Self());
    };
  }

  /** What a value is taken apart by: patterns to try in turn. */
  List<Ast.Pattern> patterns() {
    return new Patterns(tokens, this).patterns();
  }

  /** A key in parentheses. */
  Ast computedKey() {
    Place place = tokens.expect("(").place();
    Ast key = parser.pipe();
    tokens.expect(")");
    if (key instanceof Constant(JsonNode value) && !value.isTextual()) {
      throw new SyntaxFault(
          "%s at %s cannot be the key of an object.".formatted(Types.shown(value), place));
    }
    return key;
  }

  static Constant text(String text) {
    return new Constant(TextNode.valueOf(text));
  }
}
