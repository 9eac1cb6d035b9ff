package dev.seaway.catalog;

import static dev.seaway.catalog.CatalogClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.catalog.CatalogClient.Reply;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReconcileTest {
  private static final String LIST = "/v1/blueprints/entities/datasource-entities";
  private static final String DELETE = "/v1/blueprints/request/bulk/entities/delete";

  @TempDir Path folder;
  CatalogClient client;

  @BeforeEach
  void open() {
    client = new CatalogClient(folder);
    client.deskAndRequest();
  }

  @AfterEach
  void close() {
    client.close();
  }

  private Reply page(Instant before, int limit, String from) {
    return client.post(
        LIST,
        "{'datasource_prefix':'port-ocean/custom/','datasource_suffix':'/it/exporter','limit':%d,'before':'%s'%s}"
            .formatted(limit, before, from.isEmpty() ? "" : ",'from':'" + from + "'"));
  }

  private static List<String> identifiers(Reply reply) {
    List<String> found = new ArrayList<>();
    reply.body().path("entities").forEach(entity -> found.add(entity.path("identifier").asText()));
    return found;
  }

  @Test
  void listsWhatADatasourceWroteBefore() {
    client.upsert("request", "{'identifier':'old'},{'identifier':'again'}");
    client.writeAs("port-ocean/custom/2/it/exporter");
    client.upsert("request", "{'identifier':'other-version'}");
    client.writeAs("port-ocean/custom/2/other/exporter");
    client.upsert("request", "{'identifier':'other'}");
    client.writeAs("port-ocean/custom/it/exporter");
    client.upsert("request", "{'identifier':'overlap'}");
    client.writeAs(CatalogClient.WRITER);
    Instant start = client.clock.pass(Duration.ofNanos(1_000));
    client.upsert("request", "{'identifier':'new'},{'identifier':'again'}");
    Reply reply = page(start, 5_000, "");
    assertThat(reply.body())
        .isEqualTo(
            json(
                "{'ok':true,'entities':[{'identifier':'old','blueprint':'request'},{'identifier':'other-version','blueprint':'request'}]}"));
    assertThat(identifiers(page(start.plusSeconds(1), 5_000, "")))
        .containsExactlyInAnyOrder("old", "new", "again", "other-version");
  }

  @Test
  void pagesWithoutGapsWhileEntitiesAreDeletedAndWritten() {
    for (int i = 0; i < 5; i++) {
      client.upsert("request", "{'identifier':'R" + i + "'},{'identifier':'S" + i + "'}");
      client.clock.pass(Duration.ofSeconds(1));
    }
    Instant start = client.clock.pass(Duration.ofSeconds(1));
    List<String> seen = new ArrayList<>();
    String from = "";
    do {
      Reply reply = page(start, 3, from);
      List<String> found = identifiers(reply);
      seen.addAll(found);
      client.post(DELETE, "{'entities':['" + String.join("','", found) + "']}");
      client.upsert("request", "{'identifier':'S4'}");
      from = reply.body().path("next").asText();
    } while (!from.isEmpty());
    assertThat(seen).containsExactly("R0", "S0", "R1", "S1", "R2", "S2", "R3", "S3", "R4");
  }

  @Test
  void refusesAWrongListing() {
    assertThat(page(Instant.EPOCH, 5_001, "").status()).isEqualTo(422);
    assertThat(page(Instant.EPOCH, 0, "").status()).isEqualTo(422);
    assertThat(page(Instant.EPOCH, 1, "nonsense").message()).contains("\"from\"");
    assertThat(client.post(LIST, "{'before':'yesterday'}").message()).contains("ISO time");
    assertThat(client.post(LIST, "{'limit':'1'}").status()).isEqualTo(422);
  }

  @Test
  void deletesAndIgnoresWhatIsGone() {
    client.upsert("request", "{'identifier':'A'},{'identifier':'B'},{'identifier':'C'}");
    Reply reply = client.post(DELETE, "{'entities':['A','gone','C','A']}");
    assertThat(reply.body())
        .isEqualTo(json("{'ok':true,'deletedEntities':['A','C'],'deletedDependents':[]}"));
    assertThat(client.delete("/v1/blueprints/request/entities/B").status()).isEqualTo(200);
    assertThat(client.delete("/v1/blueprints/request/entities/B").body().path("deletedEntities"))
        .isEmpty();
    assertThat(client.post("/v1/blueprints/none/bulk/entities/delete", "{'entities':[]}").status())
        .isEqualTo(404);
  }

  @Test
  void keepsTheWholeBatchIfSomethingRelatesToIt() {
    client.upsert("desk", "{'identifier':'D'},{'identifier':'E'}");
    client.upsert("request", "{'identifier':'A','relations':{'desk':'D'}}");
    String path = "/v1/blueprints/desk/bulk/entities/delete";
    Reply reply = client.post(path, "{'entities':['D','E']}");
    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.error()).isEqualTo("has_dependents");
    assertThat(reply.message()).contains("\"A\" of blueprint \"request\"");
    assertThat(client.entity("desk", "E").isObject()).isTrue();
    client.upsert("request", "{'identifier':'A','relations':{'desk':null}}");
    assertThat(client.post(path, "{'entities':['D','E']}").status()).isEqualTo(200);
  }

  @Test
  void deletesABatchThatRelatesToItself() {
    client.upsert(
        "request",
        "{'identifier':'A','relations':{'blockers':['A','B']}},{'identifier':'B','relations':{'blockers':['A']}}");
    assertThat(client.delete("/v1/blueprints/request/entities/A").status()).isEqualTo(422);
    assertThat(client.post(DELETE, "{'entities':['A','B']}").status()).isEqualTo(200);
  }

  @Test
  void takesDependentsAlongIfAsked() {
    client.upsert("desk", "{'identifier':'D'}");
    client.upsert(
        "request",
        "{'identifier':'A','relations':{'desk':'D'}},{'identifier':'B','relations':{'blockers':['A']}},{'identifier':'C','relations':{'blockers':['C']}}");
    Reply reply =
        client.post(
            "/v1/blueprints/desk/bulk/entities/delete?delete_dependents=true&ocean_info_event_type=resync",
            "{'entities':['D']}");
    assertThat(reply.body())
        .isEqualTo(
            json(
                "{'ok':true,'deletedEntities':['D'],'deletedDependents':[{'identifier':'A','blueprint':'request'},{'identifier':'B','blueprint':'request'}]}"));
    JsonNode left = client.get("/v1/blueprints/request/entities").body().path("entities");
    assertThat(left).hasSize(1);
    assertThat(left.get(0).path("identifier").asText()).isEqualTo("C");
  }

  @Test
  void refusesAWrongDeletion() {
    assertThat(client.post(DELETE, "{}").status()).isEqualTo(422);
    assertThat(client.post(DELETE, "{'entities':[5]}").status()).isEqualTo(422);
    String many = "'x'" + ",'x'".repeat(100);
    assertThat(client.post(DELETE, "{'entities':[" + many + "]}").status()).isEqualTo(413);
  }

  @Test
  void readsABlueprintPageByPage() {
    client.upsert("request", "{'identifier':'B'},{'identifier':'A'},{'identifier':'C'}");
    Reply first = client.get("/v1/blueprints/request/entities?limit=2");
    assertThat(identifiers(first)).containsExactly("A", "B");
    Reply second =
        client.get(
            "/v1/blueprints/request/entities?limit=2&from=" + first.body().path("next").asText());
    assertThat(identifiers(second)).containsExactly("C");
    assertThat(second.body().has("next")).isFalse();
    assertThat(client.get("/v1/blueprints/request/entities?limit=1001").status()).isEqualTo(422);
    assertThat(client.get("/v1/blueprints/request/entities?limit=x").status()).isEqualTo(422);
    assertThat(client.get("/v1/blueprints/request/entities?from=***").status()).isEqualTo(422);
    assertThat(client.get("/v1/blueprints/none/entities").status()).isEqualTo(404);
    assertThat(client.get("/v1/blueprints/none/entities/A").status()).isEqualTo(404);
    assertThat(client.get("/v1/blueprints/none/entities-count").status()).isEqualTo(404);
  }
}
