package dev.seaway.jq;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.thisptr.jackson.jq.BuiltinFunctionLoader;
import net.thisptr.jackson.jq.JsonQuery;
import net.thisptr.jackson.jq.Scope;
import net.thisptr.jackson.jq.Versions;
import net.thisptr.jackson.jq.exception.JsonQueryException;
import org.junit.jupiter.api.Test;

/**
 * Most expressions of mappings are evaluated on the fast path. It must give what the general way
 * gives, and what another implementation of jq gives.
 */
class FastPathTest {

  private static final JsonMapper JSON = new JsonMapper();
  private static final List<String> KEYS = List.of("a", "b", "c");

  @Provide
  Arbitrary<String> expressions() {
    Arbitrary<String> leaves =
        Arbitraries.of(
            ".",
            ".a",
            ".b",
            ".c.a",
            ".a.b.c",
            ".a?",
            ".b.c?",
            ".[\"a\"]",
            ".a[0]",
            ".b[1:]",
            ".c[-1]",
            "1",
            "2.5",
            "\"x\"",
            "null",
            "true",
            "false",
            "[]",
            "{}",
            "empty",
            "error",
            "error(\"no\")",
            "$__loc__.line",
            "-.a",
            "\"\\(.a)-\\(.b)\"",
            "length",
            "type",
            "keys",
            "not",
            "tostring",
            "tojson",
            "ascii_downcase",
            ".[]?",
            "(.a, .b)");
    return Arbitraries.recursive(() -> leaves, FastPathTest::compound, 0, 3);
  }

  private static Arbitrary<String> compound(Arbitrary<String> inner) {
    Arbitrary<String> operators =
        Arbitraries.of(
            " + ", " - ", " * ", " / ", " % ", " == ", " != ", " < ", " <= ", " > ", " >= ",
            " and ", " or ", " // ", " | ", ", ");
    Arbitrary<String> binary =
        Combinators.combine(inner, operators, inner)
            .as((left, operator, right) -> "(" + left + operator + right + ")");
    Arbitrary<String> unary =
        Combinators.combine(
                inner,
                Arbitraries.of(
                    "(%s)?",
                    "[%s]",
                    "{a: (%s)}",
                    "\"<\\(%s)>\"",
                    "(%s | tostring)",
                    "(%s) as $v | [$v, .a]",
                    "try (%s) catch .",
                    "first(%s)",
                    "select(%s)",
                    "map(%s)?",
                    "[.[]? | %s]",
                    "any(%s)?",
                    "(.a |= (%s))?",
                    "(.b = (%s))?",
                    "reduce (%s) as $v (0; [., $v])",
                    "[path(%s)?]",
                    "(%s | @uri)",
                    "def f: (%s); f",
                    "[limit(2; %s)]",
                    "(%s | test(\"x\"))?",
                    "del(.a)? | (%s)",
                    "(%s | sub(\"x\"; \"y\"))?",
                    "(%s | .a)",
                    "(%s)[0]?",
                    "isempty(%s)"))
            .as((body, pattern) -> pattern.formatted(body));
    Arbitrary<String> branches =
        Combinators.combine(inner, inner, inner)
            .as("if %s then %s else %s end"::formatted)
            .map(branch -> "(" + branch + ")");
    return Arbitraries.frequencyOf(Tuple.of(3, binary), Tuple.of(3, unary), Tuple.of(1, branches));
  }

  @Provide
  Arbitrary<JsonNode> inputs() {
    JsonNodeFactory json = JsonNodeFactory.instance;
    Arbitrary<JsonNode> scalars =
        Arbitraries.of("null", "true", "false", "0", "1", "-7", "2.5", "\"\"", "\"x\"", "\"Äx\"")
            .map(FastPathTest::read);
    return Arbitraries.recursive(
        () -> scalars,
        inner ->
            Arbitraries.oneOf(
                inner.list().ofMaxSize(3).map(list -> json.arrayNode().addAll(list)),
                Arbitraries.maps(Arbitraries.of(KEYS), inner)
                    .ofMaxSize(3)
                    .map(map -> json.objectNode().setAll(map))),
        1,
        3);
  }

