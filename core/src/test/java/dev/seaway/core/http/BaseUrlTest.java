package dev.seaway.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.seaway.connector.ApiRequest;
import dev.seaway.core.SeawayException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BaseUrlTest {

  private static final BaseUrl GATEWAY =
      new BaseUrl(
          URI.create("https://api.example.com/ex/jira/x"),
          List.of(URI.create("https://site.example.com"), URI.create("https://Bücher.example/")));

  @ParameterizedTest
  @CsvSource({
    "https://h, /rest/y, https://h/rest/y",
    "https://h/, rest/y, https://h/rest/y",
    "https://h/ex/jira/x, /rest/y, https://h/ex/jira/x/rest/y",
    "https://h/ex/jira/x/, rest/y?a=1, https://h/ex/jira/x/rest/y?a=1",
    "https://H.:443/base, /y#part, https://h/base/y",
    "http://my_service:8080, /a%20b/ü x, http://my_service:8080/a%20b/%C3%BC%20x",
    "http://[::1]:8080/v1, /a, 'http://[0:0:0:0:0:0:0:1]:8080/v1/a'",
    "https://h, '/search?jql=a = \"b\" & 100%', https://h/search?jql=a%20=%20%22b%22%20&%20100%25",
    "https://h/base, /based/x, https://h/base/based/x",
    "https://h/base, /base/x, https://h/base/x",
    "https://h/base, '', https://h/base/"
  })
  void putsThePathBelowTheBaseUrl(URI baseUrl, String target, String expected) {
    assertThat(new BaseUrl(baseUrl, List.of()).of(ApiRequest.get(target))).hasToString(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "https://api.example.com/ex/jira/x/rest/y?start=50&limit=50, /rest/y?start=50&limit=50",
    "https://API.example.com.:443/ex/jira/x/rest/y, /rest/y",
    "https://site.example.com/rest/y?cursor=a%2Bb, /rest/y?cursor=a%2Bb",
    "https://site.example.com/ex/jira/xy, /ex/jira/xy",
    "https://bücher.example/rest/y, /rest/y",
    "https://xn--bcher-kva.example/rest/y, /rest/y",
    "HTTPS://site.example.com?a=1, /?a=1",
    "/ex/jira/x/rest/y?start=50, /rest/y?start=50",
    "/rest/y?start=50, /rest/y?start=50",
    "https://api.example.com//evil.com/y, //evil.com/y",
    "//api.example.com/ex/jira/x/rest/y, /rest/y",
    "//site.example.com/rest/y?a=1, /rest/y?a=1"
  })
  void rerootsAcceptedLinks(String link, String below) {
    assertThat(GATEWAY.of(ApiRequest.get(link)))
        .hasToString("https://api.example.com/ex/jira/x" + below);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.com/x",
        "https://api.example.com.evil.com/x",
        "https://evilapi.example.com/x",
        "https://example.com/x",
        "http://api.example.com/x",
        "https://api.example.com:8443/x",
        "https://api.example.com@evil.com/x",
        "https://user:pass@api.example.com/x",
        "https://api.example.com:443@evil.com/x",
        "https://evil.com#@api.example.com/x",
        "https://evil.com?@api.example.com/x",
        "https://evil.com\\@api.example.com/x",
        "https:\\\\evil.com/x",
        "\\\\evil.com/x",
        "/\\evil.com/x",
        "//evil.com/x",
        "///evil.com/x",
        ":x",
        "//api.example.com:x/",
        " https://evil.com/x",
        "https:/evil.com/x",
        "https:evil.com/x",
        "https:///evil.com/x",
        "https://api.example.com%2eevil.com/x",
        "https://api.example.com%00.evil.com/x",
        "https://api.example.com\t.evil.com/x",
        "https://api.example.com\n/x",
        "ftp://api.example.com/x",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "https://127.0.0.1/x",
        "https://[::1]/x",
        "https://api.example.com:/../x:99999999/",
        "https://аpi.example.com/x",
        "https://api.example.com:0/x"
      })
  void refusesLinksToOtherServers(String link) {
    assertThatExceptionOfType(ApiException.class)
        .isThrownBy(() -> GATEWAY.of(ApiRequest.get(link)))
        .satisfies(e -> assertThat(e.reason()).isEqualTo(ApiException.Reason.FOREIGN_ORIGIN))
        .withMessageContaining("linkOrigins")
        .withMessageContaining("https://site.example.com")
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("pass@").doesNotContain("user:"));
  }

  @Test
  void namesTheForeignOriginButNoUserNameAndNoQuery() {
    assertThatExceptionOfType(ApiException.class)
        .isThrownBy(() -> GATEWAY.of(ApiRequest.get("https://u:hush@Evil.com:8443/a?token=hush")))
        .withMessageContaining("https://evil.com:8443")
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("hush"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/../admin",
        "/rest/../../y",
        "..",
        "/rest/%2e%2e/y",
        "/rest/.%2E/y",
        "/rest/..%2fy",
        "/rest/%252e%252e/y",
        "/rest/..;/y",
        "/rest/..%5cy",
        "https://api.example.com/ex/jira/x/../../y"
      })
  void refusesPathsThatClimb(String target) {
    assertThatExceptionOfType(ApiException.class)
        .isThrownBy(() -> GATEWAY.of(ApiRequest.get(target)))
        .withMessageContaining("'..'");
  }

  @Test
  void dotsInsideNamesAreNoClimbing() {
    assertThat(GATEWAY.of(ApiRequest.get("/a..b/...?range=../x")).toString())
        .endsWith("/x/a..b/...?range=../x");
  }

  @Test
  void appendsParametersInOrderPercentEncoded() {
    ApiRequest request =
        new ApiRequest(
            ApiRequest.Method.GET,
            "/search?first=1",
            List.of(
                new ApiRequest.Parameter("b", "a+b c&d=é/~*"),
                new ApiRequest.Parameter("a[x]", ""),
                new ApiRequest.Parameter("b", "2")),
            Map.of(),
            Optional.empty());
    assertThat(GATEWAY.of(request).toString())
        .endsWith("/search?first=1&b=a%2Bb%20c%26d%3D%C3%A9%2F~%2A&a%5Bx%5D=&b=2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://h/x",
        "h/x",
        "https://u:p@h/x",
        "https:///x",
        "https://h/x?a=1",
        "mailto:a"
      })
  void refusesAnUnusableBaseUrl(URI baseUrl) {
    assertThatExceptionOfType(SeawayException.class)
        .isThrownBy(() -> new BaseUrl(baseUrl, List.of()))
        .withMessageContaining("baseUrl")
        .satisfies(e -> assertThat(e.category()).isEqualTo(SeawayException.Category.USER))
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("u:p"));
  }

  @ParameterizedTest
  @CsvSource({
    "https://site.example.com/rest/z, /rest/z",
    "/ex/jira/x/rest/z?a=b, /rest/z?a=b",
    "/rest/z, /rest/z",
    "z?q=[1] 2, /rest/z?q=[1]%202",
    "?page=2, /rest/y?page=2",
    "../z, /z"
  })
  void resolvesRedirectsAgainstThePageTheyComeFrom(String location, String below) {
    assertThat(
            GATEWAY.redirect(
                URI.create("https://api.example.com/ex/jira/x/rest/y?old=1"), location))
        .hasToString("https://api.example.com/ex/jira/x" + below);
  }
}
