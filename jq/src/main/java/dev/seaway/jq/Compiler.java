package dev.seaway.jq;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.seaway.jq.Ast.Pattern;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns what was parsed into code; every name is looked up here. Used once. */
final class Compiler {

  /** Chains such as {@code a + b + c} are deep without being nested. */
  private static final int MAX_DEPTH = 1_000;

  /** Compiling again doubles the work for each function inside another: this is its bound. */
  private static final int MAX_ASSUMING = 10_000;

  private static final Code SELF = new Basics.Self();

  private final Lookup names;
  private int depth;
  private int deepest;
  private int compiled;

  Compiler(Library library, boolean environmentAllowed) {
    this.names = new Lookup(library, environmentAllowed);
  }

  Code compile(Ast ast, @Nullable Scope scope) {
    compiled++;
    deepest = Math.max(deepest, depth + 1);
    if (++depth > MAX_DEPTH) {
      throw new SyntaxFault(
          "it is nested too deeply: more than %,d operators one inside the other."
              .formatted(MAX_DEPTH));
    }
    Code code = code(ast, scope);
    depth--;
    return code;
  }

  private Code code(Ast ast, @Nullable Scope scope) {
    return switch (ast) {
      case Ast.Self() -> SELF;
      case Ast.Constant(JsonNode value) -> new Basics.Constant(value);
      case Ast.Interpolation text -> interpolation(text, scope);
      case Ast.Format(String name, Place place) -> names.format(name, place, SELF);
      case Ast.Index(Ast target, Ast key) -> index(compile(target, scope), compile(key, scope));
      case Ast.Slice(Ast target, var from, var to) ->
          new Access.Slice(
              compile(target, scope),
              from.map(start -> compile(start, scope)).orElse(constant(NullNode.getInstance())),
              to.map(end -> compile(end, scope)).orElse(constant(NullNode.getInstance())));
      case Ast.Each(Ast target) -> new Access.Each(compile(target, scope));
      case Ast.ArrayOf(var body) ->
          new Build.ArrayOf(
              body.map(inner -> compile(inner, scope)).orElseGet(Basics.Nothing::new));
      case Ast.ObjectOf(List<Ast.Entry> entries) ->
          new Build.ObjectOf(entries.stream().map(entry -> entry(entry, scope)).toList());
      case Ast.Negation(Ast body) -> negation(compile(body, scope));
      case Ast.Pipe(Ast left, Ast right) ->
          new Basics.Pipe(compile(left, scope), compile(right, scope));
      case Ast.Comma(Ast left, Ast right) ->
          new Basics.Comma(compile(left, scope), compile(right, scope));
      case Ast.Binary(String operator, Ast left, Ast right) ->
          Operators.of(operator, compile(left, scope), compile(right, scope));
      case Ast.If(Ast condition, Ast yes, var no) ->
          new Choices.If(
              compile(condition, scope),
              compile(yes, scope),
              no.map(other -> compile(other, scope)).orElse(SELF));
      case Ast.Try(Ast body, var handler) ->
          new Control.Try(
              compile(body, scope),
              handler.map(caught -> compile(caught, scope)).orElseGet(Basics.Nothing::new));
      case Ast.Reduce(Ast source, List<Pattern> patterns, Ast start, Ast update) -> {
        Scope inner = bound(patterns, scope);
        yield new Folds.Reduce(
            items(source, patterns, scope),
            compile(start, scope),
            compile(update, inner),
            Ownership.inPlace(update));
      }
      case Ast.Foreach(Ast source, List<Pattern> patterns, Ast start, Ast update, var extract) -> {
        Scope inner = bound(patterns, scope);
        yield new Folds.Foreach(
            items(source, patterns, scope),
            compile(start, scope),
            compile(update, inner),
            extract.map(given -> compile(given, inner)).orElse(SELF));
      }
      case Ast.Bind bind -> bind(bind, scope);
      case Ast.Definition definition -> definition(definition, scope);
      case Ast.Call(String name, List<Ast> arguments, Place place) ->
          names.call(
              name,
              place,
              arguments.stream().map(argument -> compile(argument, scope)).toList(),
              scope);
      case Ast.Variable(String name, Place place) -> names.variable(name, place, scope);
      case Ast.Label(String name, Ast body) ->
          new Control.Label(compile(body, Scope.label(scope, name)));
      case Ast.Break(String name, Place place) -> names.leap(name, place, scope);
    };
  }

  private static Code constant(JsonNode value) {
    return new Basics.Constant(value);
  }

  private static Code index(Code target, Code key) {
    return key instanceof Basics.Constant constant && constant.constant() instanceof TextNode text
        ? new Access.Field(target, text.textValue())
        : new Access.Index(target, key);
  }

