package dev.seaway.benchmarks.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.seaway.benchmarks.wire.WireServer;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FastSourceTest {

  private static final String REQUESTS = "/rest/servicedeskapi/request";

  private final WireServer site = FastSource.start();
  private final HttpClient client = HttpClient.newHttpClient();

  @AfterEach
  void close() {
    client.close();
    site.close();
  }

  @Test
  void servesEachRecordOnceInPagesOfTheSizeThatItGrants() throws Exception {
    send("POST", "/control?requests=120&largestPage=40");

    List<JsonNode> records = all();

    assertThat(records).hasSize(120);
    assertThat(new HashSet<>(records.stream().map(request -> request.path("issueId")).toList()))
        .hasSize(120);
    assertThat(records.getFirst().toString().length()).isBetween(2_400, 2_800);
    assertThat(send("GET", "/control").path("calls").asInt()).isEqualTo(3);
  }

  @Test
  void changesTheShareThatIsAskedFor() throws Exception {
    send("POST", "/control?requests=200");
    List<JsonNode> before = all();

    send("POST", "/control?changed=10");

    List<JsonNode> after = new ArrayList<>(all());
    after.removeAll(before);
    assertThat(after).hasSize(20);
  }

  private List<JsonNode> all() throws Exception {
    List<JsonNode> records = new ArrayList<>();
    JsonNode page;
    do {
      page = send("GET", REQUESTS + "?start=" + records.size() + "&limit=100");
      page.path("values").forEach(records::add);
      assertThat(page.path("_links").has("next")).isNotEqualTo(page.path("isLastPage").asBoolean());
    } while (!page.path("isLastPage").asBoolean());
    return records;
  }

  private JsonNode send(String method, String target) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(site.address().resolve(target))
            .method(method, HttpRequest.BodyPublishers.noBody())
            .build();
    return new JsonMapper().readTree(client.send(request, BodyHandlers.ofString()).body());
  }
}
