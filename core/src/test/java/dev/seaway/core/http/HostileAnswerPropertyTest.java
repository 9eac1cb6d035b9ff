package dev.seaway.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaway.connector.ApiClient;
import dev.seaway.connector.ApiRequest;
import dev.seaway.connector.Auth;
import dev.seaway.connector.Secret;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a server sends, what comes of it is an answer or the failure of that request. */
class HostileAnswerPropertyTest {

  private static final List<String> HEADERS =
      List.of(
          "Location",
          "Set-Cookie",
          "Retry-After",
          "X-RateLimit-Reset",
          "X-RateLimit-Remaining",
          "RateLimit-Reset",
          "RateLimit-Limit",
          "Content-Type",
          "X-Seraph-LoginReason",
          "WWW-Authenticate",
          "X-AUSERNAME");

  private static final List<String> PIECES =
      List.of(
          ":",
          "/",
          "//",
          "?",
          "#",
          "%",
          "%zz",
          "[",
          "]",
          "@",
          "..",
          ";",
          "=",
          ",",
          " ",
          "h",
          "http:",
          "https://",
          "HTTP://h",
          "x",
          "é",
          "\u3002",
          "xn--",
          "\ud800",
          "\t",
          "\\",
          "-",
          "0",
          "99999999999999",
          "1e9",
          "-1",
          "2026-01-01T00:00:00Z",
          "+999999999-12-31T00:00:00Z",
          "Thu, 01 Jan 2026 00:00:00 GMT",
          "application/json",
          "charset=",
          "Path=",
          "Domain=",
          "Max-Age=",
          "Expires=",
          "login",
          "\"");

  @Property
  void nothingButItsOwnFailureLeavesTheClient(
      @ForAll("answers") HttpAnswer first, @ForAll("answers") HttpAnswer second) {
    List<HttpAnswer> answers = List.of(first, second);
    int[] asked = {0};
    ApiClient client =
        ApiClients.of(
            Sources.records(URI.create("http://h/base"), new Auth.Bearer(Secret.of("hush"))),
            call -> {
              assertThat(call.uri().toString()).startsWith("http://h/base");
              return answers.get(Math.min(asked[0]++, 1));
            },
            new FakeWaits(),
            new Announced());
    ApiRequest request = ApiRequest.get("/x");
    try {
      client.send(request);
    } catch (ApiException failure) {
      assertThat(failure).hasMessageNotContaining("hush");
    }
  }

  @Property
  void noLinkBringsAnotherFailure(@ForAll("texts") String link) {
    BaseUrl baseUrl = new BaseUrl(URI.create("http://h/base"), List.of(URI.create("https://i")));
    try {
      URI url = baseUrl.of(ApiRequest.get("/api/items?page=1").follow(link));
      assertThat(url.toString()).startsWith("http://h/base");
      assertThat(url.normalize().getPath()).startsWith("/base");
    } catch (ApiException failure) {
      assertThat(failure.reason()).isEqualTo(ApiException.Reason.FOREIGN_ORIGIN);
    }
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(PIECES).list().ofMaxSize(6).map(pieces -> String.join("", pieces));
  }

  @Provide
  Arbitrary<HttpAnswer> answers() {
    Arbitrary<Integer> statuses =
        Arbitraries.of(200, 202, 204, 206, 301, 302, 307, 401, 403, 429, 503);
    Arbitrary<Map<String, List<String>>> headers =
        Arbitraries.maps(Arbitraries.of(HEADERS), texts().map(List::of)).ofMaxSize(4);
    Arbitrary<String> bodies =
        Arbitraries.of(
            "[1]", "", "<html>", "NaN", "-", "[1e999999999]", "\uFEFF{}", ")]}'[]", "{\"a\"");
    return Combinators.combine(statuses, headers, bodies)
        .as(
            (status, some, body) ->
                new HttpAnswer(status, new HashMap<>(some), body.getBytes(StandardCharsets.UTF_8)));
  }
}
