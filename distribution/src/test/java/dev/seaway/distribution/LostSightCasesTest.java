package dev.seaway.distribution;

import static dev.seaway.distribution.ScriptedApi.ids;
import static dev.seaway.distribution.ScriptedApi.isIncomplete;
import static dev.seaway.distribution.ScriptedApi.json;
import static dev.seaway.distribution.ScriptedApi.number;
import static dev.seaway.distribution.ScriptedApi.slice;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** An account that loses sight of a part of the site once lost all that is in it. */
class LostSightCasesTest {

  /** Case 12c: the account loses sight of 4 of 20 projects. */
  @Test
  void deletesNoLargePartOfTheParentsUntilThatIsConfirmed() {
    try (ScriptedApi api = desks(run -> run == 1 ? 20 : 16)) {
      api.runsWell();
      String before = api.stage.port.entities();

      Stage.Ending ending = api.runs();

      isIncomplete(ending, "4 of 20", "OCEAN__SEAWAY__CONFIRM_DELETIONS='{");
      assertThat(api.stage.port.entities()).isEqualTo(before);

      api.stage.set("OCEAN__SEAWAY__CONFIRM_DELETIONS", confirmation(ending));
      Stage.Ending confirmed = api.runsWell();

      assertThat(List.of("desk", "project", "incident", "request"))
          .extracting(blueprint -> api.identifiers(blueprint).size())
          .as(confirmed.all())
          .containsExactly(16, 16, 48, 80);
    }
  }

  /** What the answers say that is to be set, of all blueprints. */
  private static String confirmation(Stage.Ending ending) {
    return Pattern.compile("OCEAN__SEAWAY__CONFIRM_DELETIONS='\\{([^}]*)}'")
        .matcher(ending.results())
        .results()
        .map(found -> found.group(1))
        .distinct()
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static ScriptedApi desks(IntUnaryOperator shown) {
    return ScriptedApi.of(
            (request, run) -> {
              int parents = shown.applyAsInt(run);
              String path = request.path();
              int children = path.equals("/incidents") ? 3 : path.equals("/requests") ? 5 : 0;
              List<String> all =
                  children == 0
                      ? ids(1, parents).stream().map("{\"id\":\"%s\"}"::formatted).toList()
                      : ids(1, parents * children).stream()
                          .map(id -> child(Integer.parseInt(id), children))
                          .toList();
              int start = number(request, "start", 0);
              return json(
                  "{'isLastPage':%s,'values':[%s]}",
                  start + 30 >= all.size(), String.join(",", slice(all, start, 30)));
            })
        .blueprint("desk", "{}")
        .blueprint("project", "{}")
        .blueprint("incident", "{'of':{'target':'project'}}")
        .blueprint("request", "{'of':{'target':'desk'}}")
        .resource("/desks", ".values", "desk", ".id")
        .resource("/projects", ".values", "project", ".id")
        .resource(related("/incidents", "incident"))
        .resource(related("/requests", "request"))
        .offsets(30)
        .with("PAGINATION_PARAM", "start");
  }

  private static String child(int number, int ofEach) {
    return "{\"id\":\"%d\",\"of\":\"%d\"}".formatted(number, (number - 1) / ofEach + 1);
  }

  private static ObjectNode related(String kind, String blueprint) {
    return Stage.object(
        """
        {'kind': '%s', 'selector': {'data_path': '.values'},
         'port': {'entity': {'mappings': {
           'identifier': '.id', 'blueprint': '\\'%s\\'', 'relations': {'of': '.of'}}}}}
        """
            .formatted(kind, blueprint));
  }
}
