package dev.seaway.benchmarks.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.seaway.benchmarks.wire.WireServer;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FastCatalogTest {

  private static final String LISTING = "/v1/blueprints/entities/datasource-entities";
  private static final String FUTURE = "2100-01-01T00:00:00Z";

  private final WireServer catalog = FastCatalog.start();
  private final HttpClient client = HttpClient.newHttpClient();

  @BeforeEach
  void write() throws Exception {
    JsonNode answer =
        post(
            "/v1/blueprints/desk/entities/bulk?upsert=true",
            "{'entities': [{'identifier':'a','properties':{'identifier':'x'}},"
                + " {'properties':{'n':[1,{}]},'identifier':'b'},{'identifier':'c'}]}");
    assertThat(answer.path("entities").toString())
        .isEqualTo(
            json(
                "[{'index':0,'identifier':'a','created':true},"
                    + "{'index':1,'identifier':'b','created':true},"
                    + "{'index':2,'identifier':'c','created':true}]"));
  }

  @AfterEach
  void close() {
    client.close();
    catalog.close();
  }

  @Test
  void findsWhatWasWrittenByThisDatasource() throws Exception {
    JsonNode found = post("/v1/entities/search?include=title", search("port-ocean/"));

    assertThat(found.path("entities").toString())
        .isEqualTo(json("[{'properties':{'n':[1,{}]},'identifier':'b'}]"));
    assertThat(post("/v1/entities/search", search("other")).path("entities")).isEmpty();
  }

  @Test
  void listsPageByPageWhatWasWrittenBefore() throws Exception {
    JsonNode first = post(LISTING, listing(FUTURE, "0"));
    JsonNode second = post(LISTING, listing(FUTURE, first.path("next").asText()));

    assertThat(first.path("entities")).hasSize(2);
    assertThat(second.path("entities")).hasSize(1);
    assertThat(second.has("next")).isFalse();
    String past = Instant.EPOCH.toString();
    assertThat(post(LISTING, listing(past, "0")).path("entities")).isEmpty();
  }

  @Test
  void deletesAndCounts() throws Exception {
    JsonNode answer =
        post("/v1/blueprints/desk/bulk/entities/delete", "{'entities':['a','unknown']}");

    assertThat(answer.path("deletedEntities").toString()).isEqualTo(json("['a']"));
    JsonNode counters = send(HttpRequest.newBuilder(catalog.address().resolve("/control")));
    assertThat(counters.path("entities").asInt()).isEqualTo(2);
    assertThat(counters.path("written").asInt()).isEqualTo(3);
    assertThat(counters.path("calls").path("DELETE").path("calls").asInt()).isEqualTo(1);
    assertThat(counters.path("calls").path("BULK").path("received").asInt()).isPositive();
  }

  private static String search(String datasource) {
    return "{'combinator':'and','rules':[{'property':'$identifier','operator':'in','value':['b','z']},"
               + "{'property':'$blueprint','operator':'=','value':'desk'},"
               + "{'property':'$datasource','operator':'contains','value':'"
        + datasource
        + "'}]}";
  }

  private static String listing(String before, String from) {
    return "{'datasource_prefix':'port-ocean/','datasource_suffix':'/exporter','limit':2,'before':'"
        + before
        + "','from':'"
        + from
        + "'}";
  }

  private JsonNode post(String target, String body) throws Exception {
    return send(
        HttpRequest.newBuilder(catalog.address().resolve(target))
            .header("User-Agent", "port-ocean/jsm/1/bench/exporter")
            .POST(BodyPublishers.ofString(json(body))));
  }

  private JsonNode send(HttpRequest.Builder request) throws Exception {
    return new JsonMapper().readTree(client.send(request.build(), BodyHandlers.ofString()).body());
  }

  private static String json(String text) {
    return text.replace('\'', '"');
  }
}
