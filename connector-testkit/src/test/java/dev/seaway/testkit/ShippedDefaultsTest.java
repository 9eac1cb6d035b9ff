package dev.seaway.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.seaway.connector.Auth;
import dev.seaway.connector.Kind;
import dev.seaway.connector.Pagination;
import dev.seaway.connector.Source;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShippedDefaultsTest {

  private static final Source DECLARED =
      Source.of(
          URI.create("https://api.test"),
          new Auth.None(),
          List.of(Kind.Api.of("thing", "/things", JsonPointer.empty(), new Pagination.None())));

  private static final String BLUEPRINTS =
      """
      - {identifier: thing, schema: {properties: {size: {}}}, relations: {parent: {target: thing}}}
      """;

  private static final String MAPPING =
      """
      resources:
        - kind: %s
          port: {entity: {mappings: %s}}
      """;

  @Test
  void acceptsNoFiles() {
    JsonNode none = MissingNode.getInstance();

    assertThat(new ShippedDefaults(none, none).problems(DECLARED)).isEmpty();
  }

  @Test
  void acceptsAKindByNameAndByPath() {
    assertThat(mapped("thing", "{identifier: .id, blueprint: '\"thing\"'}")).isEmpty();
    assertThat(mapped("/things", "[{identifier: .id, blueprint: \"'thing'\"}]")).isEmpty();
  }

  @Test
  void refusesAnotherKindUnlessPathsHaveDefaults() {
    String mapping = "{identifier: .id, blueprint: .type}";
    Source open =
        DECLARED.withKinds(
            List.of(), new Source.Defaults(JsonPointer.empty(), new Pagination.None()));

    assertThat(mapped("/others", mapping))
        .containsExactly("mapping.yml: The mapping's kind \"/others\" is not one of [thing].");
    assertThat(defaults(BLUEPRINTS, MAPPING.formatted("/others", mapping)).problems(open))
        .isEmpty();
  }

  @Test
  void refusesWhatTheBlueprintDoesNotHave() {
    assertThat(
            mapped(
                "thing",
                """
                [{identifier: .id, blueprint: '"thing"', properties: {size: .s, sise: .s},
                  relations: {parent: .p, owner: .o}}, {identifier: .id, blueprint: '"thang"'}]
                """))
        .containsExactly(
            "mapping.yml: thing maps properties.sise, which its blueprint does not have",
            "mapping.yml: thing maps relations.owner, which its blueprint does not have",
            "mapping.yml: thing names the unknown blueprint thang");
  }

  @Test
  void refusesAMappingWithoutIdentifierOrBlueprint() {
    assertThat(mapped("thing", "{identifier: .id}")).hasSize(1);
    assertThat(mapped("thing", "{blueprint: .type}")).hasSize(1);
    assertThat(defaults(BLUEPRINTS, "resources: [{kind: thing}]").problems(DECLARED)).hasSize(1);
  }

  @Test
  void refusesFilesOfAnotherShape() {
    assertThat(defaults("{identifier: thing}", "kinds: []").problems(DECLARED))
        .contains("blueprints.json must be a JSON list")
        .anySatisfy(
            problem -> assertThat(problem).startsWith("mapping.yml: resources: is missing"));
  }

  @Test
  void refusesBlueprintsThatCannotBeCreatedInTheirOrder() {
    String blueprints =
        """
        - {identifier: a, relations: {b: {target: b}}}
        - {identifier: b}
        - {identifier: b}
        """;

    assertThat(new ShippedDefaults(yaml(blueprints), MissingNode.getInstance()).problems(DECLARED))
        .containsExactly(
            "blueprints.json: a relates to \"b\", which must come before it",
            "blueprints.json: identifier \"b\" is empty or used twice");
  }

  private static List<String> mapped(String kind, String mappings) {
    return defaults(BLUEPRINTS, MAPPING.formatted(kind, mappings.strip().replace("\n", " ")))
        .problems(DECLARED);
  }

  private static ShippedDefaults defaults(String blueprints, String mapping) {
    return new ShippedDefaults(yaml(blueprints), yaml(mapping));
  }

  private static JsonNode yaml(String text) {
    try {
      return new YAMLMapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }
}
