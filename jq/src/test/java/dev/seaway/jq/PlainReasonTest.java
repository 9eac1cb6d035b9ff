package dev.seaway.jq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainReasonTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "\"se(c)ret\"               ~ . + 5        ~ string and number cannot be added",
        "\"se)c\\\"r)et\"           ~ . + {}       ~ string and object cannot be added",
        "[\"secret)\", {\"a\": 1}]  ~ . - 1        ~ array and number cannot be subtracted",
        "\"secret secret secret secret secret\" ~ . * {} ~ string and object cannot be multiplied",
        "\"secret)\\u00e9secret (secret) secret\" ~ tonumber ~ string cannot be parsed as a number",
        "\"secret\"                 ~ .x           ~ Cannot index string with \"x\"",
        "\"secret\"                 ~ .[]          ~ Cannot iterate over string",
        "\"secret\"                 ~ fromjson     ~ the text is no valid JSON",
        "\"secret\"                 ~ strptime(\"%Y\") ~ a date does not match format \"%Y\"",
        "\"secret\"                 ~ path(1 | .a) ~ Invalid path expression near attempt to access"
            + " an element of number",
      })
  void showsNoValueOfTheRecord(String input, String expression, String plain) throws Exception {
    JsonNode record = new JsonMapper().readTree(input);

    assertThatExceptionOfType(EvaluationFailed.class)
        .isThrownBy(() -> Program.compile(expression, Map.of()).all(record))
        .satisfies(failed -> assertThat(failed.plainReason()).isEqualTo(plain.strip()));
  }
}
