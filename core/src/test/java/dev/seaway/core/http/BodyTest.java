package dev.seaway.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.connector.ApiClient;
import dev.seaway.connector.ApiRequest;
import dev.seaway.core.http.ApiException.Reason;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies as the world writes them. */
class BodyTest {

  private static final String JSON = "application/json";

  @ParameterizedTest
  @ValueSource(strings = {"[1,NaN]", "[1, NaN ]", "[1,null]"})
  void notANumberIsNullAsInJq(String body) {
    assertThat(read(JSON, body)).hasToString("[1,null]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e400", "1000000000000000000000000000000000.0e400", "1.0E+999"})
  void aNumberThatIsTooLargeIsTheLargestAsInJq(String number) {
    assertThat(read(JSON, "[" + number + ",-" + number + "]"))
        .hasToString("[1.7976931348623157E308,-1.7976931348623157E308]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[1,Infinity] | line 1, column 4: Infinity",
        "[1,-Infinity] | line 1, column 4: -Infinity",
        "{} {} | line 1, column 4: a second document",
        "{'a':1} | line 1, column 2: Unexpected character",
        "[undefined] | line 1, column 2: Unrecognized token 'undefined'"
      })
  void saysWhereAndWhyABodyIsNoJson(String body, String place) {
    assertThat(failure(JSON, body.getBytes(StandardCharsets.UTF_8)))
        .returns(Reason.NOT_JSON, ApiException::reason)
        .hasMessageContaining(place);
  }

  @Test
  void aSecondLineIsToldByItsNumber() {
    assertThat(failure(JSON, "{\"id\":1}\n{\"id\":2}\n".getBytes(StandardCharsets.UTF_8)))
        .hasMessageContaining("line 2, column 1")
        .hasMessageContaining("application/x-ndjson");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"application/x-ndjson", "application/jsonl; charset=utf-8", "Application/NDJSON"})
  void linesAreAnArrayWhereTheServerSaysSo(String type) {
    assertThat(read(type, "{\"id\":1}\n{\"id\":2}\n\n")).hasToString("[{\"id\":1},{\"id\":2}]");
    assertThat(read(type, "{\"id\":1}")).hasToString("[{\"id\":1}]");
    assertThat(read(type, "")).hasToString("[]");
  }

  @ParameterizedTest
  @CsvSource({
    "ISO-8859-1, ISO-8859-1",
    "'\"iso-8859-1\"; x=y', ISO-8859-1",
    "windows-1252, windows-1252"
  })
  void readsADeclaredCharset(String declared, Charset charset) {
    byte[] body = "[\"Grüße\"]".getBytes(charset);
    assertThat(send(JSON + "; Charset=" + declared, body)).hasToString("[\"Grüße\"]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"iso-8859-1", "nonsense", "utf-8"})
  void utf8IsReadAsSuchWhateverIsDeclared(String declared) {
    assertThat(read(JSON + ";charset=" + declared, "[\"Grüße\"]")).hasToString("[\"Grüße\"]");
  }

  @Test
  void latin1WithoutADeclarationIsAFaultWithItsPlace() {
    assertThat(failure(JSON, "[\"ü\"]".getBytes(StandardCharsets.ISO_8859_1)))
        .returns(Reason.NOT_JSON, ApiException::reason)
        .hasMessageContaining("line 1, column 4")
        .hasMessageContaining("UTF-8");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32BE"})
  void readsAByteOrderMark(Charset charset) {
    assertThat(send(JSON, "\uFEFF[\"ü\"]".getBytes(charset))).hasToString("[\"ü\"]");
  }

  @ParameterizedTest
  @ValueSource(strings = {")]}'\n[1]", ")]}'[1]"})
  void passesOverTheGuardAgainstScripts(String body) {
    assertThat(read(JSON, body)).hasToString("[1]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\\ud83d\\ude00 | 😀",
        "\\ud83d | \uFFFD",
        "a\\ude00b | a\uFFFDb",
        "\\ude00\\ud83d | \uFFFD\uFFFD",
        "ü\\ud83d\\/ | ü\uFFFD/"
      })
  void halfACharacterBecomesOneThatCanBeWritten(String escaped, String text) {
    JsonNode body = read(JSON, "[{\"a\":\"%s\",\"b\":[\"%s\"]}]".formatted(escaped, escaped));
    assertThat(body.at("/0/a").textValue()).isEqualTo(text);
    assertThat(body.at("/0/b/0").textValue()).isEqualTo(text);
    // NaN leads to the other reader.
    JsonNode other = read(JSON, "[NaN,\"%s\"]".formatted(escaped));
    assertThat(other.path(1).textValue()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[[],[],[],[],[],[],[],[],[],[],[]]",
        "[0,1,2,3,4,5,6,7,8,9,10]",
        "[{\"a\":[[],[],[],[],[],[]]}]",
        "[{\"a\":1},{\"a\":2},{\"a\":3}]",
        "{\"a\":[{},{},{},{},{},{},{},{},{},{}]}",
        "[NaN,0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20]"
      })
  void tooManyValuesAreTooLarge(String body) {
    assertThat(failure(JSON, body.getBytes(StandardCharsets.UTF_8)))
        .returns(Reason.TOO_LARGE, ApiException::reason)
        .hasMessageContaining("more than 10 values")
        .hasMessageContaining("SEAWAY_JAVA_OPTIONS");
    assertThat(failure(404, JSON, body.getBytes(StandardCharsets.UTF_8)))
        .returns(Reason.NOT_FOUND, ApiException::reason)
        .satisfies(e -> assertThat(e.body()).isEmpty());
  }

  @Test
  void asManyValuesAsThereIsRoomForAreRead() {
    assertThat(read(JSON, "[{\"a\":[1,2,3]},[],4]")).hasSize(3);
  }

  @Test
  void theDefaultHeapHasRoomForARecordOfOrdinaryDensityAtTheSizeLimit() {
    long heap = 124L << 20;
    int bytesOfValue = 22;
    assertThat((long) JsonBody.mostValues(heap) * bytesOfValue).isGreaterThan(heap / 6);
    assertThat(JsonBody.mostValues(Long.MAX_VALUE)).isPositive();
  }

  private static JsonNode read(String type, String body) {
    return send(type, body.getBytes(StandardCharsets.UTF_8));
  }

  private static JsonNode send(String type, byte[] body) {
    return client(200, type, body).send(ApiRequest.get("/x")).body();
  }

  private static ApiException failure(String type, byte[] body) {
    return failure(200, type, body);
  }

  private static ApiException failure(int status, String type, byte[] body) {
    return catchThrowableOfType(
        ApiException.class, () -> client(status, type, body).send(ApiRequest.get("/x")));
  }

  private static ApiClient client(int status, String type, byte[] body) {
    return ApiClients.of(
        Sources.records(URI.create("http://h")),
        call -> new HttpAnswer(status, Map.of("Content-Type", List.of(type)), body),
        new FakeWaits(),
        new Announced(),
        new JsonBody(10));
  }
}
