package dev.seaway.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScalarTextTest {

  @ParameterizedTest
  @CsvSource({
    "10,10",
    "10.0,10",
    "-0.5,-0.5",
    "1.50,1.5",
    "1e3,1000",
    "9007199254740993,9007199254740993",
    "12345678901234567890123,12345678901234567890123",
    "1.7976931348623157e308,1.7976931348623157e+308",
    "0.0001,0.0001",
    "0.00001,1e-05",
    "1.5e-7,1.5e-07",
    "0.0,0",
    "true,true",
    "false,false",
    "\"text\",text"
  })
  void numbersAreWrittenAsJqPrintsThem(String json, String text) {
    assertThat(ScalarText.normalised(Json.of(json))).isEqualTo(TextNode.valueOf(text));
  }

  @Test
  void exactDecimalsLoseTheirTrailingZerosOnly() {
    assertThat(ScalarText.normalised(DecimalNode.valueOf(new BigDecimal("10.00"))).textValue())
        .isEqualTo("10");
  }

  @Test
  void whatIsNoNumberIsNull() {
    assertThat(ScalarText.normalised(DoubleNode.valueOf(Double.NaN)).isNull()).isTrue();
    assertThat(ScalarText.normalised(DoubleNode.valueOf(Double.POSITIVE_INFINITY)).isNull())
        .isTrue();
  }

  @Test
  void textsAreNotCopied() {
    JsonNode text = TextNode.valueOf("x");
    JsonNode list = Json.of("[\"a\", \"b\"]");

    assertThat(ScalarText.normalised(text)).isSameAs(text);
    assertThat(ScalarText.target(list, _ -> false)).isSameAs(list);
  }

  @Test
  void elementsOfAListAreNormalisedTooAndNullsAreLeftOut() {
    assertThat(ScalarText.target(Json.of("[1, 2.0, \"a\", true, null, \"null\"]"), _ -> false))
        .isEqualTo(Json.of("[\"1\", \"2\", \"a\", \"true\"]"));
  }

  @Property
  void wholeNumbersReadTheSameInBothTypes(@ForAll int number) {
    assertThat(ScalarText.normalised(DoubleNode.valueOf(number)))
        .isEqualTo(ScalarText.normalised(LongNode.valueOf(number)));
  }

  @Property
  void theTextOfADoubleReadsBackAsTheSameDouble(@ForAll double number) {
    assertThat(Double.parseDouble(ScalarText.normalised(DoubleNode.valueOf(number)).textValue()))
        .isEqualTo(number + 0.0);
  }
}
