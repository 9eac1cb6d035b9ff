package dev.seaway.core.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seaway.core.ApiFailures;
import dev.seaway.core.FakeApi;
import dev.seaway.core.SeawayException;
import dev.seaway.core.catalog.CatalogClient;
import dev.seaway.core.catalog.Integration;
import dev.seaway.mapping.MappingDocument;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CatalogSetupTest {

  private static final String DEFINITIONS =
      "[{'identifier':'site'},{'identifier':'desk','relations':{'site':{'target':'site'}}},"
          + "{'identifier':'request','relations':{'desk':{'target':'desk'}}},{'identifier':'other'}]";

  private final FakeApi api =
      new FakeApi(
          request -> {
            if (request.toString().equals("GET /v1/blueprints/site")) {
              return "{'blueprint':{}}";
            }
            if (request.toString().startsWith("GET ")) {
              throw ApiFailures.status(404);
            }
            return "{}";
          });
  private final CatalogSetup setup =
      new CatalogSetup(new CatalogClient(api, new Integration("custom", "my", "1")));

  @Test
  void createsWhatTheMappingFeedsAndWhatThatRelatesTo() {
    setup.blueprints(FakeApi.json(DEFINITIONS), mapping("'\\'request\\''"));

    assertThat(
            api.requests().stream()
                .filter(request -> request.toString().equals("POST /v1/blueprints"))
                .map(request -> FakeApi.json(request.body().orElseThrow().text()))
                .map(definition -> definition.path("identifier").asText()))
        .containsExactly("desk", "request");
  }

  @Test
  void createsAnIntegrationThatTheCatalogDoesNotKnow() {
    setup.integration(Optional.empty(), new MappingChoice("x", FakeApi.json("{}")));
    setup.integration(
        Optional.of(FakeApi.json("{'installationType':'OnPrem'}")),
        new MappingChoice("x", FakeApi.json("{}")));

    assertThat(api.asked()).containsExactly("POST /v1/integration");
  }

  @Test
  void refusesAnIntegrationThatTheCatalogRunsItself() {
    assertThatThrownBy(
            () ->
                setup.integration(
                    Optional.of(FakeApi.json("{'installationType':'SaasOAuth2'}")),
                    new MappingChoice("x", FakeApi.json("{}"))))
        .isInstanceOf(SeawayException.class)
        .hasMessageContaining("OCEAN__INTEGRATION__IDENTIFIER");
  }

  private static MappingDocument mapping(String blueprint) {
    String json =
        "{'resources':[{'kind':'/a','port':{'entity':{'mappings':{'identifier':'.id','blueprint':"
            + blueprint.replace("\\'", "\\\"")
            + "}}}}]}";
    return MappingDocument.parse(FakeApi.json(json), Map.of()).document().orElseThrow();
  }
}
