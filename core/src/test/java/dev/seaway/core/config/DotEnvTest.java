package dev.seaway.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DotEnvTest {

  @Test
  void readsEachForm() {
    String text =
        """
        # a comment

        PLAIN=value # with a comment
        export EXPORTED = spaced out\s\s
        HASH=a#b
        EMPTY=
        JSON={"type": "ONCE"}
        SINGLE='as # it \\n is'   # comment
        DOUBLE="a \\"b\\" \\\\ \\n c \\d \\$"
        LINES="one
        two"
        LAST=end\
        """;

    assertThat(DotEnv.parse(text))
        .isEqualTo(
            List.of(
                new DotEnv.Variable("PLAIN", "value"),
                new DotEnv.Variable("EXPORTED", "spaced out"),
                new DotEnv.Variable("HASH", "a#b"),
                new DotEnv.Variable("EMPTY", ""),
                new DotEnv.Variable("JSON", "{\"type\": \"ONCE\"}"),
                new DotEnv.Variable("SINGLE", "as # it \\n is"),
                new DotEnv.Variable("DOUBLE", "a \"b\" \\ \n c \\d $"),
                new DotEnv.Variable("LINES", "one\ntwo"),
                new DotEnv.Variable("LAST", "end")));
  }

  @Test
  void readsWindowsLineEnds() {
    assertThat(DotEnv.parse("A=1\r\nB=2\r\n"))
        .isEqualTo(List.of(new DotEnv.Variable("A", "1"), new DotEnv.Variable("B", "2")));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "s3same, line 1 is not of the form KEY=VALUE",
        "A='s3same, line 1 opens a quote that is never closed",
        "A=\"s3same, line 1 opens a quote that is never closed",
        "A='1' s3same, line 1 has text behind the closing quote",
      })
  void namesTheLineAndNeverTheValue(String text, String reason) {
    assertThatThrownBy(() -> DotEnv.parse(text)).hasMessage(reason);
    assertThatThrownBy(() -> DotEnv.parse("B=2\n\n" + text))
        .hasMessage(reason.replace("line 1", "line 3"));
  }

  @Property
  void readsBackWhatWasQuoted(
      @ForAll @CharRange(from = ' ', to = '~') @StringLength(max = 40) String value) {
    String quoted = value.replace("\\", "\\\\").replace("\"", "\\\"").replace("$", "\\$");

    assertThat(DotEnv.parse("KEY=\"" + quoted + "\" # end\n"))
        .isEqualTo(List.of(new DotEnv.Variable("KEY", value)));
  }
}