  private static Code negation(Code body) {
    return new Operation(
        List.of(body),
        (run, in, values) -> {
          if (!values.getFirst().isNumber()) {
            throw new JqError(Types.shown(values.getFirst()) + " cannot be negated");
          }
          return Numbers.negated(values.getFirst());
        });
  }

  private Build.Entry entry(Ast.Entry entry, @Nullable Scope scope) {
    return new Build.Entry(compile(entry.key(), scope), compile(entry.value(), scope));
  }

  private Code interpolation(Ast.Interpolation text, @Nullable Scope scope) {
    List<Code> parts = new ArrayList<>();
    for (Ast part : text.parts()) {
      Code code = compile(part, scope);
      parts.add(
          part instanceof Ast.Constant ? code : names.format(text.format(), text.place(), code));
    }
    return new Build.Text(parts);
  }

  private Code bind(Ast.Bind bind, @Nullable Scope scope) {
    if (bind.patterns().size() == 1 && bind.patterns().getFirst() instanceof Pattern.Name name) {
      return new Control.Bind(
          compile(bind.source(), scope), compile(bind.body(), Scope.variable(scope, name.name())));
    }
    return new Control.Destructure(
        compile(bind.source(), scope),
        matchings(bind.patterns(), scope),
        compile(bind.body(), bound(bind.patterns(), scope)));
  }

  /** What gives the items of {@code reduce} and {@code foreach}. */
  private Folds.Items items(Ast source, List<Pattern> patterns, @Nullable Scope scope) {
    Code code = compile(source, scope);
    if (patterns.size() == 1 && patterns.getFirst() instanceof Pattern.Name) {
      return (env, in, body) ->
          code.run(env, in, null, (item, nowhere) -> body.accept(env.with(item)));
    }
    List<Matching> matchings = matchings(patterns, scope);
    return (env, in, body) ->
        code.run(env, in, null, (item, nowhere) -> Matching.first(matchings, env, item, body));
  }

  private List<Matching> matchings(List<Pattern> patterns, @Nullable Scope scope) {
    List<String> variables = PatternNames.of(patterns);
    return patterns.stream()
        .map(pattern -> new Matching(step(pattern, variables, scope), variables.size()))
        .toList();
  }

  private static @Nullable Scope bound(List<Pattern> patterns, @Nullable Scope scope) {
    Scope inner = scope;
    for (String name : PatternNames.of(patterns)) {
      inner = Scope.variable(inner, name);
    }
    return inner;
  }

  private Matching.Step step(Pattern pattern, List<String> variables, @Nullable Scope scope) {
    return switch (pattern) {
      case Pattern.Name(String name) -> new Matching.Step.Name(variables.indexOf(name));
      case Pattern.Elements(List<Pattern> patterns) ->
          new Matching.Step.Elements(
              patterns.stream().map(inner -> step(inner, variables, scope)).toList());
      case Pattern.Fields(List<Pattern.Field> fields) ->
          new Matching.Step.Fields(
              fields.stream()
                  .map(
                      field ->
                          new Matching.Step.Field(
                              field.variable().map(variables::indexOf).orElse(-1),
                              compile(field.key(), scope),
                              field.pattern().stream()
                                  .map(inner -> step(inner, variables, scope))
                                  .toList()))
                  .toList());
    };
  }

  private Code definition(Ast.Definition definition, @Nullable Scope scope) {
    Calls.Function function = new Calls.Function();
    Scope named =
        Scope.function(scope, definition.name(), definition.parameters().size(), function);
    define(function, definition, named);
    return new Calls.Definition(compile(definition.body(), named));
  }

  /**
   * A function that calls itself has one output at most if that follows from its calls of itself
   * having one at most. Where it does not, the body is compiled again.
   */
  void define(Calls.Function function, Ast.Definition definition, @Nullable Scope named) {
    int before = deepest;
    deepest = depth;
    function.assume(compiled < MAX_ASSUMING);
    Code body = functionBody(definition, named);
    if (!body.single() && function.single()) {
      function.assume(false);
      body = functionBody(definition, named);
    }
    function.body(body, deepest - depth + 1);
    deepest = Math.max(before, deepest);
  }

  /** Parameters that are variables too are evaluated before the body, the first one outermost. */
  private Code functionBody(Ast.Definition definition, @Nullable Scope named) {
    Scope scope = named;
    for (Ast.Parameter parameter : definition.parameters()) {
      scope = Scope.parameter(scope, parameter.name());
    }
    Ast body = definition.definition();
    for (Ast.Parameter parameter : definition.parameters().reversed()) {
      if (parameter.variable()) {
        body =
            new Ast.Bind(
                new Ast.Call(parameter.name(), List.of(), new Place(1, 1)),
                List.of(new Pattern.Name(parameter.name())),
                body);
      }
    }
    return compile(body, scope);
  }
}
