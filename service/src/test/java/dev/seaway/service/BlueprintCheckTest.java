package dev.seaway.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seaway.connector.ApiRequest;
import dev.seaway.core.ApiFailures;
import dev.seaway.core.FakeApi;
import dev.seaway.core.SeawayException;
import dev.seaway.core.catalog.CatalogClient;
import dev.seaway.core.catalog.Integration;
import dev.seaway.mapping.MappingDocument;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BlueprintCheckTest {

  private static final MappingDocument MAPPING =
      MappingDocument.parse(
              FakeApi.json(
                  "{'resources':[{'kind':'/desk','port':{'entity':{'mappings':{'identifier':'.id',"
                      + "'blueprint':'\\\"desk\\\"','properties':{'statuss':'.s','name':'.n','odd':'.o'},"
                      + "'relations':{'site':'.site'}}}}},"
                      + "{'kind':'/site','port':{'entity':{'mappings':{'identifier':'.id',"
                      + "'blueprint':'\\\"site\\\"','properties':{'other':'.x'}}}}}]}"),
              Map.of())
          .document()
          .orElseThrow();

  private String desk = "";
  private String site = "";
  private final BlueprintCheck check =
      new BlueprintCheck(
          new CatalogClient(new FakeApi(this::answer), new Integration("custom", "my", "1")));

  @Test
  void namesWhatABlueprintLacksInOneLineWithTheNearestName() {
    desk = "{'schema':{'properties':{'status':{},'name':{}}},'relations':{'sites':{}}}";
    site = "{'schema':{'properties':{'other':{}}}}";

    assertThat(check.warnings(MAPPING))
        .singleElement()
        .asString()
        .contains(
            "blueprint desk lacks what the mapping sets: properties statuss (did you mean"
                + " status?), odd; relations site (did you mean sites?).");
  }

  @Test
  void goesOnWhereOneOfTheBlueprintsIsMissing() {
    site = "{'schema':{'properties':{'other':{}}}}";

    assertThat(check.warnings(MAPPING))
        .singleElement()
        .asString()
        .contains("blueprints that it lacks: desk. Create what is missing there");
  }

  @Test
  void refusesWhereNothingCouldBeWritten() {
    assertThatThrownBy(() -> check.warnings(MAPPING))
        .isInstanceOf(SeawayException.class)
        .hasMessageContaining("no blueprint of the mapping: desk, site. Create");
  }

  private String answer(ApiRequest request) {
    String definition = request.target().endsWith("/desk") ? desk : site;
    if (definition.isEmpty()) {
      throw ApiFailures.status(404);
    }
    return "{'blueprint':%s}".formatted(definition);
  }
}
