package dev.seaway.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seaway.mapping.MappingDocument.Parsed;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class DamagedMappingTest {

  /** Replaces parts of a good document by other values: whatever it then is, it is read. */
  @Property
  void anyDocumentIsReadOrRefusedWithAReason(@ForAll long seed) {
    Random random = new Random(seed);
    JsonNode document =
        Json.of(
            """
            {entityDeletionThreshold: 0.5, resources: [{kind: "/x/{p}", selector: {query: "true",
              query_params: {a: [1, 2]}, path_parameters: {p: {endpoint: "/p", field: ".id"}}},
              port: {itemsToParse: ".c", entity: {mappings: [{identifier: {combinator: "'and'",
                rules: [{property: "'a'", operator: "'='", value: ".b"}]}, blueprint: "'b'",
                properties: {x: {y: ".z"}}, relations: {r: ".r"}}]}}}]}
            """);
    damage(document, random);

    assertThatCode(() -> MappingDocument.parse(document, Map.of())).doesNotThrowAnyException();
    Parsed parsed = MappingDocument.parse(document, Map.of());
    assertThat(parsed.document().isPresent())
        .isEqualTo(
            parsed.problems().stream()
                .noneMatch(problem -> problem.severity() == MappingProblem.Severity.ERROR));
  }

  private static void damage(JsonNode node, Random random) {
    JsonNode other =
        Json.of(new String[] {"null", "5", "\"\"", "[]", "{}", "\"(\""}[random.nextInt(6)]);
    if (node instanceof ObjectNode object) {
      for (String key : object.propertyStream().map(entry -> entry.getKey()).toList()) {
        damage(object.get(key), random);
        if (random.nextInt(8) == 0) {
          object.set(key, other);
        }
      }
    } else if (node instanceof ArrayNode array && !array.isEmpty()) {
      array.forEach(element -> damage(element, random));
      if (random.nextInt(8) == 0) {
        array.set(0, other);
      }
    }
  }
}
