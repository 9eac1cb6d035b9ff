package dev.seaway.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seaway.core.http.JsonScan.Unusual;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What it reads is what Jackson reads; what Jackson refuses it never accepts. */
class JsonReaderTest {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final JsonMapper JACKSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
  private static final JsonMapper ESCAPING =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private final FieldNames names = new FieldNames();

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void readsWhatJacksonWrites(@ForAll("values") JsonNode value) throws IOException {
    for (byte[] body :
        List.of(
            JACKSON.writeValueAsBytes(value),
            JACKSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(value),
            ESCAPING.writeValueAsBytes(value))) {
      JsonNode expected = reference(body);
      assertThat(read(body).orElse(expected)).isEqualTo(expected).hasToString(expected.toString());
    }
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void acceptsNothingThatJacksonRefuses(
      @ForAll("values") JsonNode value,
      @ForAll @IntRange(min = 0, max = 1_000) int place,
      @ForAll byte damage,
      @ForAll boolean cut)
      throws IOException {
    byte[] body = JACKSON.writeValueAsBytes(value);
    int at = place % body.length;
    byte[] damaged = cut ? Arrays.copyOf(body, at) : body;
    if (!cut) {
      damaged[at] = damage;
    }
    Optional<JsonNode> read = read(damaged);
    if (read.isPresent()) {
      assertThat(read.get()).isEqualTo(reference(damaged));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        " [ ] ",
        "\"\"",
        "0",
        "-12",
        "2147483648",
        "999999999999999999",
        "1709682707.5",
        "1E400",
        "-1.5e-3",
        "true",
        "[{\"a\":1,\"b\":2,\"a\":3}]",
        "{\"\":null}",
        "\"\\u00e9\\ud83d\\ude00\\/\\n\"",
        "\"zwölf 😀\"",
        "{\"zwölf\":{\"a\\tb\":[1,[2,[3]]]}}"
      })
  void readsTheOrdinary(String json) throws IOException {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);

    assertThat(read(body)).contains(reference(body));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "[1,]",
        "{\"a\"}",
        "{a:1}",
        "{'a':1}",
        "01",
        "-0",
        "1.",
        ".5",
        "+1",
        "1e",
        "--1",
        "NaN",
        "nul",
        "truex",
        "1 2",
        "{} x",
        "\"tab\tinside\"",
        "\"\\x\"",
        "\"\\u12g4\"",
        "\"open",
        "\"open\\",
        "123456789012345678901",
        "\uFEFF{}"
      })
  void leavesTheRestToJackson(String json) {
    assertThat(read(json.getBytes(StandardCharsets.UTF_8))).isEmpty();
  }

  @Test
  void leavesWhatIsNoUtf8AndWhatIsDeepToJackson() {
    assertThat(read(new byte[] {'"', (byte) 0xC3, '"'})).isEmpty();
    assertThat(read("[".repeat(101).concat("]".repeat(101)).getBytes(StandardCharsets.UTF_8)))
        .isEmpty();
  }

  @Test
  void tellsTheFaultInJacksonsWords() {
    byte[] cut = "{\"a\":".getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(() -> new JsonBody(100).read(new HttpAnswer(200, Map.of(), cut), true))
        .hasMessageContaining("end-of-input");
  }

  private static JsonNode reference(byte[] body) throws IOException {
    return new GeneralJson(Integer.MAX_VALUE).document(body, new ContentType(""), false);
  }

  /** Read at once or where it is looked into, a document is the same. */
  private Optional<JsonNode> read(byte[] body) {
    Optional<JsonNode> atOnce = read(body, false);
    assertThat(read(body, true)).isEqualTo(atOnce);
    return read(body, true);
  }

  private Optional<JsonNode> read(byte[] body, boolean hasRecords) {
    try {
      return Optional.of(JsonReader.read(body, names, hasRecords, Integer.MAX_VALUE));
    } catch (Unusual other) {
      return Optional.empty();
    }
  }

  @Provide
  Arbitrary<JsonNode> values() {
    Arbitrary<JsonNode> scalars =
        Arbitraries.oneOf(
            Arbitraries.strings().ofMaxLength(12).map(NODES::textNode),
            Arbitraries.strings().ascii().ofMaxLength(80).map(NODES::textNode),
            Arbitraries.integers().map(NODES::numberNode),
            Arbitraries.longs().map(NODES::numberNode),
            Arbitraries.doubles().map(NODES::numberNode),
            Arbitraries.bigIntegers().map(NODES::numberNode),
            Arbitraries.of(NODES.booleanNode(true), NODES.booleanNode(false), NODES.nullNode()));
    return nested(nested(nested(scalars)));
  }

  private Arbitrary<JsonNode> nested(Arbitrary<JsonNode> inner) {
    Arbitrary<String> fields =
        Arbitraries.oneOf(
            Arbitraries.of("id", "name", "_links"), Arbitraries.strings().ofMaxLength(5));
    return Arbitraries.oneOf(
        inner,
        inner.list().ofMaxSize(4).map(this::array),
        Arbitraries.maps(fields, inner).ofMaxSize(4).map(this::object));
  }

  private JsonNode object(Map<String, JsonNode> fields) {
    ObjectNode object = NODES.objectNode();
    return object.setAll(fields);
  }

  private JsonNode array(List<JsonNode> elements) {
    return NODES.arrayNode().addAll(elements);
  }
}
