package dev.seaway.core.resync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.seaway.core.FakeApi;
import dev.seaway.core.read.ReadException;
import dev.seaway.jq.Program;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JqRecordsTest {

  private static final JsonNode BODY =
      FakeApi.json("{'values':[{'id':1},{'id':2},{'id':3}],'data':{'values':[{'id':4}]}}");

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          .values                            ; 3
          .values[]                          ; 3
          .values[] | select(.id > 1)        ; 2
          .data.values                       ; 1
          .nothing // []                     ; 0
          .data                              ; 1
          """)
  void findsTheRecords(String dataPath, int count) {
    assertThat(records(dataPath).in(BODY)).hasSize(count);
  }

  @ParameterizedTest
  @ValueSource(strings = {".nothing", ".values[0].id", ".values | length"})
  void refusesWhatIsNoList(String dataPath) {
    assertThatThrownBy(() -> records(dataPath).in(BODY))
        .isInstanceOf(ReadException.class)
        .hasMessageContaining("/desks: data_path " + dataPath)
        .hasMessageContaining("not a list of records");
  }

  @Test
  void takesAListThatIsNullForAnEmptyOneWhereTheAnswerHasItsKey() {
    JsonNode body = FakeApi.json("{'values':null,'data':{'values':null},'total':0}");

    assertThat(records(".values").in(body)).isEmpty();
    assertThat(records(" .data.values ").in(body)).isEmpty();
    assertThat(received(".values", body)).contains(List.of());
    assertThatThrownBy(
            () ->
                records(".data.values")
                    .in(FakeApi.json("{'data':{'values':null},'errors':[{'message':'no'}]}")))
        .isInstanceOf(ReadException.class)
        .hasMessageContaining("no");
    assertThatThrownBy(() -> records(".other").in(body)).isInstanceOf(ReadException.class);
    assertThatThrownBy(() -> records(".values | .").in(body)).isInstanceOf(ReadException.class);
    assertThatThrownBy(() -> records(".data.values").in(FakeApi.json("{'data':null}")))
        .isInstanceOf(ReadException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {".nothing[]", ".values.id", "error(\"odd\")"})
  void refusesWhatFails(String dataPath) {
    assertThatThrownBy(() -> records(dataPath).in(BODY)).isInstanceOf(ReadException.class);
  }

  @Test
  void refusesAnAnswerWithoutABody() {
    assertThatThrownBy(() -> records(".values").in(MissingNode.getInstance()))
        .isInstanceOf(ReadException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          .values                                ; 3
          .values[] | select(.id > 9)            ; 3
          [.values[] | select(.id > 9)]          ; 3
          (.values // []) | map(select(.id > 9)) ; 3
          .values // [] | map(select(.id > 2))   ; 3
          [ .values[] ] | map(select(.id > 9))   ; 3
          .data | .values                        ; 1
          .["values"]                            ; 3
          """)
  void tellsHowManyCameOverTheWire(String dataPath, int received) {
    assertThat(received(dataPath, BODY))
        .hasValueSatisfying(found -> assertThat(found).hasSize(received));
  }

  @ParameterizedTest
  @ValueSource(strings = {"map(select(.id > 9))", ".[] | select(.id > 9)", "[.[] | {id}]"})
  void tellsHowManyCameWhereTheBodyIsTheList(String dataPath) {
    JsonNode body = FakeApi.json("[{'id':1},{'id':2}]");

    assertThat(received(dataPath, body)).hasValueSatisfying(found -> assertThat(found).hasSize(2));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".[\"values\"] | map(select(.id > 9))",
        ".data as $data | .values | map(select(.id > 1))",
        ".data | .values | map(select(.id > 9))",
        "reduce .values[] as $value ([]; . + [$value, $value])"
      })
  void doesNotClaimToKnowWhatItCannot(String dataPath) {
    assertThat(received(dataPath, BODY)).isEmpty();
  }

  @Test
  void takesAnAnswerWithoutAnyRecordForAnEmptyPage() {
    JsonNode body = FakeApi.json("{'data':{'values':[]},'expands':['a']}");

    assertThat(received(".data | .values | map(select(.id > 9))", body)).contains(List.of());
  }

  private static Optional<List<JsonNode>> received(String dataPath, JsonNode body) {
    JqRecords records = records(dataPath);
    return records.received(body, records.in(body));
  }

  private static JqRecords records(String dataPath) {
    return new JqRecords("/desks", Program.compile(dataPath, Map.of()));
  }
}
