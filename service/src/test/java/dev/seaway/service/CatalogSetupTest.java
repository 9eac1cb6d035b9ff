package dev.seaway.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.core.FakeApi;
import dev.seaway.core.SeawayException;
import dev.seaway.core.catalog.CatalogClient;
import dev.seaway.core.catalog.Integration;
import dev.seaway.core.config.EventListener;
import dev.seaway.core.config.PortResourcesOrigin;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CatalogSetupTest {

  private final Deque<String> mappings = new ArrayDeque<>();
  private final HandWaits waits = new HandWaits();
  private final FakeApi api =
      new FakeApi(
          request ->
              request.toString().startsWith("GET ") && !mappings.isEmpty()
                  ? "{'integration':{'config':" + mappings.removeFirst() + "}}"
                  : "{}");

  @Test
  void createsAnIntegrationWithItsMapping() {
    setup(new EventListener.Once())
        .create(Optional.of(FakeApi.json("{'resources':[1]}")), PortResourcesOrigin.DEFAULT);

    assertThat(api.asked()).containsExactly("POST /v1/integration");
    assertThat(sent(0))
        .isEqualTo(
            FakeApi.json(
                "{'installationAppType':'custom','changelogDestination':{},"
                    + "'actionsProcessingEnabled':false,'incrementalSyncEnabled':false,"
                    + "'createPortResourcesOrigin':'Default','config':{'resources':[1]},"
                    + "'installationId':'my','version':'1'}"));
  }

  @Test
  void createsAnIntegrationWithAMappingToBeFilled() {
    setup(new EventListener.Once()).create(Optional.empty(), PortResourcesOrigin.EMPTY);

    assertThat(sent(0).path("createPortResourcesOrigin").asText()).isEqualTo("Empty");
    assertThat(sent(0).path("config").path("resources")).isEmpty();
    assertThat(sent(0).path("config").path("entityDeletionThreshold").asDouble()).isEqualTo(0.9);
  }

  @Test
  void waitsUntilTheCatalogHasMadeTheMapping() {
    mappings.addAll(List.of("{}", "null", "{'resources':[{}]}"));

    setup(new EventListener.Once()).provision();

    assertThat(api.asked())
        .startsWith("POST /v1/integration?integration_modes=create_resources")
        .hasSize(4);
    assertThat(waits.slept).containsExactly(Duration.ofSeconds(5), Duration.ofSeconds(5));
  }

  @Test
  void doesNotWaitForTheCatalogsMappingForEver() {
    assertThatThrownBy(() -> setup(new EventListener.Once()).provision())
        .hasMessageContaining("180 s")
        .hasMessageContaining("OCEAN__CREATE_PORT_RESOURCES_ORIGIN=Default");
  }

  @Test
  void tellsTheCatalogWhereToCall() {
    setup(new EventListener.Webhook(Optional.of(URI.create("https://seaway.example.com/"))))
        .update(FakeApi.json("{'installationAppType':'custom','version':'1'}"));

    assertThat(api.asked()).containsExactly("PATCH /v1/integration/my");
    assertThat(sent(0).path("changelogDestination"))
        .isEqualTo(FakeApi.json("{'type':'WEBHOOK','url':'https://seaway.example.com/resync'}"));
  }

  @Test
  void leavesItToOthersWhereTheCatalogCalls() {
    String known =
        "{'installationAppType':'custom','version':'1','changelogDestination':{'type':'KAFKA'}}";

    setup(new EventListener.Once()).update(FakeApi.json(known));
    setup(new EventListener.WebhooksOnly()).update(FakeApi.json(known));
    assertThat(api.asked()).isEmpty();

    setup(new EventListener.Once()).update(FakeApi.json(known.replace("'1'", "'0'")));
    assertThat(sent(0).has("changelogDestination")).isFalse();
  }

  @Test
  void tellsTheCatalogToCallNobodyWhereItIsAsked() {
    setup(new EventListener.Polling(Duration.ofSeconds(60), true))
        .update(
            FakeApi.json(
                "{'installationAppType':'custom','version':'1','changelogDestination':{'type':'KAFKA'}}"));

    assertThat(sent(0).path("changelogDestination")).isEqualTo(FakeApi.json("{}"));
  }

  @Test
  void tellsTheCatalogNothingThatItKnows() {
    setup(new EventListener.Once())
        .update(FakeApi.json("{'installationAppType':'custom','version':'1'}"));

    assertThat(api.asked()).isEmpty();
  }

  @Test
  void tellsTheCatalogItsVersion() {
    setup(new EventListener.Once())
        .update(FakeApi.json("{'installationAppType':'custom','version':'0'}"));

    assertThat(sent(0).path("version").asText()).isEqualTo("1");
  }

  @Test
  void leavesTheOriginsThatTheVersionNames() {
    setup(new EventListener.Once())
        .update(FakeApi.json("{'installationAppType':'custom','version':'1+seaway.acme.example'}"));
    assertThat(api.asked()).isEmpty();

    setup(new EventListener.Once())
        .update(FakeApi.json("{'installationAppType':'custom','version':'0+seaway.acme.example'}"));
    assertThat(sent(0).path("version").asText()).isEqualTo("1+seaway.acme.example");
  }

  @Test
  void refusesAnIntegrationThatTheCatalogRunsItself() {
    CatalogSetup setup = setup(new EventListener.Once());

    assertThatThrownBy(() -> setup.refuseHosted(FakeApi.json("{'installationType':'SaasOAuth2'}")))
        .isInstanceOf(SeawayException.class)
        .hasMessageContaining("OCEAN__INTEGRATION__IDENTIFIER");
  }

  private CatalogSetup setup(EventListener listener) {
    CatalogClient client = new CatalogClient(api, new Integration("custom", "my", "1"));
    return new CatalogSetup(client, listener, waits);
  }

  private JsonNode sent(int number) {
    return FakeApi.json(api.requests().get(number).body().orElseThrow().text());
  }
}
