package dev.seaway.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.seaway.connector.ApiClient;
import dev.seaway.connector.ApiRequest;
import dev.seaway.connector.Auth;
import dev.seaway.connector.Secret;
import dev.seaway.connector.Source;
import dev.seaway.core.http.TestServer.Reply;
import dev.seaway.core.http.TestServer.Seen;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenTest {

  private static final VertxTransport TRANSPORT = new VertxTransport(TransportOptions.of(20));
  private static final ApiRequest TOKEN_REQUEST =
      new ApiRequest(
          ApiRequest.Method.POST,
          "/token",
          List.of(),
          Map.of(),
          Optional.of(
              new ApiRequest.Body(
                  "application/json", "{\"clientId\":\"c\",\"clientSecret\":\"hush-1\"}")));

  private final FakeWaits waits = new FakeWaits();
  private final AtomicInteger issued = new AtomicInteger();
  private volatile String accepted = "Bearer t1";

  @AfterAll
  static void close() {
    TRANSPORT.close();
  }

  @Test
  void clientCredentialsArePostedAsAForm() {
    try (TestServer tokens = TestServer.inTurn(Reply.json("{\"access_token\":\"t1\"}"));
        TestServer server = TestServer.inTurn(Reply.json("{}"))) {
      Auth auth =
          new Auth.ClientCredentials(
              tokens.url("/oauth/token"), "me", Secret.of("s&1"), Optional.of("read write"));
      ApiClient client =
          client(Sources.with(server.url(""), auth, Map.of("X-Private", "hush"), List.of()));
      client.send(ApiRequest.get("/a"));
      client.send(ApiRequest.get("/b"));
      assertThat(tokens.seen).hasSize(1);
      Seen request = tokens.seen.getFirst();
      assertThat(request.method() + " " + request.target()).isEqualTo("POST /oauth/token");
      assertThat(request.header("content-type")).isEqualTo("application/x-www-form-urlencoded");
      assertThat(request.body())
          .isEqualTo(
              "grant_type=client_credentials&client_id=me&client_secret=s%261&scope=read+write");
      assertThat(request.headers()).doesNotContainKeys("x-private", "authorization");
      assertThat(server.seen)
          .allSatisfy(seen -> assertThat(seen.header("authorization")).isEqualTo("Bearer t1"));
    }
  }

  @ParameterizedTest
  @CsvSource({"expires_in, 3600, 3540", "expiresIn, 3600, 3540", "expires_in, 80, 40"})
  void isFetchedAgainShortlyBeforeItsEnd(String field, int life, int due) {
    accepted = "any";
    try (TestServer server = server("\"" + field + "\":" + life)) {
      ApiClient client = client(server, tokenRequest(Optional.empty()));
      client.send(ApiRequest.get("/x"));
      waits.pass(Duration.ofSeconds(due - 1L));
      client.send(ApiRequest.get("/x"));
      assertThat(issued).hasValue(1);
      waits.pass(Duration.ofSeconds(1));
      client.send(ApiRequest.get("/x"));
      assertThat(issued).hasValue(2);
    }
  }

  @Test
  void theConfiguredIntervalCountsBeforeTheAnswers() {
    accepted = "any";
    try (TestServer server = server("\"expires_in\":10000")) {
      ApiClient client = client(server, tokenRequest(Optional.of(Duration.ofMinutes(10))));
      client.send(ApiRequest.get("/x"));
      waits.pass(Duration.ofMinutes(9));
      client.send(ApiRequest.get("/x"));
      assertThat(issued).hasValue(2);
    }
  }

  @Test
  void isRenewedOnceAfterARefusal() {
    try (TestServer server = server("\"n\":1")) {
      ApiClient client = client(server, tokenRequest(Optional.empty()));
      client.send(ApiRequest.get("/x"));
      accepted = "Bearer t2";
      client.send(ApiRequest.get("/x"));
      assertThat(issued).hasValue(2);
    }
  }

  @Test
  void aSecondRefusalIsFinal() {
    accepted = "none";
    try (TestServer server = server("\"n\":1")) {
      assertThat(failure(client(server, tokenRequest(Optional.empty()))).reason())
          .isEqualTo(ApiException.Reason.CREDENTIALS);
      assertThat(issued).hasValue(2);
      assertThat(waits.slept).isEmpty();
    }
  }

  @Test
  void aMissingScopeIsNoReasonToRenew() {
    try (TestServer server =
        new TestServer(
            seen ->
                seen.target().equals("/token")
                    ? Reply.json("{\"token\":\"t" + issued.incrementAndGet() + "\"}")
                    : Reply.status(401, "scope does not match"))) {
      assertThat(failure(client(server, tokenRequest(Optional.empty()))).reason())
          .isEqualTo(ApiException.Reason.PERMISSION);
      assertThat(issued).hasValue(1);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404})
  void aRefusedTokenRequestIsAboutCredentialsAndNotRepeated(int status) {
    try (TestServer server = TestServer.inTurn(Reply.status(status, "no hush-1 for you"))) {
      ApiException failure = failure(client(server, tokenRequest(Optional.empty())));
      assertThat(failure.reason()).isEqualTo(ApiException.Reason.CREDENTIALS);
      assertThat(failure)
          .hasMessageContaining("The token request was refused: POST")
          .hasMessageContaining("no *** for you");
      assertThat(server.seen).hasSize(1);
    }
  }

  @Test
  void aPassingFaultOfTheTokenRequestIsTriedAgain() {
    try (TestServer server =
        TestServer.inTurn(
            Reply.status(503, "").with("Retry-After", "3"),
            Reply.json("{\"token\":\"t1\"}"),
            Reply.json("{}"))) {
      client(server, tokenRequest(Optional.empty())).send(ApiRequest.get("/x"));
      assertThat(waits.slept).containsExactly(Duration.ofSeconds(3));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{\"tok\":\"t1\"}", "{\"token\":null}", "{\"token\":{}}", "", "<html>", "[]"})
  void anAnswerWithoutTheValueIsATokenFailure(String answer) {
    try (TestServer server = TestServer.inTurn(Reply.status(200, answer))) {
      ApiException failure = failure(client(server, tokenRequest(Optional.empty())));
      assertThat(failure.reason()).isEqualTo(ApiException.Reason.TOKEN);
      if (!answer.startsWith("<")) {
        assertThat(failure).hasMessageContaining("{{.token}}");
      }
      assertThat(server.seen).hasSize(1);
    }
  }

  @Test
  void templatesFillHeadersQueryAndBody() throws Exception {
    JsonNode body =
        new JsonMapper().readTree("{\"auth\":{\"key\":\"{{ .data.keys[1].id }}\"},\"v\":2}");
    Auth auth =
        new Auth.TokenRequest(
            TOKEN_REQUEST,
            Optional.empty(),
            Map.of("X-Both", "{{.data.keys.0.id}}/{{.data.number}}"),
            Map.of("session", "{{.data.keys.1.id}}"),
            Optional.of(body));
    try (TestServer server =
        new TestServer(
            seen ->
                seen.target().equals("/token")
                    ? Reply.json(
                        "{\"data\":{\"number\":7,\"keys\":[{\"id\":\"a\"},{\"id\":\"b+ c\"}]}}")
                    : Reply.json("{}"))) {
      client(server, auth)
          .send(
              new ApiRequest(
                  ApiRequest.Method.POST,
                  "/x?session=old&page=2",
                  List.of(),
                  Map.of(),
                  Optional.of(new ApiRequest.Body("application/json", "{\"q\":1}"))));
      Seen seen = server.seen.getLast();
      assertThat(seen.target()).isEqualTo("/x?page=2&session=b%2B%20c");
      assertThat(seen.header("x-both")).isEqualTo("a/7");
      assertThat(seen.body()).isEqualTo("{\"q\":1,\"auth\":{\"key\":\"b+ c\"},\"v\":2}");
    }
  }

  @Test
  void anIssuedTokenIsMaskedInErrors() {
    try (TestServer server =
        new TestServer(
            seen ->
                seen.target().equals("/token")
                    ? Reply.json("{\"token\":\"issued-hush\"}")
                    : Reply.status(403, "not with issued-hush"))) {
      assertThat(failure(client(server, tokenRequest(Optional.empty()))))
          .hasMessageContaining("not with ***");
    }
  }

  /** Issues t1, t2, ... at /token, and elsewhere accepts one token only, or any. */
  private TestServer server(String more) {
    return new TestServer(
        seen -> {
          if (seen.target().equals("/token")) {
            return Reply.json("{\"token\":\"t" + issued.incrementAndGet() + "\"," + more + "}");
          }
          boolean known = accepted.equals("any") || accepted.equals(seen.header("authorization"));
          return known ? Reply.json("{}") : Reply.status(401, "");
        });
  }

  private static Auth tokenRequest(Optional<Duration> refreshEvery) {
    return new Auth.TokenRequest(
        TOKEN_REQUEST,
        refreshEvery,
        Map.of("Authorization", "Bearer {{.token}}"),
        Map.of(),
        Optional.empty());
  }

  private ApiException failure(ApiClient client) {
    return catchThrowableOfType(ApiException.class, () -> client.send(ApiRequest.get("/x")));
  }

  private ApiClient client(TestServer server, Auth auth) {
    URI url = server.url("");
    return client(Sources.with(url, auth));
  }

  private ApiClient client(Source source) {
    return ApiClients.of(source, TRANSPORT, waits, new Announced());
  }
}
