package dev.seaway.distribution.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FaultySiteTest {

  private static final String REQUESTS = "/rest/servicedeskapi/request";
  private static final JsonMapper JSON = new JsonMapper();

  private final HttpClient client = HttpClient.newHttpClient();
  private final FaultySite site = FaultySite.start();

  @AfterEach
  void stop() {
    client.close();
    site.close();
  }

  @Test
  void answersAsTheSandboxWhereNoFaultStrikes() throws Exception {
    assertThat(json(REQUESTS).path("size").intValue()).isEqualTo(50);
    assertThat(site.requests()).extracting(Recorded::path).containsExactly(REQUESTS);
  }

  @Test
  void strikesTheNumberedRequestOnly() throws Exception {
    site.on(When.path("/request").and(When.numberOfPath(2)), Fault.tooMany(7));

    assertThat(get(REQUESTS).statusCode()).isEqualTo(200);
    HttpResponse<String> second = get(REQUESTS);
    assertThat(second.statusCode()).isEqualTo(429);
    assertThat(second.headers().firstValue("Retry-After")).contains("7");
    assertThat(get(REQUESTS).statusCode()).isEqualTo(200);
  }

  @Test
  void breaksConnections() {
    site.on(When.number(1), new Fault.Truncated());
    site.on(When.number(2).or(When.number(3)), new Fault.Cut());

    assertThatThrownBy(() -> get(REQUESTS)).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> get(REQUESTS)).isInstanceOf(IOException.class);
  }

  @Test
  void sendsBodiesThatAreNoJson() throws Exception {
    site.on(When.number(1), new Fault.HalfJson());
    site.on(When.number(2), new Fault.NotJson());

    assertThatThrownBy(() -> json(REQUESTS)).isInstanceOf(JsonProcessingException.class);
    assertThatThrownBy(() -> json(REQUESTS)).isInstanceOf(JsonProcessingException.class);
  }

  @Test
  void liesAboutPaging() throws Exception {
    site.on(When.number(1), new Fault.EmptyNotLast());
    site.on(When.number(2), new Fault.LastFlag(true));
    site.on(When.number(3), new Fault.IgnoreStart());
    site.on(When.number(4), new Fault.CapLimit(7));
    site.on(When.number(5), new Fault.LoopingLink());

    assertThat(json(REQUESTS).path("values")).isEmpty();
    assertThat(json(REQUESTS).path("isLastPage").booleanValue()).isTrue();
    assertThat(json(REQUESTS + "?start=50").path("start").intValue()).isZero();
    assertThat(json(REQUESTS).path("values")).hasSize(7);
    JsonNode links = json(REQUESTS).path("_links");
    assertThat(links.path("next")).isEqualTo(links.path("self"));
  }

  @Test
  void namesAForeignHostThatRecordsWhoComes() throws Exception {
    try (ForeignHost foreign = new ForeignHost()) {
      site.on(When.always(), new Fault.NextLink(foreign.address() + "/steal"));

      URI next = URI.create(json(REQUESTS).path("_links").path("next").textValue());
      assertThat(foreign.requests()).isEmpty();
      client.send(HttpRequest.newBuilder(next).build(), BodyHandlers.discarding());
      assertThat(foreign.requests()).extracting(Recorded::path).containsExactly("/steal");
    }
  }

  @Test
  void hangsUntilItIsClosed() throws Exception {
    CountDownLatch arrived = new CountDownLatch(1);
    site.on(
        request -> {
          arrived.countDown();
          return true;
        },
        new Fault.Hang());

    var answer = client.sendAsync(request(REQUESTS), BodyHandlers.ofString());
    arrived.await();
    assertThat(answer).isNotDone();
    site.close();
    assertThatThrownBy(answer::join).hasCauseInstanceOf(IOException.class);
  }

  @Test
  void letsATenthOfTheRecordsVanish() throws Exception {
    site.vanish(FaultySite.Records.REQUESTS, 10);

    assertThat(json(REQUESTS + "?start=440").path("values")).hasSize(10);
    assertThat(json(REQUESTS + "?start=440").path("isLastPage").booleanValue()).isTrue();
  }

  private JsonNode json(String path) throws Exception {
    return JSON.readTree(get(path).body());
  }

  private HttpResponse<String> get(String path) throws Exception {
    return client.send(request(path), BodyHandlers.ofString());
  }

  private HttpRequest request(String path) {
    String credential =
        Base64.getEncoder()
            .encodeToString("demo@example.com:sandbox-token".getBytes(StandardCharsets.UTF_8));
    return HttpRequest.newBuilder(URI.create(site.baseUrl() + path))
        .header("Authorization", "Basic " + credential)
        .build();
  }
}
