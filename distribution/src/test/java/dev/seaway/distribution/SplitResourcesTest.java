package dev.seaway.distribution;

import static dev.seaway.distribution.ScriptedApi.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Port's advice to split a kind: a first resource for properties, a second one for relations. */
class SplitResourcesTest {

  private static final int SERVICES = 7;

  @Test
  void storesEachEntityThoughARelationOfItsSecondResourceIsRefused() {
    try (ScriptedApi api = split()) {
      ScriptedApi.isIncomplete(api.runs(), "/items", "the catalog refused 1 of 14 entities");

      assertThat(targets(api)).hasSize(SERVICES).containsEntry("1", "2").containsEntry("7", "");
    }
  }

  @Test
  void isUnchangedInTheNextRun() {
    try (ScriptedApi api = split()) {
      api.runs();
      Map<String, String> before = targets(api);

      assertThat(api.runs().results()).contains("the catalog refused 1 of 14 entities");
      assertThat(targets(api)).isEqualTo(before);
    }
  }

  /** Each service needs the next one; what the last one needs does not exist. */
  private static ScriptedApi split() {
    String services =
        IntStream.rangeClosed(1, SERVICES)
            .mapToObj(id -> "{'id':'%d','needs':'%d'}".formatted(id, id + 1))
            .collect(Collectors.joining(","));
    return ScriptedApi.of((_, _) -> json("{'items':[" + services + "]}"))
        .blueprint("item", "{'needs':{'target':'item','required':false,'many':false}}")
        .flag("createMissingRelatedEntities", false)
        .list(ScriptedApi.ITEMS, ".items")
        .resource(
            Stage.object(
                """
                {'kind': '/items', 'selector': {'query': 'true', 'data_path': '.items'},
                 'port': {'entity': {'mappings': {
                   'identifier': '.id', 'blueprint': '\\'item\\'', 'relations': {'needs': '.needs'}}}}}
                """));
  }

  /** Each entity, and what it relates to. */
  private static Map<String, String> targets(ScriptedApi api) {
    Map<String, String> targets = new TreeMap<>();
    Stage.json(api.stage.port.entities())
        .forEach(
            entity ->
                targets.put(
                    entity.path("identifier").asText(),
                    entity.path("relations").path("needs").asText("")));
    return targets;
  }
}
