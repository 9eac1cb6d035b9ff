package dev.seaway.jq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgramTest {

  private static final JsonMapper JSON = new JsonMapper();

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        ".id | tostring                                 ~ {\"id\": 10}      ~ \"10\"",
        ".a // .b // .c                                 ~ {\"b\": \"x\"}    ~ \"x\"",
        ".a[]                                           ~ {\"a\": [3, 4]}   ~ 3",
        ".a[]?                                          ~ {\"a\": 1}        ~ null",
        "empty                                          ~ 1                 ~ null",
        "'single'                                       ~ 1                 ~ \"single\"",
        "\"\\(.a)-\\(.b)\"                              ~ {\"a\":1,\"b\":2} ~ \"1-2\"",
        "def twice(f): f | f; .a | twice(. + 1)         ~ {\"a\": 1}        ~ 3",
        "def add($x; y): $x + y; add(.a; 2)             ~ {\"a\": 1}        ~ 3",
        ". as {a: $x, b: [$y]} | $x + $y                ~ {\"a\":1,\"b\":[2]} ~ 3",
        "reduce .[] as $n (0; . + $n)                   ~ [1, 2]            ~ 3",
        "[foreach .[] as $n (0; . + $n; [$n, .])] | length ~ [1, 2]         ~ 2",
        "label $out | .[] | ., break $out               ~ [1, 2]            ~ 1",
        "{id, title: .name, (.key): 1, \"q\": 2}        ~ {\"id\":1,\"name\":\"n\",\"key\":\"k\"}"
            + " ~ {\"id\":1,\"title\":\"n\",\"k\":1,\"q\":2}",
        "{if: 1, import: 2, def: 3, env: 4, input: 5} | .import ~ 1        ~ 2",
        ". as $x | {$x}                                 ~ 1                 ~ {\"x\": 1}",
        "@base64                                        ~ \"a\"             ~ \"YQ==\"",
        "test(\"^a\"; \"i\")                            ~ \"Abc\"           ~ true",
        "first(range(10; 0; -1))                        ~ 1                 ~ 10",
        "[.[] | select(.a == 'x') | .b]                 ~ [{\"a\":\"x\",\"b\":1}] ~ [1]",
        "map(def inc: . + 1; inc)                       ~ [1]               ~ [2]",
      })
  void givesTheFirstOutput(String expression, String input, String output) throws Exception {
    assertThat(Program.compile(expression, Map.of()).first(JSON.readTree(input)))
        .isEqualTo(JSON.readTree(output));
  }

  @Test
  void givesAllOutputs() throws Exception {
    JsonNode input = JSON.readTree("{\"values\": [1, 2, 3]}");

    assertThat(Program.compile(".values[]", Map.of()).all(input))
        .map(JsonNode::intValue)
        .containsExactly(1, 2, 3);
    assertThat(Program.compile("empty", Map.of()).all(input)).isEmpty();
  }

  @Test
  void computesNothingAfterTheFirstOutput() {
    assertThat(Program.compile("1, error(\"later\")", Map.of()).first(NullNode.getInstance()))
        .isEqualTo(JSON.getNodeFactory().numberNode(1));
    assertThat(Program.compile("range(1; 1e15)", Map.of()).first(NullNode.getInstance()).intValue())
        .isEqualTo(1);
  }

  @Test
  void anExpressionCannotCatchTheStop() {
    assertThat(Program.compile("try (1, 2) catch 3", Map.of()).first(NullNode.getInstance()))
        .isEqualTo(JSON.getNodeFactory().numberNode(1));
  }

  @Test
  void failsWithOneClearSentence() throws Exception {
    JsonNode input = JSON.readTree("{\"a\": 5}");

    assertThatExceptionOfType(EvaluationFailed.class)
        .isThrownBy(() -> Program.compile(".a.b", Map.of()).first(input))
        .withMessageStartingWith("`.a.b` failed: Cannot index number with string (\"b\")")
        .satisfies(failed -> assertThat(failed.expression()).isEqualTo(".a.b"))
        .satisfies(
            failed ->
                assertThat(failed.reason()).startsWith("Cannot index number with string (\"b\")"));
    assertThatExceptionOfType(EvaluationFailed.class)
        .isThrownBy(() -> Program.compile("error('no\\nluck')", Map.of()).first(input))
        .withMessage("`error('no\\nluck')` failed: no luck");
    assertThatExceptionOfType(EvaluationFailed.class)
        .isThrownBy(() -> Program.compile("1, error('x')", Map.of()).all(input));
  }

  @Test
  void endlessRecursionIsAFailureLikeAnyOther() {
    Program program = Program.compile("def f: f + 1; f", Map.of());

    assertThatExceptionOfType(EvaluationFailed.class)
        .isThrownBy(() -> program.first(NullNode.getInstance()))
        .withMessageContaining("recurses too deeply");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {"test('(')~\"a\"", "setpath(['a', 0]; 1)~\"x\""})
  void whateverTheLibraryThrowsBecomesAFailure(String expression, String input) throws Exception {
    JsonNode record = JSON.readTree(input);
    Program program = Program.compile(expression, Map.of());

    assertThatExceptionOfType(EvaluationFailed.class).isThrownBy(() -> program.first(record));
  }

  @Test
  void sharesTheValuesOfItsInput() throws Exception {
    JsonNode input = JSON.readTree("{\"a\": {\"b\": [1]}}");

    assertThat(Program.compile(".a", Map.of()).first(input)).isSameAs(input.get("a"));
  }

  @Test
  void keepsTheTextThatTheUserWrote() {
    assertThat(Program.compile("'x'", Map.of()).text()).isEqualTo("'x'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "\"jsm\"~jsm",
        "'jsm'~jsm",
        "  \"a\\nb\" ~`a\nb`",
        "\"\"~``",
        "(\"a\")~a",
        "@base64 \"a\"~a"
      })
  void knowsALiteral(String expression, String text) {
    assertThat(Program.compile(expression, Map.of()).literal()).contains(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {".a", "\"a\" + \"b\"", "\"a\\(.b)\"", "5", "@base64 \"x\\(.)\"", "\"a\" | \"b\""})
  void takesNothingElseForALiteral(String expression) {
    assertThat(Program.compile(expression, Map.of()).literal()).isEmpty();
  }

  @Test
  void oneProgramServesManyThreadsAtOnce() throws Exception {
    Program program =
        Program.compile(
            "def sum: reduce .[] as $n (0; . + $n); . as {values: $v, id: $id}"
                + " | {id: $id, sum: ($v | sum), text: ($v | map(tostring) | join('-'))}",
            Map.of());
    List<Callable<JsonNode>> tasks =
        IntStream.range(0, 400)
            .<Callable<JsonNode>>mapToObj(
                id ->
                    () ->
                        program.first(
                            JSON.readTree("{\"id\":%d,\"values\":[%d,1,2]}".formatted(id, id))))
            .toList();

    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Future<JsonNode>> results = threads.invokeAll(tasks);
      for (int id = 0; id < results.size(); id++) {
        assertThat(results.get(id).get())
            .isEqualTo(
                JSON.readTree(
                    "{\"id\":%d,\"sum\":%d,\"text\":\"%d-1-2\"}".formatted(id, id + 3, id)));
      }
    }
  }
}
