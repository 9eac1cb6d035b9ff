package dev.seaway.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.seaway.connector.ApiClient;
import dev.seaway.connector.ApiRequest;
import dev.seaway.connector.Auth;
import dev.seaway.core.http.TestServer.Reply;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CookiesTest {

  private static final VertxTransport TRANSPORT = new VertxTransport(TransportOptions.of(4));

  private final FakeWaits waits = new FakeWaits();
  private final Cookies cookies = new Cookies(waits, new Redaction(Set.of()));

  @AfterAll
  static void close() {
    TRANSPORT.close();
  }

  @Test
  void whatPageOneSetsIsSentWithPageTwo() {
    try (TestServer server =
        TestServer.inTurn(Reply.json("[]").with("Set-Cookie", "a=b; Path=/; HttpOnly"))) {
      ApiClient client = client(server, Map.of());
      client.send(ApiRequest.get("/x"));
      client.send(ApiRequest.get("/x?page=2"));
      client(server, Map.of()).send(ApiRequest.get("/x"));
      assertThat(server.seen)
          .extracting(seen -> seen.header("cookie"))
          .containsExactly("", "a=b", "");
    }
  }

  @Test
  void isMaskedWhereAMessageRepeatsIt() {
    try (TestServer server =
        TestServer.inTurn(
            Reply.json("[]").with("Set-Cookie", "route=node/7.xyz=; Path=/"),
            Reply.status(404, "no node/7.xyz= here, nor node%2F7.xyz%3D"))) {
      ApiClient client = client(server, Map.of());
      client.send(ApiRequest.get("/x"));

      assertThatExceptionOfType(ApiException.class)
          .isThrownBy(() -> client.send(ApiRequest.get("/x?page=2")))
          .withMessageContaining("no *** here, nor ***");
    }
  }

  @Test
  void masksNoOrdinaryWordAndForgetsNoTokenForTheCookiesOfManyAnswers() {
    Redaction redaction = new Redaction(Set.of());
    Cookies many = new Cookies(waits, redaction);
    redaction.remember("hush-hush");
    for (int answer = 0; answer < 100; answer++) {
      many.keep(URI.create("http://h/"), List.of("lang=en", "balancer=to-node-" + answer));
    }

    assertThat(redaction.mask("when hush-hush went to-node-99")).isEqualTo("when *** went ***");
  }

  @Test
  void standsBehindACookieOfTheConfiguration() {
    try (TestServer server =
        TestServer.inTurn(Reply.redirect(302, "/y").with("Set-Cookie", "a=b"), Reply.json("[]"))) {
      client(server, Map.of("Cookie", "own=1")).send(ApiRequest.get("/x"));
      assertThat(server.seen.getLast().header("cookie")).isEqualTo("own=1; a=b");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "http://h/a/b, a=b, http://h/a/c, a=b",
    "http://h/a/b, a=b, http://h/c, ''",
    "http://h/a/b, a=b; Path=/, http://h/c, a=b",
    "http://h/a/b, a=b; Path=/a, http://h/ab, ''",
    "http://h/, a=b, http://h:81/, ''",
    "http://h/, a=b, http://i/, ''",
    "http://h/, a=b, https://h/, ''",
    "http://h/, a=b; Secure, http://h/, ''",
    "https://h/, a=b; Secure, https://h/, a=b",
    "http://x.h.de/, a=b; Domain=h.de, http://x.h.de/, a=b",
    "http://x.h.de/, a=b; Domain=.h.de, http://y.h.de/, ''",
    "http://h.de/, a=b; Domain=i.de, http://h.de/, ''",
    "http://h/, a=b; Max-Age=0, http://h/, ''",
    "http://h/, a=b; Max-Age=60, http://h/, a=b",
    "http://h/, a=b; Max-Age=9223372036854775807, http://h/, a=b",
    "http://h/, 'a=b; Expires=Thu, 01 Jan 1970 00:00:00 GMT', http://h/, ''",
    "http://h/, nonsense, http://h/, ''"
  })
  void goesWhereItBelongs(URI from, String header, URI to, String sent) {
    cookies.keep(from, List.of(header));
    assertThat(cookies.of(to).orElse("")).isEqualTo(sent);
  }

  @Test
  void isForgottenWhenItsTimeIsOver() {
    cookies.keep(URI.create("http://h/"), List.of("a=b; Max-Age=60", "c=d"));
    waits.sleep(Duration.ofSeconds(61));
    assertThat(cookies.of(URI.create("http://h/"))).hasValue("c=d");
  }

  @Test
  void thereIsABoundOfTheirNumber() {
    for (int i = 0; i < 500; i++) {
      cookies.keep(URI.create("http://h/"), List.of("n" + i + "=v"));
    }
    assertThat(cookies.of(URI.create("http://h/")).orElseThrow().split("; ", -1)).hasSize(100);
  }

  private ApiClient client(TestServer server, Map<String, String> headers) {
    return ApiClients.of(
        Sources.with(server.url(""), new Auth.None(), headers, List.of()),
        TRANSPORT,
        waits,
        new Announced());
  }
}
