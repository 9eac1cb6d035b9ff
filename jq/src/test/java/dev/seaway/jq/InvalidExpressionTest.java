package dev.seaway.jq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.NullNode;
import java.util.Map;
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
        Arguments.of("\"open", "it ends too early: a string is never closed."),
        Arguments.of(".a)", "`)` at line 1, column 3 was not expected there."),
        Arguments.of("label $x", "it ends too early."),
        Arguments.of("break $x", "the label $x is not defined; see line 1, column 1."),
        Arguments.of("1 < 2 < 3", "`<` at line 1, column 7 cannot follow"),
        Arguments.of("def and: 1; 2", "a function cannot have that name"),
        Arguments.of("{1: 2}", "`1` at line 1, column 2 cannot be a key; quote it."),
        Arguments.of("\"\\q\"", "`\\q` at line 1, column 2 is no escape of jq."),
        Arguments.of(".a |\n  tostrin", "See line 2, column 3."),
        Arguments.of("'it' + tostrin", "See line 1, column 8."),
        Arguments.of("lgamma", "this function of jq is not supported."),
        Arguments.of(". as $name | $nme", "$nme is not defined. Did you mean $name?"),
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
        Arguments.of("$__prog_args", "the variable $__prog_args is not defined."),
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
        .isThrownBy(() -> Program.compile(expression, Map.of("PATH", "/bin")))
        .withMessageContaining(message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "input",
        "[inputs]",
        "input_filename",
        "input_line_number",
        "halt",
        "halt_error(1)",
        "get_search_list"
      })
  void nothingButTheRecordIsInReach(String expression) {
    assertThatExceptionOfType(InvalidExpression.class)
        .isThrownBy(() -> Program.compile(expression, Map.of("PATH", "/bin")))
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
        .isThrownBy(() -> Program.compile(expression, Map.of()))
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
    assertThat(Program.compile(expression, Map.of()).text()).isEqualTo(expression);
  }

  @Test
  void theEnvironmentIsWhatItIsGiven() {
    Program program =
        Program.compile("[env.REGION, $ENV.REGION, env.PATH]", Map.of("REGION", "eu"));

    assertThat(program.first(NullNode.getInstance())).hasToString("[\"eu\",\"eu\",null]");
  }

  @Test
  void aFunctionOfThatNameDoesNotOpenTheEnvironment() {
    assertThatExceptionOfType(InvalidExpression.class)
        .isThrownBy(() -> Program.compile("def f: def env: 1; env; f, env", Map.of()))
        .withMessageContaining("at line 1, column 28, which is not allowed");
    assertThat(Program.compile("def env: 1; env", Map.of()).first(NullNode.getInstance()))
        .hasToString("1");
  }

  @Test
  void deepNestingIsAFaultOfTheExpression() {
    String expression = "(".repeat(5_000) + "1" + ")".repeat(5_000);

    assertThatExceptionOfType(InvalidExpression.class)
        .isThrownBy(() -> Program.compile(expression, Map.of()))
        .withMessageContaining("nested too deeply");
    assertThatExceptionOfType(InvalidExpression.class)
        .isThrownBy(() -> Program.compile("1" + "+1".repeat(5_000), Map.of()))
        .withMessageContaining("nested too deeply");
  }

  @Test
  void aLongExpressionIsRefused() {
    assertThatExceptionOfType(InvalidExpression.class)
        .isThrownBy(() -> Program.compile("1" + " ".repeat(20_000), Map.of()))
        .withMessageContaining("it has 20,001 characters; 20,000 are allowed.");
  }

  @Test
  void aLongTableOfBranchesIsNotDeep() {
    String branches = "elif . == 1 then 2 ".repeat(400);

    Program program = Program.compile("if . == 0 then 1 " + branches + "else 3 end", Map.of());

    assertThat(program.first(NullNode.getInstance())).hasToString("3");
  }
}
