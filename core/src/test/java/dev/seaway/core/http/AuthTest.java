package dev.seaway.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.seaway.connector.ApiClient;
import dev.seaway.connector.ApiRequest;
import dev.seaway.connector.Auth;
import dev.seaway.connector.Secret;
import dev.seaway.core.SeawayException;
import dev.seaway.core.http.TestServer.Reply;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class AuthTest {

  private static final VertxTransport TRANSPORT = new VertxTransport(TransportOptions.of(4));

  @AfterAll
  static void close() {
    TRANSPORT.close();
  }

  @Test
  void sendsBasicAtOnceInUtf8() {
    assertThat(sent(new Auth.Basic("jö@example.com", Secret.of("pä:ss"))).header("authorization"))
        .isEqualTo(
            "Basic "
                + Base64.getEncoder()
                    .encodeToString("jö@example.com:pä:ss".getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void sendsABearerToken() {
    assertThat(sent(new Auth.Bearer(Secret.of("t-1"))).header("authorization"))
        .isEqualTo("Bearer t-1");
  }

  @Test
  void sendsAKeyInItsHeader() {
    assertThat(sent(new Auth.ApiKey("X-Key", Secret.of("k-1"))).header("x-key")).isEqualTo("k-1");
  }

  @Test
  void letsCodeSign() {
    assertThat(sent(new Auth.Custom(request -> request.withHeader("X-Sign", request.target()))))
        .returns("/x", seen -> seen.header("x-sign"));
  }

  @Test
  void sendsDefaultHeaders() {
    TestServer.Seen seen = sent(new Auth.None());
    assertThat(seen.header("accept")).isEqualTo("*/*");
    assertThat(seen.header("accept-encoding")).isEqualTo("gzip");
    assertThat(seen.header("user-agent")).isEqualTo("seaway");
    assertThat(seen.headers()).doesNotContainKey("authorization");
  }

  @Test
  void theSourcesHeadersGoOnEveryRequestAndTheRequestsOwnWin() {
    try (TestServer server = TestServer.inTurn(Reply.json("{}"))) {
      ApiClient client =
          client(
              server,
              new Auth.None(),
              Map.of("user-agent", "mine", "accept", "text/x", "X-A", "source", "X-B", "source"));
      client.send(ApiRequest.get("/x").withHeader("x-a", "request"));
      TestServer.Seen seen = server.seen.getFirst();
      assertThat(seen.header("user-agent")).isEqualTo("mine");
      assertThat(seen.header("accept")).isEqualTo("text/x");
      assertThat(seen.header("x-a")).isEqualTo("request");
      assertThat(seen.header("x-b")).isEqualTo("source");
    }
  }

  @Test
  void aHeaderWithALineBreakIsRefusedWithoutItsValue() {
    try (TestServer server = TestServer.inTurn(Reply.json("{}"))) {
      ApiClient client = client(server, new Auth.None(), Map.of());
      Throwable failure =
          catchThrowableOfType(
              SeawayException.class,
              () -> client.send(ApiRequest.get("/x").withHeader("X-A", "hush\r\nX-B: 1")));
      assertThat(failure).hasMessageContaining("X-A").hasMessageNotContainingAny("hush");
      assertThat(server.seen).isEmpty();
    }
  }

  @Test
  void aRefusalOfFixedCredentialsFailsAtOnce() {
    try (TestServer server = TestServer.inTurn(Reply.status(401, "who are you"))) {
      assertThat(failure(server, new Auth.Bearer(Secret.of("t"))).reason())
          .isEqualTo(ApiException.Reason.CREDENTIALS);
      assertThat(server.seen).hasSize(1);
    }
  }

  @Test
  void a401ThatNamesTheScopeIsAboutPermission() {
    try (TestServer byBody =
            TestServer.inTurn(
                Reply.status(401, "{\"message\":\"Unauthorized; scope does not match\"}"));
        TestServer byHeader =
            TestServer.inTurn(
                Reply.status(401, "").with("X-Failure-Category", "FAILURE_CLIENT_SCOPE_CHECK"))) {
      for (TestServer server : List.of(byBody, byHeader)) {
        assertThat(failure(server, new Auth.Bearer(Secret.of("t"))).reason())
            .isEqualTo(ApiException.Reason.PERMISSION);
      }
    }
  }

  @Test
  void errorsHoldStatusBodyAndAnExcerptButNoSecret() throws Exception {
    String secret = "s3cret/+value";
    String basic =
        Base64.getEncoder().encodeToString(("me:" + secret).getBytes(StandardCharsets.UTF_8));
    String body =
        "{\"error\":\"bad\",\n\"sent\":\""
            + secret
            + "\",\"head\":\"Basic "
            + basic
            + "\",\"url\":\"/x?key=s3cret%2F%2Bvalue\",\"access_token\":\"other-hush\","
            + "\"h\":\"Bearer abc123.def\",\"fill\":\""
            + "x ".repeat(200)
            + "\"}";
    try (TestServer server = TestServer.inTurn(Reply.status(403, body))) {
      Auth auth = new Auth.Basic("me", Secret.of(secret));
      ApiRequest request =
          ApiRequest.get("/x?key=" + UrlText.parameter(secret)).withQuery("jql", "hush");
      ApiException failure =
          catchThrowableOfType(
              ApiException.class, () -> client(server, auth, Map.of()).send(request));
      assertThat(failure.status()).hasValue(403);
      assertThat(failure.body()).contains(new JsonMapper().readTree(body));
      assertThat(failure.getMessage())
          .startsWith("GET " + server.url("/x?key&jql") + " answered 403: {\"error\":\"bad\",")
          .contains("grant")
          .hasSizeLessThan(450)
          .doesNotContain(secret, basic, "s3cret", "hush", "abc123", "\n");
    }
  }

  private static TestServer.Seen sent(Auth auth) {
    try (TestServer server = TestServer.inTurn(Reply.json("{}"))) {
      client(server, auth, Map.of()).send(ApiRequest.get("/x"));
      return server.seen.getFirst();
    }
  }

  private static ApiException failure(TestServer server, Auth auth) {
    return catchThrowableOfType(
        ApiException.class, () -> client(server, auth, Map.of()).send(ApiRequest.get("/x")));
  }

  private static ApiClient client(TestServer server, Auth auth, Map<String, String> headers) {
    return ApiClients.of(
        Sources.with(server.url(""), auth, headers, List.of()),
        TRANSPORT,
        new FakeWaits(),
        new Announced());
  }
}
