package dev.seaway.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifierRuleTest {

  private static final Pattern RULE = Pattern.compile("^(?!\\.{1,2}$)[\\p{L}0-9@_.+:\\\\/='-]+$");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10001",
        "ITSM-1",
        "a@b.c",
        "...",
        "é",
        "名前",
        "a/b\\c",
        "𠀀",
        "x=1:2+3",
        "o'brien@example.com"
      })
  void acceptsWhatTheCatalogAccepts(String identifier) {
    assertThat(IdentifierRule.of(identifier)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "my ticket~it contains a space",
        "a#b~it contains #",
        "a\tb~it contains U+0009",
        ".~a single or double dot",
        "..~a single or double dot",
        "٣~it contains ٣",
        "😀~it contains 😀"
      })
  void saysWhatIsWrong(String identifier, String fault) {
    assertThat(IdentifierRule.of(identifier)).get().asString().contains(fault);
  }

  @Test
  void knowsEachSignOfAscii() {
    String accepted =
        IntStream.range(0, 128)
            .mapToObj(Character::toString)
            .filter(sign -> IdentifierRule.of("x" + sign).isEmpty())
            .collect(Collectors.joining());

    assertThat(accepted)
        .isEqualTo("'+-./0123456789:=@ABCDEFGHIJKLMNOPQRSTUVWXYZ\\_abcdefghijklmnopqrstuvwxyz");
  }

  @Test
  void limitsTheLength() {
    assertThat(IdentifierRule.of("x".repeat(1000))).isEmpty();
    assertThat(IdentifierRule.of("x".repeat(1001)))
        .get()
        .asString()
        .contains("more than 1000 characters");
  }

  @Property
  void agreesWithTheCatalogsPattern(@ForAll String identifier) {
    boolean accepted = RULE.matcher(identifier).matches() || identifier.isEmpty();

    assertThat(IdentifierRule.of(identifier).isEmpty())
        .isEqualTo(accepted && identifier.length() <= 1000);
  }
}
