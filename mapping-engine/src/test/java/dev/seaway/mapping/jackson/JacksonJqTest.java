package dev.seaway.mapping.jackson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.seaway.jq.EvaluationFailed;
import dev.seaway.jq.InvalidExpression;
import dev.seaway.jq.JqProgram;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JacksonJqTest {

  private static final JsonMapper JSON = new JsonMapper();
  private static final JsonNode RECORD =
      read("{\"a\": {\"b\": 5}, \"list\": [1, 2], \"name\": \"Ann\"}");

  private final JacksonJq jq = JacksonJq.of(Map.of());

  @Test
  void givesTheFirstOutputAndComputesNothingAfterIt() {
    assertThat(jq.compile(".a.b").first(RECORD)).isEqualTo(read("5"));
    assertThat(jq.compile(".list[], error(\"later\")").first(RECORD)).isEqualTo(read("1"));
    assertThat(jq.compile("try (.list[]) catch 9").firstOutput(RECORD)).contains(read("1"));
    assertThat(jq.compile("empty").firstOutput(RECORD)).isEmpty();
    assertThat(jq.compile("empty").first(RECORD).isNull()).isTrue();
    assertThat(jq.compile(".list[]").parts(RECORD)).containsExactly(read("1"), read("2"));
  }

  @Test
  void readsStringsInSingleQuotes() {
    assertThat(jq.compile("'it's \\(.name) \"here\"'").first(RECORD))
        .isEqualTo(read("\"it's Ann \\\"here\\\"\""));
  }

  @Test
  void knowsWhatAnExpressionReads() {
    JqProgram program = jq.compile(".a.b");

    assertThat(program.text()).isEqualTo(".a.b");
    assertThat(program.inputFields()).contains(Set.of("a"));
    assertThat(program.readPaths().paths()).containsExactly(List.of("a", "b"));
    assertThat(jq.compile("'x'").literal()).contains("x");
  }

  @Test
  void seesNothingOfTheEnvironmentButWhatItIsGiven() {
    JacksonJq open = JacksonJq.of(Map.of("REGION", "eu"));

    assertThat(open.compile("env").first(RECORD)).isEqualTo(read("{\"REGION\": \"eu\"}"));
    assertThat(open.compile("$ENV.REGION").first(RECORD)).isEqualTo(read("\"eu\""));
    assertThatThrownBy(() -> jq.compile("env")).isInstanceOf(InvalidExpression.class);
  }

  @Test
  void refusesWhatOneOfTheTwoDoesNotRead() {
    assertThatThrownBy(() -> jq.compile(".a | nosuch"))
        .isInstanceOf(InvalidExpression.class)
        .hasMessageContaining("nosuch");
    assertThatThrownBy(() -> jq.compile(". as [$a] ?// $a | $a"))
        .isInstanceOf(InvalidExpression.class);
  }

  @Test
  void saysWhyAnExpressionFailsAndShowsNoValueInThePlainReason() {
    assertThatExceptionOfType(EvaluationFailed.class)
        .isThrownBy(() -> jq.compile(".name + 1").first(RECORD))
        .satisfies(
            failure -> {
              assertThat(failure.expression()).isEqualTo(".name + 1");
              assertThat(failure.reason()).contains("cannot be added");
              assertThat(failure.plainReason()).isEqualTo("jackson-jq fails for this record");
            });
    assertThatExceptionOfType(EvaluationFailed.class)
        .isThrownBy(() -> jq.compile("def f: 1 + f; f").first(RECORD));
  }

  private static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(json, e);
    }
  }
}
