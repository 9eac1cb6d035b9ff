package dev.seaway.core.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RepeatedPageTest {

  private final RepeatedPage byHost = new RepeatedPage(record -> record.path("host").asText());

  @Test
  void seesAPageThatEqualsTheOneBefore() {
    assertThat(byHost.take(page(1, "a", "b"), true)).isFalse();
    assertThat(byHost.take(page(1, "a", "b"), true)).isTrue();
  }

  @Test
  void seesRecordsOfTheSameNamesInTheThirdPage() {
    assertThat(byHost.take(page(1, "a", "b"), true)).isFalse();
    assertThat(byHost.take(page(2, "a", "b"), true)).isFalse();
    assertThat(byHost.take(page(3, "a", "b"), true)).isTrue();
  }

  @Test
  void takesNoPageForRepeatedWhoseRecordsShareAName() {
    for (int number = 0; number < 10; number++) {
      assertThat(byHost.take(page(number, "a", "a"), true)).isFalse();
    }
  }

  @Test
  void toleratesManyPagesOfOneRecordOfTheSameName() {
    for (int number = 0; number < 100; number++) {
      assertThat(byHost.take(page(number, "a"), true)).isFalse();
    }
    assertThat(byHost.take(page(100, "a"), true)).isTrue();
  }

  @Test
  void beginsToCountAnewWhereANameChanges() {
    byHost.take(page(1, "a", "b"), true);
    byHost.take(page(2, "a", "b"), true);

    assertThat(byHost.take(page(3, "a", "c"), true)).isFalse();
    assertThat(byHost.take(page(4, "a", "c"), true)).isFalse();
    assertThat(byHost.take(List.of(), true)).isFalse();
    assertThat(byHost.take(List.of(), true)).isFalse();
  }

  private static List<JsonNode> page(int time, String... hosts) {
    return Stream.of(hosts).map(host -> (JsonNode) record(time, host)).toList();
  }

  private static ObjectNode record(int time, String host) {
    return JsonNodeFactory.instance.objectNode().put("host", host).put("time", time);
  }
}
