package dev.seaway.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaway.mapping.MappingDocument.Parsed;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MappingFaultsTest {

  private static final String MAPPINGS = "mappings: {identifier: \".id\", blueprint: \"'b'\"}";
  private static final String PORT = "port: {entity: {%s}}".formatted(MAPPINGS);

  static Stream<Arguments> wholeDocuments() {
    return Stream.of(
        Arguments.of("[]", "", "must be an object, but is a list."),
        Arguments.of("{}", "resources", "is missing, so nothing would be synced."),
        Arguments.of("{resources: null}", "resources", "is missing, so nothing would be synced."),
        Arguments.of("{resources: []}", "resources", "is empty, so nothing would be synced."),
        Arguments.of("{resources: {}}", "resources", "must be a list, but is an object."),
        Arguments.of("{resources: [5]}", "resources[0]", "must be an object, but is a number."),
        Arguments.of(
            "{resources: [], entityDeletionThreshold: 1.1}",
            "entityDeletionThreshold",
            "must be a number from 0 (delete nothing) to 1, but is `1.1`."),
        Arguments.of(
            "{resources: [], entityDeletionThreshold: \"0.5\"}",
            "entityDeletionThreshold",
            "but is `0.5`."),
        Arguments.of(
            "{resources: [], delete_dependent_entities: \"yes\"}",
            "delete_dependent_entities",
            "must be true or false, but is `yes`."));
  }

  static Stream<Arguments> resources() {
    return Stream.of(
        Arguments.of(PORT, "kind", "is missing."),
        Arguments.of("kind: 5, " + PORT, "kind", "must be a text, but is `5`."),
        Arguments.of("kind: \"/x\"", "port", "is missing."),
        Arguments.of("kind: \"/x\", port: {}", "port.entity", "is missing."),
        Arguments.of("kind: \"/x\", port: {entity: {}}", "port.entity.mappings", "is missing."),
        Arguments.of("kind: \"/x\", port: 1", "port", "must be an object, but is a number."));
  }

  static Stream<Arguments> selectors() {
    return Stream.of(
        Arguments.of("query: \".a |\"", "query", "`.a |` is not a valid jq expression"),
        Arguments.of("query: []", "query", "must be a jq expression, but is a list."),
        Arguments.of(
            "method: \"FETCH\"",
            "method",
            "must be one of GET, POST, PUT, PATCH, DELETE, but is `FETCH`."),
        Arguments.of("query_params: []", "query_params", "must be an object, but is a list."),
        Arguments.of("queryParams: {a: {}}", "queryParams.a", "but has an object."),
        Arguments.of("query_params: {a: [1, []]}", "query_params.a", "but has a list."),
        Arguments.of("query_params: {a: null}", "query_params.a", "but has null."),
        Arguments.of("headers: {a: [1]}", "headers.a", "must be a text, but is a list."),
        Arguments.of("dataPath: \"records\"", "dataPath", "there is no function records"),
        Arguments.of(
            "data_path: \".a\", dataPath: \".b\"",
            "data_path",
            "is given twice, also as dataPath."),
        Arguments.of("path_parameters: {name: {}}", "path_parameters.name.endpoint", "is missing."),
        Arguments.of(
            "path_parameters: {name: {endpoint: \"/y\"}}",
            "path_parameters.name.field",
            "is missing."),
        Arguments.of("path_parameters: {name: \"x\"}", "path_parameters.name", "must be an object"),
        Arguments.of(
            "pathParameters: {name: {endpoint: \"/{b}\", field: \".\"},"
                + " b: {endpoint: \"/{name}\", field: \".\"}}",
            "pathParameters.name.endpoint",
            "needs the value of {name}, which is only known once it has been read."));
  }

  static Stream<Arguments> mappings() {
    return Stream.of(
        Arguments.of("[]", "", "is empty"),
        Arguments.of("[5]", "[0]", "must be an object, but is a number."),
        Arguments.of("{blueprint: \"'b'\"}", ".identifier", "is missing."),
        Arguments.of("{identifier: \".id\"}", ".blueprint", "is missing."),
        Arguments.of("[{identifier: \".id\"}]", "[0].blueprint", "is missing."),
        Arguments.of(
            "{identifier: \".id\", blueprint: \"jsmDesk\"}",
            ".blueprint",
            "For the text, quote it: '\"jsmDesk\"'."),
        Arguments.of(
            "{identifier: \".id\", blueprint: {}}",
            ".blueprint",
            "must be a jq expression, but is an object."),
        Arguments.of(
            "{identifier: {}, blueprint: \"'b'\"}", ".identifier.combinator", "is missing."),
        Arguments.of(
            "{identifier: {combinator: \"'and'\"}, blueprint: \"'b'\"}",
            ".identifier.rules",
            "is missing."),
        Arguments.of(
            "{identifier: {combinator: \"'and'\", rules: []}, blueprint: \"'b'\"}",
            ".identifier.rules",
            "must be a list of at least one rule, but is empty."),
        Arguments.of(
            "{identifier: {combinator: \"'and'\", rules: [{property: \"'a'\"}]}, blueprint:"
                + " \"'b'\"}",
            ".identifier.rules[0].operator",
            "is missing."),
        Arguments.of(
            "{identifier: \"env.HOME\", blueprint: \"'b'\"}",
            ".identifier",
            "OCEAN__ALLOW_ENVIRONMENT_VARIABLES_JQ_ACCESS=true"));
  }

  static Stream<Arguments> fields() {
    return Stream.of(
        Arguments.of(
            "{identifier: \".id\", blueprint: \"'b'\", title: [1]}",
            ".title",
            "must be a jq expression, but is a list."),
        Arguments.of(
            "{identifier: \".id\", blueprint: \"'b'\", properties: {a: {b: \".c |\"}}}",
            ".properties.a.b",
            "it ends too early."),
        Arguments.of(
            "{identifier: \".id\", blueprint: \"'b'\", properties: {status: \".a | lenght\"}}",
            ".properties.status",
            "there is no function lenght. Did you mean length?"),
        Arguments.of(
            "{identifier: \".id\", blueprint: \"'b'\", relations: {r: []}}",
            ".relations.r",
            "must be a jq expression or a search with combinator and rules, but is a list."));
  }

  /** What the entity has besides is made and sent. */
  @ParameterizedTest
  @MethodSource("fields")
  void holdsAFieldBackThatIsAtFault(String mappings, String path, String message) {
    Parsed parsed =
        parse("{resources: [{kind: \"/x\", port: {entity: {mappings: %s}}}]}".formatted(mappings));

    assertThat(parsed.problems())
        .singleElement()
        .matches(problem -> problem.severity() == MappingProblem.Severity.HELD_BACK)
        .matches(problem -> problem.path().equals("resources[0].port.entity.mappings" + path))
        .matches(problem -> problem.message().contains(message));
    Mapping mapping = parsed.document().orElseThrow().resources().getFirst().mapping();
    Outcome.Mapped made = (Outcome.Mapped) mapping.apply(Json.of("{id: \"1\"}")).getFirst();
    assertThat(made.faults()).singleElement().matches(FieldFault::isHeldBack);
    assertThat(made.entity().json().toString()).doesNotContain("title", "status", "\"a\"", "\"r\"");
  }

  @ParameterizedTest
  @MethodSource("wholeDocuments")
  void findsFaultsOfTheDocument(String json, String path, String message) {
    assertError(json, path, message);
  }

  @ParameterizedTest
  @MethodSource("resources")
  void findsFaultsOfAResource(String resource, String path, String message) {
    assertError("{resources: [{%s}]}".formatted(resource), "resources[0]." + path, message);
  }

  @ParameterizedTest
  @MethodSource("selectors")
  void findsFaultsOfASelector(String selector, String path, String message) {
    assertError(
        "{resources: [{kind: \"/x/{name}\", selector: {%s}, %s}]}".formatted(selector, PORT),
        "resources[0].selector." + path,
        message);
  }

  @ParameterizedTest
  @MethodSource("mappings")
  void findsFaultsOfAMapping(String mappings, String path, String message) {
    assertError(
        "{resources: [{kind: \"/x\", port: {entity: {mappings: %s}}}]}".formatted(mappings),
        "resources[0].port.entity.mappings" + path,
        message);
  }

  @Test
  void findsFaultsOfItems() {
    assertError(
        "{resources: [{kind: \"/x\", port: {itemsToParseTopLevelTransform: 1, entity: {%s}}}]}"
            .formatted(MAPPINGS),
        "resources[0].port.itemsToParseTopLevelTransform",
        "must be true or false, but is `1`.");
  }

  @Test
  void findsAllFaultsAtOnce() {
    Parsed parsed =
        parse(
            """
            {entityDeletionThreshold: 2, resources: [
              {kind: 1, selector: {query: ".a |", method: "X", body: 1},
               port: {entity: {mappings: {identifier: "nope", title: "(", properties: {a: "["}}}}},
              {}]}
            """);

    assertThat(parsed.document()).isEmpty();
    assertThat(parsed.problems())
        .extracting(MappingProblem::path)
        .containsExactly(
            "entityDeletionThreshold",
            "resources[0].kind",
            "resources[0].selector.query",
            "resources[0].selector.method",
            "resources[0].port.entity.mappings.identifier",
            "resources[0].port.entity.mappings.title",
            "resources[0].port.entity.mappings.blueprint",
            "resources[0].port.entity.mappings.properties.a",
            "resources[1].kind",
            "resources[1].port");
  }

  @Test
  void aProblemReadsAsOneLine() {
    assertThat(parse("5").problems())
        .singleElement()
        .hasToString("ERROR the mapping: must be an object, but is a number.");
  }

  private static void assertError(String json, String path, String message) {
    Parsed parsed = parse(json);

    assertThat(parsed.document()).isEmpty();
    assertThat(parsed.problems())
        .filteredOn(problem -> problem.path().equals(path))
        .extracting(MappingProblem::message)
        .anySatisfy(found -> assertThat(found).contains(message));
  }

  private static Parsed parse(String json) {
    return MappingDocument.parse(Json.of(json), Map.of());
  }
}
