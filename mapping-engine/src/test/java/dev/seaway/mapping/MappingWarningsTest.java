package dev.seaway.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaway.mapping.MappingDocument.Parsed;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingWarningsTest {

  private static final String MAPPINGS = "mappings: {identifier: \".id\", blueprint: \"'b'\"}";
  private static final String PORT = "port: {entity: {%s}}".formatted(MAPPINGS);

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "{resource: 1, resources: [{kind: \"/x\", PORT}]}~resource~resources",
        "{resources: [{kind: \"/x\", selectr: {}, PORT}]}~resources[0].selectr~selector",
        "{resources: [{kind: \"/x\", selector: {qurey: 1}, PORT}]}"
            + "~resources[0].selector.qurey~query",
        "{resources: [{kind: \"/x\", selector: {datapath: 1}, PORT}]}"
            + "~resources[0].selector.datapath~data_path",
        "{resources: [{kind: \"/x\", port: {itemToParse: \".\", entity: {MAPPINGS}}}]}"
            + "~resources[0].port.itemToParse~itemsToParse",
        "{resources: [{kind: \"/x\", port: {entity: {mapping: {}, MAPPINGS}}}]}"
            + "~resources[0].port.entity.mapping~mappings"
      })
  void warnsOfUnknownKeysAndSuggestsTheNearest(String json, String path, String meant) {
    Parsed parsed = parse(json.replace("PORT", PORT).replace("MAPPINGS", MAPPINGS));

    assertThat(parsed.document()).isPresent();
    assertThat(parsed.problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.path()).isEqualTo(path))
        .satisfies(
            problem -> assertThat(problem.severity()).isEqualTo(MappingProblem.Severity.WARNING))
        .satisfies(
            problem ->
                assertThat(problem.message())
                    .contains("Did you mean %s?".formatted(meant))
                    .contains("Known here: "));
  }

  @Test
  void warnsOfUnknownKeysDeepDown() {
    Parsed parsed =
        parse(
            """
            {resources: [{kind: "/{p}", selector: {path_parameters: {
                p: {endpoint: "/e", field: ".", fliter: "."}}},
              port: {entity: {mappings: [{blueprint: "'b'", propertis: {},
                identifier: {combinator: "'and'", extra: 1, rules: [
                  {property: "'a'", operator: "'='", values: ".x"}]}}]}}}]}
            """);

    assertThat(parsed.document()).isPresent();
    assertThat(parsed.problems())
        .extracting(MappingProblem::path)
        .containsExactlyInAnyOrder(
            "resources[0].selector.path_parameters.p.fliter",
            "resources[0].port.entity.mappings[0].propertis",
            "resources[0].port.entity.mappings[0].identifier.extra",
            "resources[0].port.entity.mappings[0].identifier.rules[0].values");
  }

  @Test
  void warnsOfAPathParameterThatNothingUses() {
    Parsed parsed =
        parse(
            """
            {resources: [{kind: "/x/{other}", selector: {path_parameters: {
               name: {endpoint: "/y", field: "."}}}, %s}]}
            """
                .formatted(PORT));

    assertThat(parsed.document()).isPresent();
    assertThat(parsed.problems())
        .containsExactly(
            new MappingProblem(
                "resources[0].selector.path_parameters.name",
                "has no effect: neither the kind `/x/{other}` nor another endpoint contains"
                    + " {name}.",
                MappingProblem.Severity.WARNING));
  }

  private static Parsed parse(String json) {
    return MappingDocument.parse(Json.of(json), Map.of());
  }
}
