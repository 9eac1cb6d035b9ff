package dev.seaway.catalog;

import static dev.seaway.catalog.CatalogClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.catalog.CatalogClient.Reply;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntegrationTest {
  private static final String ALL = "/v1/integration";

  @TempDir Path folder;
  CatalogClient client;

  @BeforeEach
  void open() {
    client = new CatalogClient(folder);
  }

  @AfterEach
  void close() {
    client.close();
  }

  private Reply create() {
    return client.post(
        ALL,
        "{'installationId':'jsm','installationAppType':'custom','version':'0.1','changelogDestination':{},'config':{'resources':[]},'actionsProcessingEnabled':false,'createPortResourcesOrigin':'Default','whatever':1}");
  }

  private JsonNode integration() {
    return client.get(ALL + "/jsm?isPolling=false").body().path("integration");
  }

  @Test
  void createsAnIntegration() {
    assertThat(client.get(ALL + "/jsm").error()).isEqualTo("not_found");
    assertThat(create().status()).isEqualTo(201);
    assertThat(integration())
        .isEqualTo(
            json(
                "{'identifier':'jsm','installationId':'jsm','installationAppType':'custom','version':'0.1','changelogDestination':{},'config':{'resources':[]},'actionsProcessingEnabled':false,'createPortResourcesOrigin':'Default','createdAt':'2026-01-01T00:00:00.000000Z','updatedAt':'2026-01-01T00:00:00.000000Z'}"));
    assertThat(create().status()).isEqualTo(409);
    assertThat(client.post(ALL, "{}").status()).isEqualTo(422);
    assertThat(client.get(ALL + "/provision-enabled").body())
        .isEqualTo(json("{'ok':true,'integrations':[]}"));
  }

  @Test
  void patchesTheFieldsItKnows() {
    create();
    Reply reply =
        client.call("PATCH", ALL + "/jsm", "{'version':'0.2','config':{'a':1},'whatever':2}");
    assertThat(reply.status()).isEqualTo(200);
    assertThat(integration().path("version").asText()).isEqualTo("0.2");
    assertThat(integration().path("config")).isEqualTo(json("{'a':1}"));
    assertThat(integration().has("whatever")).isFalse();
    assertThat(client.call("PATCH", ALL + "/jsm", "{'config':[]}").status()).isEqualTo(422);
    assertThat(client.call("PATCH", ALL + "/none", "{}").status()).isEqualTo(404);
  }

  @Test
  void storesTheStateOfTheResync() {
    create();
    String path = ALL + "/jsm/resync-state";
    client.call("PATCH", path, "{'status':'running','lastResyncStart':'now','lastResyncEnd':null}");
    client.call("PATCH", path, "{'status':'completed','lastResyncEnd':'later'}");
    assertThat(integration().path("resyncState"))
        .isEqualTo(json("{'status':'completed','lastResyncStart':'now','lastResyncEnd':'later'}"));
    assertThat(client.call("PATCH", ALL + "/none/resync-state", "{}").status()).isEqualTo(404);
  }

  @Test
  void keepsTheLastTenExamplesOfAKind() {
    create();
    String path = ALL + "/jsm/kinds/%2Frest%2Fapi%2Frequest/examples";
    for (int i = 0; i < 4; i++) {
      String examples = "{'examples':[{'n':%d},{'n':%d},'%d']}".formatted(i, i + 10, i + 100);
      assertThat(client.post(path, examples).status()).isEqualTo(200);
    }
    assertThat(client.get(path).body().path("examples"))
        .isEqualTo(
            json("['100',{'n':1},{'n':11},'101',{'n':2},{'n':12},'102',{'n':3},{'n':13},'103']"));
    assertThat(client.get(ALL + "/jsm/kinds/other/examples").body().path("examples")).isEmpty();
    assertThat(client.post(path, "{}").status()).isEqualTo(422);
    assertThat(client.post(ALL + "/none/kinds/k/examples", "{'examples':[]}").status())
        .isEqualTo(404);
  }
}
