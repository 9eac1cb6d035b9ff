package dev.seaway.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What it writes is what Jackson writes. */
class JsonWriterTest {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void writesWhatJacksonWrites(@ForAll("values") JsonNode value) {
    assertWritten(value);
  }

  @Provide
  Arbitrary<JsonNode> values() {
    return new JsonReaderTest().values();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "plain",
        "\"quoted\" and \\",
        "\b\t\n\f\r\u0000\u001f\u007f",
        "é ß \u0800 \uFFFF",
        "😀 and half of one: \uD83D.",
        "\uDE00 and \uD83D"
      })
  void writesEveryCharacter(String text) {
    assertWritten(TextNode.valueOf(text));
    assertWritten(TextNode.valueOf(text.repeat(300)));
    assertWritten(NODES.objectNode().put(text, text));
  }

  @Test
  void writesNumbersAndWhatNoDocumentHas() {
    assertWritten(NODES.numberNode(Long.MIN_VALUE));
    assertWritten(NODES.numberNode((short) 3));
    assertWritten(NODES.numberNode(1e300));
    assertWritten(NODES.numberNode(Double.NaN));
    assertWritten(NODES.numberNode(0.1f));
    assertWritten(NODES.numberNode(new BigDecimal("1E+400")));
    assertWritten(NODES.binaryNode(new byte[] {1, 2, 3}));
    assertWritten(NODES.pojoNode("odd"));
    assertWritten(MissingNode.getInstance());
  }

  private static void assertWritten(JsonNode value) {
    assertThat(new String(JsonWriter.bytes(value), StandardCharsets.UTF_8))
        .isEqualTo(
            new String(value.toString().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
  }
}
