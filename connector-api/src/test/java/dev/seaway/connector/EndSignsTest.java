package dev.seaway.connector;

import static dev.seaway.connector.Answers.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seaway.connector.Pagination.BrokenPaging;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndSignsTest {

  private static final EndSigns FLAGS = new EndSigns(at("/has_more"), at("/isLast"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"has_more": true}                   | true
          {"has_more": "true"}                 | true
          {"has_more": "/things?page=2"}       | true
          {"has_more": 3}                      | true
          {"has_more": {"href": "x"}}          | true
          {"has_more": false}                  | false
          {"has_more": "False"}                | false
          {"has_more": " "}                    | false
          {"has_more": 0}                      | false
          {"has_more": null}                   | false
          {"has_more": []}                     | false
          {"isLast": true}                     | false
          {"isLast": false}                    | true
          {"isLast": "false"}                  | true
          {"isLast": false, "has_more": true}  | true
          {"isLast": true, "has_more": false}  | false
          {"isLast": null, "has_more": true}   | true
          """)
  void saysWhetherThereIsMore(String body, boolean more) {
    assertThat(FLAGS.says(Answers.json(body))).contains(more);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[]", "{'isLast': null}"})
  void saysNothingWithoutAFlag(String body) {
    assertThat(FLAGS.says(Answers.json(body))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{'isLast': true, 'has_more': true}", "{'isLast': false, 'has_more': false}"})
  void refusesFlagsThatContradictEachOther(String body) {
    assertThatThrownBy(() -> FLAGS.says(Answers.json(body))).isInstanceOf(BrokenPaging.class);
  }

  @Test
  void readsTheFirstPlaceThatIsThere() {
    EndSigns more = new EndSigns(at("/a", "/b"), List.of());

    assertThat(more.says(Answers.json("{'b': true}"))).contains(true);
    assertThat(more.says(Answers.json("{'a': false, 'b': true}"))).contains(false);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'isLast': 2}",
        "{'isLast': 'yes'}",
        "{'isLast': '/things?page=9'}",
        "{'isLast': {}}"
      })
  void refusesAFlagOfTheLastPageThatIsNone(String body) {
    assertThatThrownBy(() -> FLAGS.says(Answers.json(body)))
        .isInstanceOf(BrokenPaging.class)
        .hasMessageContaining("/isLast");
  }
}
