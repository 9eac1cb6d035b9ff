package dev.seaway.distribution.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SandboxSiteTest {

  private static final JsonMapper JSON = new JsonMapper();

  private final HttpClient client = HttpClient.newHttpClient();
  private final SandboxSite site = SandboxSite.start(SandboxSettings.DEFAULT);

  @AfterEach
  void stop() {
    client.close();
    site.close();
  }

  @Test
  void leadsThroughAllRequestsByItsNextLinks() throws Exception {
    List<JsonNode> all = readAll("/rest/servicedeskapi/request");

    assertThat(all).hasSize(500);
    assertThat(all)
        .extracting(request -> request.path("issueKey").textValue())
        .doesNotHaveDuplicates();
    assertThat(all.getFirst().path("createdDate").path("iso8601").textValue())
        .isEqualTo("2026-01-05T08:00:00+0000");
  }

  @Test
  void holdsFiftyDesksAndAHundredOrganizationsWithNamesOfTheirOwn() throws Exception {
    List<JsonNode> desks = readAll("/rest/servicedeskapi/servicedesk");
    List<JsonNode> organizations = readAll("/rest/servicedeskapi/organization");

    assertThat(desks).hasSize(50);
    assertThat(desks)
        .extracting(desk -> desk.path("projectKey").textValue())
        .doesNotHaveDuplicates();
    assertThat(organizations).hasSize(100);
    assertThat(organizations).extracting(o -> o.path("name").textValue()).doesNotHaveDuplicates();
  }

  @Test
  void grantsAtMostItsLargestPageAndSaysSo() throws Exception {
    JsonNode page = json("/rest/servicedeskapi/request?limit=1000");

    assertThat(page.path("size").intValue()).isEqualTo(100);
    assertThat(page.path("limit").intValue()).isEqualTo(100);
    assertThat(page.path("isLastPage").booleanValue()).isFalse();
    assertThat(page.path("_links").path("next").textValue()).endsWith("?limit=100&start=100");
  }

  @Test
  void givesTheSameRecordsEveryTime() {
    assertThat(SandboxRecords.generate(SandboxSettings.DEFAULT))
        .isEqualTo(SandboxRecords.generate(SandboxSettings.DEFAULT));
  }

  @Test
  void asksForCredentialsEverywhereButAtThePublicPlaces() throws Exception {
    assertThat(send("/rest/servicedeskapi/request", "wrong").statusCode()).isEqualTo(401);
    assertThat(send("/_edge/tenant_info", "wrong").statusCode()).isEqualTo(200);
    assertThat(send("/rest/api/3/serverInfo", "wrong").statusCode()).isEqualTo(200);
  }

  @Test
  void refusesAStartThatIsNoNumber() throws Exception {
    assertThat(send("/rest/servicedeskapi/request?start=x", "sandbox-token").statusCode())
        .isEqualTo(400);
  }

  @Test
  void answersBehindTheGatewaysPrefixToo() throws Exception {
    String cloudId = json("/_edge/tenant_info").path("cloudId").textValue();

    JsonNode page = json("/ex/jira/" + cloudId + "/rest/servicedeskapi/servicedesk");

    assertThat(page.path("size").intValue()).isEqualTo(50);
    assertThat(page.path("_links").path("self").textValue())
        .startsWith(site.baseUrl() + "/rest/servicedeskapi/servicedesk?");
  }

  @Test
  void splitsTheRequestsOfADeskBetweenItsTwoQueues() throws Exception {
    List<JsonNode> queues = readAll("/rest/servicedeskapi/servicedesk/3/queue");

    HashSet<String> keys = new HashSet<>();
    for (JsonNode queue : queues) {
      String path = "/rest/servicedeskapi/servicedesk/3/queue/" + queue.path("id").textValue();
      List<JsonNode> issues = readAll(path + "/issue");
      assertThat(issues).hasSize(queue.path("issueCount").intValue());
      issues.forEach(issue -> keys.add(issue.path("key").textValue()));
    }
    assertThat(keys).hasSize(10);
  }

  @Test
  void pagesProjectsInTheWayOfThePlatform() throws Exception {
    JsonNode page = json("/rest/api/3/project/search?maxResults=20&startAt=40");

    assertThat(page.path("values")).hasSize(10);
    assertThat(page.path("total").intValue()).isEqualTo(50);
    assertThat(page.path("isLast").booleanValue()).isTrue();
    assertThat(page.has("nextPage")).isFalse();
  }

  @Test
  void listsFieldsWithoutAnEnvelopeAndKnowsWhoAsks() throws Exception {
    assertThat(json("/rest/api/3/field").isArray()).isTrue();
    assertThat(json("/rest/api/3/myself").path("emailAddress").textValue())
        .isEqualTo("demo@example.com");
  }

  private List<JsonNode> readAll(String path) throws Exception {
    List<JsonNode> all = new ArrayList<>();
    JsonNode page = json(path);
    page.path("values").forEach(all::add);
    while (!page.path("isLastPage").booleanValue()) {
      URI next = URI.create(page.path("_links").path("next").textValue());
      page = json(next.getPath() + "?" + next.getQuery());
      page.path("values").forEach(all::add);
    }
    return all;
  }

  private JsonNode json(String path) throws Exception {
    HttpResponse<String> response = send(path, "sandbox-token");
    assertThat(response.statusCode()).isEqualTo(200);
    return JSON.readTree(response.body());
  }

  private HttpResponse<String> send(String path, String token) throws Exception {
    String credential =
        Base64.getEncoder()
            .encodeToString(("demo@example.com:" + token).getBytes(StandardCharsets.UTF_8));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(site.baseUrl() + path))
            .header("Authorization", "Basic " + credential)
            .build();
    return client.send(request, BodyHandlers.ofString());
  }
}
