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
    assertThat(byHost.take(page(1, "a", "b"))).isFalse();
    assertThat(byHost.take(page(1, "a", "b"))).isTrue();
  }

  @Test
  void seesRecordsOfTheSameNamesInTheThirdPage() {
    assertThat(byHost.take(page(1, "a", "b"))).isFalse();
    assertThat(byHost.take(page(2, "a", "b"))).isFalse();
    assertThat(byHost.take(page(3, "a", "b"))).isTrue();
  }

  @Test
  void takesNoPageForRepeatedWhoseRecordsShareAName() {
    for (int number = 0; number < 10; number++) {
      assertThat(byHost.take(page(number, "a", "a"))).isFalse();
    }
  }

  @Test
  void toleratesManyPagesOfOneRecordOfTheSameName() {
    for (int number = 0; number < 100; number++) {
      assertThat(byHost.take(page(number, "a"))).isFalse();
    }
    assertThat(byHost.take(page(100, "a"))).isTrue();
  }

  @Test
  void beginsToCountAnewWhereANameChanges() {
    byHost.take(page(1, "a", "b"));
    byHost.take(page(2, "a", "b"));

    assertThat(byHost.take(page(3, "a", "c"))).isFalse();
    assertThat(byHost.take(page(4, "a", "c"))).isFalse();
    assertThat(byHost.take(List.of())).isFalse();
    assertThat(byHost.take(List.of())).isFalse();
  }

  private static List<JsonNode> page(int time, String... hosts) {
    return Stream.of(hosts).map(host -> (JsonNode) record(time, host)).toList();
  }

  private static ObjectNode record(int time, String host) {
    return JsonNodeFactory.instance.objectNode().put("host", host).put("time", time);
  }
}
