package dev.seaway.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.seaway.connector.ApiClient;
import dev.seaway.connector.ApiRequest;
import dev.seaway.connector.Auth;
import dev.seaway.connector.Secret;
import dev.seaway.core.http.TestServer.Reply;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectTest {

  private static final VertxTransport TRANSPORT = new VertxTransport(TransportOptions.of(4));

  @AfterAll
  static void close() {
    TRANSPORT.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void followsAGetOnTheSameServerWithItsCredentials(int status) {
    try (TestServer server =
        TestServer.inTurn(Reply.redirect(status, "/new?a=b"), Reply.json("{\"a\":1}"))) {
      assertThat(client(server.url("/base")).send(ApiRequest.get("/old")).body().path("a").asInt())
          .isEqualTo(1);
      assertThat(server.seen)
          .extracting(TestServer.Seen::target)
          .containsExactly("/base/old", "/base/new?a=b");
      assertThat(server.seen.getLast().header("authorization")).isEqualTo("Bearer hush");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {307, 308})
  void keepsMethodAndBody(int status) {
    try (TestServer server = TestServer.inTurn(Reply.redirect(status, "/new"), Reply.json("{}"))) {
      client(server.url("")).send(post());
      assertThat(server.seen.getLast())
          .returns("POST", TestServer.Seen::method)
          .returns("text", TestServer.Seen::body);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303})
  void doesNotTurnAPostIntoAGet(int status) {
    try (TestServer server = TestServer.inTurn(Reply.redirect(status, "/new"), Reply.json("{}"))) {
      assertRefused(server, post(), ApiException.Reason.REDIRECT);
      assertThat(server.seen).hasSize(1);
    }
  }

  @Test
  void refusesARedirectThatNamesItself() {
    try (TestServer server = TestServer.inTurn(Reply.redirect(302, "/x"))) {
      assertRefused(server, ApiRequest.get("/x"), ApiException.Reason.REDIRECT);
      assertThat(server.seen).hasSize(1);
    }
  }

  @Test
  void refusesARedirectWithoutALocation() {
    try (TestServer server = TestServer.inTurn(Reply.status(302, ""))) {
      assertRefused(server, ApiRequest.get("/x"), ApiException.Reason.REDIRECT);
    }
  }

  @Test
  void followsFiveRedirectsAndNoMore() {
    try (TestServer server =
        new TestServer(
            seen -> {
              int number = Integer.parseInt(seen.target().substring(1));
              return number == 0 ? Reply.json("{}") : Reply.redirect(302, "/" + (number - 1));
            })) {
      assertThat(client(server.url("")).send(ApiRequest.get("/5")).status()).isEqualTo(200);
      assertRefused(server, ApiRequest.get("/6"), ApiException.Reason.REDIRECT);
    }
  }

  @Test
  void nothingReachesAnotherServer() {
    try (TestServer other = TestServer.inTurn(Reply.json("{}"))) {
      for (String location :
          List.of(
              other.url("/x").toString(),
              "http://localhost:" + other.port() + "/x",
              "//127.0.0.1:" + other.port() + "/x",
              "/\\127.0.0.1:" + other.port() + "/x",
              "http:\\\\127.0.0.1:" + other.port() + "/x",
              "http://127.0.0.1@127.0.0.1:" + other.port() + "/x")) {
        try (TestServer server =
            TestServer.inTurn(Reply.redirect(307, location), Reply.json("{}"))) {
          assertRefused(server, ApiRequest.get("/x"), ApiException.Reason.FOREIGN_ORIGIN);
          assertRefused(server, ApiRequest.get(location), ApiException.Reason.FOREIGN_ORIGIN);
        }
      }
      assertThat(other.seen).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://127.0.0.1/base/x", "https://127.0.0.1:8443/login"})
  void aRedirectToHttpsSaysWhatTheBaseUrlShouldBe(String location) {
    try (TestServer server = TestServer.inTurn(Reply.redirect(301, location))) {
      String origin = location.substring(0, location.indexOf('/', 8));
      assertThat(failure(server.url("/base"), ApiRequest.get("/x")))
          .returns(ApiException.Reason.REDIRECT, ApiException::reason)
          .hasMessageContaining("The base URL should be " + origin + "/base");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {":x", "::", "http://", "http://[", "%", "//:", "http://h:x/"})
  void aLocationThatIsNoUrlIsAFailureOfItsRequest(String location) {
    try (TestServer server = TestServer.inTurn(Reply.redirect(302, location), Reply.json("[]"))) {
      ApiException failure = failure(server.url(""), ApiRequest.get("/x"));
      if (location.equals("%")) {
        assertThat(failure).isNull();
      } else {
        assertThat(failure).returns(ApiException.Reason.FOREIGN_ORIGIN, ApiException::reason);
      }
    }
  }

  @Test
  void aLinkOfAFurtherOriginIsAskedOfTheBaseUrl() {
    try (TestServer other = TestServer.inTurn(Reply.json("{}"));
        TestServer server = TestServer.inTurn(Reply.json("{}"))) {
      ApiClient client =
          ApiClients.of(
              Sources.at(server.url("/ex/jira/x"), other.url("")),
              TRANSPORT,
              new FakeWaits(),
              new Announced());
      client.send(ApiRequest.get("/a").follow(other.url("/rest/y?start=50").toString()));
      assertThat(server.seen.getFirst().target()).isEqualTo("/ex/jira/x/rest/y?start=50");
      assertThat(other.seen).isEmpty();
    }
  }

  @Test
  void aLinkOfNothingButAQueryKeepsThePath() {
    try (TestServer server = TestServer.inTurn(Reply.json("{}"))) {
      ApiRequest first = ApiRequest.get("/a/b?page=1").withQuery("size", "5");
      client(server.url("/base")).send(first.follow("?page=2"));
      assertThat(server.seen.getFirst().target()).isEqualTo("/base/a/b?page=2");
    }
  }

  private static void assertRefused(
      TestServer server, ApiRequest request, ApiException.Reason reason) {
    ApiException failure =
        catchThrowableOfType(ApiException.class, () -> client(server.url("")).send(request));
    assertThat(failure.reason()).isEqualTo(reason);
  }

  private static ApiException failure(URI baseUrl, ApiRequest request) {
    return catchThrowableOfType(ApiException.class, () -> client(baseUrl).send(request));
  }

  private static ApiRequest post() {
    return new ApiRequest(
        ApiRequest.Method.POST,
        "/old",
        List.of(),
        Map.of(),
        Optional.of(new ApiRequest.Body("text/plain", "text")));
  }

  private static ApiClient client(URI baseUrl) {
    return ApiClients.of(
        Sources.with(baseUrl, new Auth.Bearer(Secret.of("hush"))),
        TRANSPORT,
        new FakeWaits(),
        new Announced());
  }
}
