package dev.seaway.mapping.jq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class InvalidExpressionTest {

  static Stream<Arguments> faults() {
    return Stream.of(
        Arguments.of("", "`` is not a valid jq expression: it is empty."),
        Arguments.of(".a |", "`.a |` is not a valid jq expression: it ends too early."),
        Arguments.of(".a | | .b", "`|` at line 1, column 6 was not expected there."),
        Arguments.of(".a }", "`}` at line 1, column 4"),
        Arguments.of("\"open", "it ends too early."),
        Arguments.of(".a)", "Unexpected ')' at line 1, column 3."),
        Arguments.of("label $x", "must be followed by pipes"),
        Arguments.of(".a | tostrin", "there is no function tostrin. Did you mean tostring?"),
        Arguments.of(".a | frobnicate(1; 2)", "no function frobnicate with 2 arguments."),
        Arguments.of("jsmServiceDesk", "For the text, quote it: '\"jsmServiceDesk\"'."),
        Arguments.of("map(.a; .b)", "no function map with 2 arguments. It takes 1 argument(s)."),
        Arguments.of("\"\\(foo(1))\"", "there is no function foo with 1 argument."),
        Arguments.of("{a: bar}", "there is no function bar"),
        Arguments.of("{(quux): 1}", "there is no function quux"),
        Arguments.of("$name", "the variable $name is not defined."),
        Arguments.of("{$name}", "the variable $name is not defined."),
        Arguments.of("@base65", "there is no format @base65. Did you mean @base64?"),
        Arguments.of("$__loc__", "the variable $__loc__ is not defined."),
        Arguments.of("import \"x\" as x; 1", "modules (import, include, module, ::)"),
        Arguments.of("import \"x\" as $x; $x::x", "modules (import, include, module, ::)"),
        Arguments.of("include \"x\"; 1", "modules (import, include, module, ::)"),
        Arguments.of("module {}; 1", "modules (import, include, module, ::)"),
        Arguments.of("x::y", "modules (import, include, module, ::)"));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void saysWhatIsWrong(String expression, String message) {
    assertThatExceptionOfType(InvalidExpression.class)
        .isThrownBy(() -> Program.compile(expression, true))
        .withMessageContaining(message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "input",
        "[inputs]",
        "debug",
        "debug(\"x\")",
        "input_filename",
        "debug_scope",
        "halt",
        "stderr"
      })
  void nothingButTheRecordIsInReach(String expression) {
    assertThatExceptionOfType(InvalidExpression.class)
        .isThrownBy(() -> Program.compile(expression, true))
        .withMessageContaining("an expression sees one record and nothing else");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "env",
        "env.HOME",
        "$ENV",
        "$ENV.HOME",
        ".a | {$ENV}",
        "\"\\(env.HOME)\"",
        "\"\\($ENV.HOME)\"",
        "[env] | length",
        "def f: env; f",
        "{home: env}",
        "{(env.HOME): 1}"
      })
  void theEnvironmentNeedsPermission(String expression) {
    assertThatExceptionOfType(InvalidExpression.class)
        .isThrownBy(() -> Program.compile(expression, false))
        .withMessageContaining("OCEAN__ALLOW_ENVIRONMENT_VARIABLES_JQ_ACCESS=true");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"env\"",
        "'$ENV'",
        "\"see $ENV.HOME or env\"",
        ".env",
        ".a.env",
        "{env: 1}",
        ".[\"env\"]",
        "{\"env\": .env}",
        "1 # env"
      })
  void theWordAloneNeedsNone(String expression) {
    assertThat(Program.compile(expression, false).text()).isEqualTo(expression);
  }

  @Test
  void readsTheEnvironmentWithPermission() {
    String path = System.getenv("PATH");
    JsonNode input = NullNode.getInstance();

    assertThat(Program.compile("env.PATH", true).first(input).textValue()).isEqualTo(path);
    assertThat(Program.compile("$ENV.PATH", true).first(input).textValue()).isEqualTo(path);
  }

  @Test
  void aFunctionOfThatNameDoesNotOpenTheEnvironment() {
    Program program = Program.compile("def f: def env: 1; env; f, env", false);

    assertThatExceptionOfType(EvaluationFailed.class)
        .isThrownBy(() -> program.all(NullNode.getInstance()));
  }

  @Test
  void deepNestingIsAFaultOfTheExpression() {
    String expression = "(".repeat(100_000) + "1" + ")".repeat(100_000);

    assertThatExceptionOfType(InvalidExpression.class)
        .isThrownBy(() -> Program.compile(expression, false))
        .withMessageContaining("nested too deeply");
  }
}
