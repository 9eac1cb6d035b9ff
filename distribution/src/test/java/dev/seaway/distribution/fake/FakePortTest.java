package dev.seaway.distribution.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FakePortTest {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String BULK =
      "/v1/blueprints/request/entities/bulk?upsert=true&merge=true"
          + "&create_missing_related_entities=true";

  private final HttpClient client = HttpClient.newHttpClient();
  private Instant now = Instant.parse("2026-03-01T00:00:00Z");
  private final FakePort port = FakePort.start(() -> now);
  private String token = "";

  @BeforeEach
  void signIn() throws Exception {
    port.blueprint(JSON.readTree("{\"identifier\":\"desk\"}"));
    port.blueprint(
        JSON.readTree(
            "{\"identifier\":\"request\",\"relations\":{\"desk\":{\"target\":\"desk\"}}}"));
    port.integration("jsm", "custom", JSON.readTree("{\"resources\":[]}"));
    token = newToken();
  }

  @AfterEach
  void stop() {
    client.close();
    port.close();
  }

  @Test
  void givesTokensToItsClientOnly() throws Exception {
    assertThat(
            send("POST", "/v1/auth/access_token", "{\"clientId\":\"x\",\"clientSecret\":\"y\"}")
                .statusCode())
        .isEqualTo(401);
    token = "made-up";
    assertThat(send("GET", "/v1/organization", "").statusCode()).isEqualTo(401);
  }

  @Test
  void mergesWhatIsSentAndMakesWhatARelationNames() throws Exception {
    bulk("{\"identifier\":\"1\",\"properties\":{\"a\":1,\"b\":2},\"relations\":{\"desk\":\"D\"}}");
    bulk("{\"identifier\":\"1\",\"title\":\"One\",\"properties\":{\"a\":3}}");

    assertThat(port.entities())
        .isEqualTo(
            """
            [
            {"blueprint":"desk","identifier":"D","properties":{},"relations":{}},
            {"blueprint":"request","identifier":"1","properties":{"a":3,"b":2},\
            "relations":{"desk":"D"},"title":"One"}
            ]\
            """);
  }

  @Test
  void refusesBulksThatAreTooLarge() throws Exception {
    String entities =
        IntStream.range(0, 21)
            .mapToObj("{\"identifier\":\"%d\"}"::formatted)
            .collect(Collectors.joining(","));

    assertThat(bulk(entities).statusCode()).isEqualTo(413);
    assertThat(port.count("request")).isZero();
  }

  @Test
  void saysWhichEntitiesOfABulkItRefuses() throws Exception {
    port.on(When.path("/bulk"), new PortFault.RefuseEvery(2));

    HttpResponse<String> answer =
        bulk("{\"identifier\":\"1\"},{\"identifier\":\"2\"},{\"identifier\":\"not allowed\"}");

    assertThat(answer.statusCode()).isEqualTo(207);
    JsonNode body = JSON.readTree(answer.body());
    assertThat(body.path("entities")).hasSize(1);
    assertThat(body.path("errors"))
        .extracting(error -> error.path("index").intValue())
        .containsExactly(1, 2);
    assertThat(port.count("request")).isEqualTo(1);
  }

  @Test
  void listsWhatADataSourceLastWroteBeforeATime() throws Exception {
    bulk("{\"identifier\":\"1\"},{\"identifier\":\"2\"},{\"identifier\":\"3\"}");
    port.entity("request", JSON.readTree("{\"identifier\":\"4\"}"), "someone/else");
    now = now.plusSeconds(10);
    bulk("{\"identifier\":\"2\"}");

    JsonNode first = datasource("");
    JsonNode second = datasource(",\"from\":" + first.path("next"));

    assertThat(first.path("entities").findValuesAsText("identifier")).containsExactly("1");
    assertThat(second.path("entities").findValuesAsText("identifier")).containsExactly("3");
    assertThat(second.has("next")).isFalse();
  }

  @Test
  void deletesDependentsOnlyIfTold() throws Exception {
    bulk("{\"identifier\":\"1\",\"relations\":{\"desk\":\"D\"}}");
    String path = "/v1/blueprints/desk/bulk/entities/delete";

    assertThat(send("POST", path, "{\"entities\":[\"D\"]}").statusCode()).isEqualTo(409);
    send("POST", path + "?delete_dependents=true", "{\"entities\":[\"D\"]}");

    assertThat(port.count("desk")).isZero();
    assertThat(port.count("request")).isZero();
  }

  @Test
  void searchesByRulesAndShowsWhatIsIncluded() throws Exception {
    bulk("{\"identifier\":\"1\",\"properties\":{\"a\":1,\"b\":2}},{\"identifier\":\"2\"}");

    JsonNode found =
        JSON.readTree(
            send(
                    "POST",
                    "/v1/entities/search?include=identifier&include=properties.b",
                    """
                    {"combinator":"and","rules":[
                      {"property":"$blueprint","operator":"=","value":"request"},
                      {"property":"$identifier","operator":"in","value":["1","9"]},
                      {"property":"$datasource","operator":"contains","value":"port-ocean/"}]}
                    """)
                .body());

    assertThat(found.path("entities").toString())
        .isEqualTo("[{\"identifier\":\"1\",\"properties\":{\"b\":2}}]");
  }

  @Test
  void keepsTheStateOfAnIntegration() throws Exception {
    send("PATCH", "/v1/integration/jsm/resync-state", "{\"status\":\"completed\"}");
    send("POST", "/v1/integration/jsm/kinds/%2Frest%2Fx/examples", "{\"examples\":[{\"a\":1}]}");

    JsonNode integration = port.integration("jsm").orElseThrow();
    assertThat(integration.path("resyncState").path("status").asText()).isEqualTo("completed");
    assertThat(integration.path("examples").path("/rest/x")).hasSize(1);
    assertThat(send("GET", "/v1/integration/other", "").statusCode()).isEqualTo(404);
  }

  @Test
  void forgetsATokenAndCutsConnectionsAndLimitsRates() throws Exception {
    int calls = port.calls().size();
    port.on(When.number(calls + 1), new PortFault.TokenExpired());
    port.on(When.path("/search"), PortFault.tooMany(1_772_323_200));
    port.on(When.path("/bulk"), new PortFault.CutAfter());

    assertThat(send("GET", "/v1/organization", "").statusCode()).isEqualTo(401);
    assertThat(send("GET", "/v1/organization", "").statusCode()).isEqualTo(401);
    token = newToken();
    assertThat(send("GET", "/v1/organization", "").statusCode()).isEqualTo(200);
    assertThat(send("POST", "/v1/entities/search", "{}").headers().firstValue("x-ratelimit-reset"))
        .contains("1772323200");
    assertThatThrownBy(() -> bulk("{\"identifier\":\"1\"}")).isInstanceOf(IOException.class);
    assertThat(port.count("request")).isEqualTo(1);
  }

  @Test
  void recordsEveryCallInOrder() throws Exception {
    bulk("{\"identifier\":\"1\"}");

    Recorded last = port.calls().getLast();
    assertThat(port.calls().getFirst().path()).isEqualTo("/v1/auth/access_token");
    assertThat(last.method()).isEqualTo("POST");
    assertThat(last.flag("upsert")).isTrue();
    assertThat(last.userAgent()).isEqualTo("port-ocean/custom/0.1/jsm/exporter");
    assertThat(last.body()).isEqualTo("{\"entities\":[{\"identifier\":\"1\"}]}");
  }

  private JsonNode datasource(String position) throws Exception {
    String body =
        """
        {"datasource_prefix":"port-ocean/custom/","datasource_suffix":"/jsm/exporter",
         "limit":1,"before":"2026-03-01T00:00:05Z"%s}
        """
            .formatted(position);
    return JSON.readTree(send("POST", "/v1/blueprints/entities/datasource-entities", body).body());
  }

  private String newToken() throws Exception {
    String body =
        "{\"clientId\":\"%s\",\"clientSecret\":\"%s\"}"
            .formatted(FakePort.CLIENT_ID, FakePort.CLIENT_SECRET);
    return JSON.readTree(send("POST", "/v1/auth/access_token", body).body())
        .path("accessToken")
        .asText();
  }

  private HttpResponse<String> bulk(String entities) throws Exception {
    return send("POST", BULK, "{\"entities\":[" + entities + "]}");
  }

  private HttpResponse<String> send(String method, String path, String body) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(port.baseUrl() + path))
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .header("Authorization", "Bearer " + token)
            .header("User-Agent", "port-ocean/custom/0.1/jsm/exporter")
            .build(),
        BodyHandlers.ofString());
  }
}