  private static JsonNode read(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  /** What an evaluation came to: outputs up to an error, if there is one. */
  private record Result(List<String> outputs, String error) {}

  @Property(tries = 3000)
  void bothWaysGiveTheSame(
      @ForAll("expressions") String expression, @ForAll("inputs") JsonNode input) {
    Program program = Program.compile(expression, Map.of());
    if (!program.code().single()) {
      return;
    }

    assertThat(fast(program, input)).as(expression).isEqualTo(general(program, input));
  }

  private static Result fast(Program program, JsonNode input) {
    Run run = new Run(program.machine());
    try {
      JsonNode value = program.code().value(Env.of(run), input);
      return new Result(value == null ? List.of() : List.of(value.toString()), "");
    } catch (JqError e) {
      return new Result(List.of(), e.reason());
    }
  }

  /** Through {@code run}, which pushes. */
  private static Result general(Program program, JsonNode input) {
    Run run = new Run(program.machine());
    List<String> outputs = new ArrayList<>();
    try {
      program
          .code()
          .run(Env.of(run), input, null, (value, nowhere) -> outputs.add(value.toString()));
      return new Result(outputs, "");
    } catch (JqError e) {
      return new Result(outputs, e.reason());
    }
  }

  @Property(tries = 1000)
  void pathsChangeNoValues(
      @ForAll("expressions") String expression, @ForAll("inputs") JsonNode input) {
    // What stands nowhere has no path: that error may be caught.
    Assume.that(!expression.contains("?") && !expression.contains("try"));
    Program program = Program.compile(expression, Map.of());
    Run run = new Run(program.machine());
    List<String> tracked = new ArrayList<>();
    try {
      program
          .code()
          .run(Env.of(run), input, Path.ROOT, (value, at) -> tracked.add(value.toString()));
    } catch (JqError e) {
      assertThat(e.reason()).isNotEmpty();
    }

    List<String> outputs = general(program, input).outputs();
    assertThat(tracked).as(expression).hasSizeLessThanOrEqualTo(outputs.size());
    assertThat(outputs.subList(0, tracked.size())).as(expression).isEqualTo(tracked);
  }

  @Property(tries = 500)
  void anotherImplementationGivesTheSame(
      @ForAll("plain") String expression, @ForAll("inputs") JsonNode input) throws Exception {
    List<JsonNode> expected = new ArrayList<>();
    try {
      Scope scope = Scope.newEmptyScope();
      BuiltinFunctionLoader.getInstance().loadFunctions(Versions.JQ_1_7, scope);
      JsonQuery.compile(expression, Versions.JQ_1_7).apply(scope, input, expected::add);
    } catch (JsonQueryException e) {
      return;
    }

    assertThat(Program.compile(expression, Map.of()).all(input).toString())
        .as(expression)
        .isEqualTo(expected.toString());
  }

  /** What mappings mostly say: paths, literals, alternatives, texts. */
  @Provide
  Arbitrary<String> plain() {
    Arbitrary<String> paths =
        Arbitraries.of(
            ".", ".a", ".b", ".a.b", ".a?", ".c[0]?", ".a.b.c?", "\"x\"", "5", "null", "true");
    Arbitrary<String> texts = paths.map(path -> "(%s | tostring)".formatted(path));
    Arbitrary<String> joined =
        Combinators.combine(texts, texts)
            .flatAs(
                (left, right) ->
                    Arbitraries.of(
                        left + " + " + right,
                        "\"\\(%s)/\\(%s)\"".formatted(left, right),
                        "(%s) + \"-\" + (%s)".formatted(left, right)));
    Arbitrary<String> alternatives =
        Combinators.combine(paths, paths).as((left, right) -> left + " // " + right);
    return Arbitraries.oneOf(paths, texts, joined, alternatives);
  }

  @Test
  void mostOfWhatMappingsSayIsOnTheFastPath() {
    for (String expression :
        List.of(
            "true",
            ".id | tostring",
            ".fields.status.name // \"none\"",
            "\"\\(.key)-\\(.id)\"",
            ".a + \"-\" + (.b | tostring)",
            "if .a == null then \"x\" else .a end",
            ".labels | join(\",\")",
            "[.items[] | .id]",
            ".items | map(.id) | join(\", \")",
            ".summary | test(\"^A\")",
            ".date | fromdate | todate",
            "(.a | tonumber?) // null",
            ".a as $x | $x.b")) {
      assertThat(Program.compile(expression, Map.of()).code().single()).as(expression).isTrue();
    }
    assertThat(Program.compile(".[]", Map.of()).code().single()).isFalse();
    assertThat(Program.compile("empty", Map.of()).first(NullNode.getInstance()))
        .isEqualTo(NullNode.getInstance());
  }
}
