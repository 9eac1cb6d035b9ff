package dev.seaway.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.NullNode;
import dev.seaway.jq.JqProgram;
import dev.seaway.mapping.MappingDocument.Parsed;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MappingDocumentTest {

  private static final String PORT =
      "port: {entity: {mappings: {identifier: \".id\", blueprint: \"'b'\"}}}";

  @Test
  void defaults() {
    MappingDocument document = document("{resources: [{kind: \"/x\", %s}]}".formatted(PORT));

    assertThat(document.deleteDependentEntities()).isTrue();
    assertThat(document.createMissingRelatedEntities()).isTrue();
    assertThat(document.enableMergeEntity()).isTrue();
    assertThat(document.entityDeletionThreshold()).isEqualTo(0.9);
    assertThat(document.resources())
        .singleElement()
        .satisfies(resource -> assertThat(resource.index()).isZero())
        .satisfies(resource -> assertThat(resource.kind()).isEqualTo("/x"))
        .satisfies(resource -> assertThat(resource.selector().dataPath()).isEmpty())
        .satisfies(resource -> assertThat(resource.selector().pathParameters()).isEmpty())
        .satisfies(
            resource -> assertThat(resource.selector().request()).isEqualTo(RequestReader.plain()));
    assertThat(document.resources().getFirst().mapping().apply(Json.of("{id: 1}")))
        .hasOnlyElementsOfType(Outcome.Mapped.class);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void readsEveryKeyInBothSpellings(boolean camelCase) {
    String json =
        """
        {delete_dependent_entities: false, create_missing_related_entities: false,
         enable_merge_entity: false, entity_deletion_threshold: 0,
         resources: [{kind: "/x/{org}/{desk}",
           selector: {query: true, method: "post",
             query_params: {b: ["2", 3], a: true}, headers: {Accept: "text/plain"}, body: {q: 1},
             data_path: ".values[]",
             path_parameters: {
               org: {endpoint: "/orgs", field: ".id"},
               desk: {endpoint: "/orgs/{org}/desks", method: "PUT", query_params: {limit: 5},
                      headers: {X: 1}, body: {}, data_path: ".values", field: ".key",
                      filter: ".open"}}},
           port: {items_to_parse: ".list", items_to_parse_name: "one",
             items_to_parse_top_level_transform: false,
             entity: {mappings: [{identifier: ".one", blueprint: "'b'"}]}}}]}
        """;
    String spelled =
        camelCase
            ? json.replaceAll("query_params", "queryParams")
                .replaceAll("data_path", "dataPath")
                .replaceAll("path_parameters", "pathParameters")
                .replaceAll("items_to_parse_name", "itemsToParseName")
                .replaceAll("items_to_parse_top_level_transform", "itemsToParseTopLevelTransform")
                .replaceAll("items_to_parse", "itemsToParse")
                .replaceAll("delete_dependent_entities", "deleteDependentEntities")
                .replaceAll("create_missing_related_entities", "createMissingRelatedEntities")
                .replaceAll("enable_merge_entity", "enableMergeEntity")
                .replaceAll("entity_deletion_threshold", "entityDeletionThreshold")
            : json;

    MappingDocument document = document(spelled);

    assertThat(document.deleteDependentEntities()).isFalse();
    assertThat(document.createMissingRelatedEntities()).isFalse();
    assertThat(document.enableMergeEntity()).isFalse();
    assertThat(document.entityDeletionThreshold()).isZero();
    Selector selector = document.resources().getFirst().selector();
    assertThat(selector.request().method()).isEqualTo("POST");
    assertThat(selector.request().queryParams())
        .containsExactly(Map.entry("b", "2"), Map.entry("b", "3"), Map.entry("a", "true"));
    assertThat(selector.request().headers()).containsExactly(Map.entry("Accept", "text/plain"));
    assertThat(selector.request().body()).contains(Json.of("{q: 1}"));
    assertThat(selector.dataPath()).get().extracting(JqProgram::text).isEqualTo(".values[]");
    assertThat(selector.pathParameters().keySet()).containsExactly("org", "desk");
    PathParameter desk = Objects.requireNonNull(selector.pathParameters().get("desk"));
    assertThat(desk.name()).isEqualTo("desk");
    assertThat(desk.endpoint()).isEqualTo("/orgs/{org}/desks");
    assertThat(desk.request().method()).isEqualTo("PUT");
    assertThat(desk.request().queryParams()).containsExactly(Map.entry("limit", "5"));
    assertThat(desk.request().headers()).containsExactly(Map.entry("X", "1"));
    assertThat(desk.request().body()).contains(Json.of("{}"));
    assertThat(desk.dataPath()).get().extracting(JqProgram::text).isEqualTo(".values");
    assertThat(desk.field().text()).isEqualTo(".key");
    assertThat(desk.filter()).get().extracting(JqProgram::text).isEqualTo(".open");
    assertThat(document.resources().getFirst().mapping().apply(Json.of("{list: [1, 2]}")))
        .hasSize(2);
  }

  @Test
  void scalarsThatYamlReadAsOtherTypesAreExpressions() {
    MappingDocument document =
        document(
            """
            {resources: [{kind: "/x", selector: {query: true}, port: {entity: {mappings:
              {identifier: 5, blueprint: "'b'", title: 1.5, properties: {a: false, b: null}}}}}]}
            """);

    Outcome outcome =
        document.resources().getFirst().mapping().apply(NullNode.getInstance()).getFirst();

    assertThat(((Outcome.Mapped) outcome).entity().json())
        .isEqualTo(
            Json.of(
                """
                {identifier: "5", blueprint: "b", title: 1.5, properties: {a: false, b: null}}
                """));
  }

  @Test
  void anEmptyBodyIsNotSentWithGet() {
    MappingDocument document =
        document("{resources: [{kind: \"/x\", selector: {body: {}}, %s}]}".formatted(PORT));

    assertThat(document.resources().getFirst().selector().request().body()).isEmpty();
  }

  @Test
  void theSameTextIsCompiledOnce() {
    MappingDocument document =
        document(
            """
            {resources: [
              {kind: "/x", selector: {data_path: ".values"}, %s},
              {kind: "/y", selector: {data_path: ".values"}, %s}]}
            """
                .formatted(PORT, PORT));

    assertThat(document.resources().get(0).selector().dataPath().orElseThrow())
        .isSameAs(document.resources().get(1).selector().dataPath().orElseThrow());
  }

  @Test
  void theRequestDoesNotShowItsHeaders() {
    MappingDocument document =
        document(
            "{resources: [{kind: \"/x\", selector: {headers: {K: \"hidden\"}}, %s}]}"
                .formatted(PORT));

    assertThat(document.resources().getFirst().selector().toString()).doesNotContain("hidden");
  }

  private static MappingDocument document(String json) {
    Parsed parsed = MappingDocument.parse(Json.of(json), Map.of());
    assertThat(parsed.problems()).isEmpty();
    return parsed.document().orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.25, 1})
  void takesAnyShareAsThreshold(double share) {
    String json =
        "{entityDeletionThreshold: "
            + share
            + ", resources: [{kind: \"/x\", port: {entity: {mappings: {identifier: \".id\","
            + " blueprint: \"'b'\"}}}}]}";

    assertThat(
            MappingDocument.parse(Json.of(json), Map.of())
                .document()
                .orElseThrow()
                .entityDeletionThreshold())
        .isEqualTo(share);
  }
}
