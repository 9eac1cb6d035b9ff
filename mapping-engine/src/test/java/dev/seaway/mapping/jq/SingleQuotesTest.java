package dev.seaway.mapping.jq;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SingleQuotesTest {

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
        "'never closed                   ~ 'never closed",
        ".a # don't                      ~ .a # don't",
        "map(select(.x == 'y'))          ~ map(select(.x == \"y\"))",
        "{'a': .b}                       ~ {\"a\": .b}",
      })
  void readsStringsInSingleQuotes(String expression, String jq) {
    assertThat(SingleQuotes.toDouble(expression)).isEqualTo(jq);
  }

  @Property
  void leavesTextWithoutSingleQuotesAlone(@ForAll @CharRange(from = ' ', to = '&') String text) {
    assertThat(SingleQuotes.toDouble(text)).isEqualTo(text);
  }

  @Property
  void neverFails(@ForAll @Chars({'\'', '"', '\\', '(', ')', '#', 'a', ' ', '\n'}) String text) {
    assertThat(SingleQuotes.toDouble(text)).hasSizeGreaterThanOrEqualTo(text.length() / 2);
  }

  @Property
  void neverTouchesWhatIsInDoubleQuotes(@ForAll @Chars({'\'', 'a', ' ', '#'}) String content) {
    String text = '"' + content + '"';

    assertThat(SingleQuotes.toDouble(text)).isEqualTo(text);
  }
}
