package dev.seaway.distribution;

import static dev.seaway.distribution.ScriptedApi.ids;
import static dev.seaway.distribution.ScriptedApi.json;
import static dev.seaway.distribution.ScriptedApi.records;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class JqEngineTest {

  private static final List<String> IDS = ids(1, 4);

  @Test
  void isTheLibraryWhereTheUserChoosesIt() {
    try (ScriptedApi api = api()) {
      api.stage.set("OCEAN__SEAWAY__JQ_ENGINE", "jackson-jq");

      assertThat(api.runs().all())
          .contains("jackson-jq evaluates the mapping's expressions", "OCEAN__SEAWAY__JQ_ENGINE");
      assertThat(api.items()).containsExactlyElementsOf(IDS);
    }
  }

  @Test
  void isRefusedWhereThereIsNoneOfThatName() {
    try (ScriptedApi api = api()) {
      api.stage.set("OCEAN__SEAWAY__JQ_ENGINE", "jackson");

      assertThat(api.runs().all()).contains("accepted are seaway, jackson_jq (or jackson-jq)");
    }
  }

  private static ScriptedApi api() {
    return ScriptedApi.ofItems(".items", (_, _) -> json("{'items':[%s]}", records(IDS)));
  }
}
