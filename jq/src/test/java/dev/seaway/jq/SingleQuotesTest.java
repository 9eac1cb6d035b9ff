package dev.seaway.jq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SingleQuotesTest {

  private static final JsonMapper JSON = new JsonMapper();

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "'jsmServiceDesk'                ~ \"jsmServiceDesk\"",
        ".a == 'x' and .b != 'y'         ~ .a == \"x\" and .b != \"y\"",
        "\"it's\"                        ~ \"it's\"",
        "\"the boys' room\"              ~ \"the boys' room\"",
        "'it's here'                     ~ \"it's here\"",
        "'say \"hi\"'                    ~ \"say \\\"hi\\\"\"",
        "''                              ~ \"\"",
        "'a' + 'b'                       ~ \"a\" + \"b\"",
        "'key \\(.a[\"b\"])'             ~ \"key \\(.a[\"b\"])\"",
        "\"key \\(.a | join('-'))'s\"    ~ \"key \\(.a | join(\"-\"))'s\"",
        "\"a\\\"'b\" + 'c'               ~ \"a\\\"'b\" + \"c\"",
        "'it\\'s'                        ~ \"it's\"",
        ".a # don't                      ~ .a",
        "map(select(.x == 'y'))          ~ map(select(.x == \"y\"))",
        "{'a': .b}                       ~ {\"a\": .b}",
        ".'a'                            ~ .\"a\"",
      })
  void readsStringsInSingleQuotes(String expression, String jq) {
    assertThat(ast(expression)).isEqualTo(ast(jq));
    assertThat(ast(Program.compile(expression, Map.of()).standardText())).isEqualTo(ast(jq));
  }

  /** Without the places of names, which quotes may move. */
  private static String ast(String expression) {
    return Parser.parse(Lexer.tokens(expression))
        .toString()
        .replaceAll("line \\d+, column \\d+", "somewhere");
  }

  @Test
  void aQuoteThatIsNeverClosedIsAFault() {
    assertThatExceptionOfType(InvalidExpression.class)
        .isThrownBy(() -> Program.compile("'never closed", Map.of()))
        .withMessageContaining("`'never closed` is not a valid jq expression: it ends too early");
  }

  @Property
  void neverFailsInAnUnforeseenWay(
      @ForAll @Chars({'\'', '"', '\\', '(', ')', '#', 'a', ' ', '\n'}) String text) {
    try {
      assertThat(Program.compile(text, Map.of()).text()).isEqualTo(text);
    } catch (InvalidExpression e) {
      assertThat(e).hasMessageContaining("is not a valid jq expression");
    }
  }

  @Property
  void neverTouchesWhatIsInDoubleQuotes(@ForAll @Chars({'\'', 'a', ' ', '#'}) String content) {
    JsonNode value = JSON.getNodeFactory().textNode(content);

    assertThat(Program.compile('"' + content + '"', Map.of()).first(value)).isEqualTo(value);
  }
}
