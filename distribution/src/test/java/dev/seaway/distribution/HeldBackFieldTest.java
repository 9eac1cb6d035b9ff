package dev.seaway.distribution;

import static dev.seaway.distribution.ScriptedApi.ids;
import static dev.seaway.distribution.ScriptedApi.json;
import static dev.seaway.distribution.ScriptedApi.records;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A fault in one field of the mapping costs that field, and is said. */
class HeldBackFieldTest {

  private static final List<String> IDS = ids(1, 4);

  @Test
  void leavesTheRestOfTheEntityAndEveryOtherEntityWhereItIs() {
    try (ScriptedApi api = api(".id | lenght")) {
      ScriptedApi.isIncomplete(
          api.runs(), "/items", "properties.size: .id | lenght", "the field is not sent");

      assertThat(api.items()).containsExactlyElementsOf(IDS);
      assertThat(api.stage.port.entities()).doesNotContain("size");
      assertThat(api.runs().all()).contains("there is no function lenght. Did you mean length?");
      assertThat(api.items()).as("the source has two of them only").hasSize(4);
    }
  }

  @Test
  void refusesToStartWhereTheUserWantsItStrict() {
    try (ScriptedApi api = api(".id | lenght")) {
      api.stage.set("OCEAN__STRICT", "true");

      assertThat(api.runs().exitCode()).isEqualTo(2);
      assertThat(api.items()).isEmpty();
    }
  }

  private static ScriptedApi api(String size) {
    return ScriptedApi.of(
            (_, run) -> json("{'items':[%s]}", records(run == 1 ? IDS : IDS.subList(0, 2))))
        .resource(
            Stage.object(
                """
                {'kind': '/items', 'selector': {'query': 'true', 'data_path': '.items'},
                 'port': {'entity': {'mappings': {
                   'identifier': '.id', 'blueprint': '\\'item\\'',
                   'properties': {'size': '%s'}}}}}
                """
                    .formatted(size)));
  }
}
