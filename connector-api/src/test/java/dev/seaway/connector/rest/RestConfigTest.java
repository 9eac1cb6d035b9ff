package dev.seaway.connector.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.seaway.connector.ApiRequest;
import dev.seaway.connector.ApiRequest.Parameter;
import dev.seaway.connector.ApiResponse;
import dev.seaway.connector.Auth;
import dev.seaway.connector.Page;
import dev.seaway.connector.Pagination;
import dev.seaway.connector.Pagination.More;
import dev.seaway.connector.Secret;
import dev.seaway.connector.Source;
import dev.seaway.connector.rest.RestConfig.AuthType;
import dev.seaway.connector.rest.RestConfig.PaginationType;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RestConfigTest {

  private static final JsonPointer WHOLE = JsonPointer.empty();

  /** What is left when nothing but the base URL is given. */
  private static final RestConfig DEFAULTS =
      new RestConfig(
          URI.create("https://api.test/root"),
          AuthType.NONE,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          "X-API-Key",
          Optional.empty(),
          Optional.empty(),
          Map.of(),
          PaginationType.NONE,
          100,
          Optional.empty(),
          Optional.empty(),
          1,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          "@odata.nextLink",
          "next",
          List.of(),
          Duration.ofSeconds(30),
          true,
          10,
          Optional.empty());

  @Test
  void describesAnOpenApiByDefault() {
    assertThat(DEFAULTS.source(WHOLE))
        .isEqualTo(
            new Source(
                URI.create("https://api.test/root"),
                List.of(),
                new Auth.None(),
                Map.of(),
                List.of(),
                Optional.of(new Source.Defaults(WHOLE, new Pagination.None(flags()))),
                Source.Limits.DEFAULT));
  }

  @Test
  void handsOnWhatIsSet() {
    Source source =
        with(Map.of(
                "customHeaders",
                Map.of("Accept", "text/json"),
                "linkOrigins",
                List.of(URI.create("https://site.test")),
                "timeout",
                Duration.ofSeconds(5),
                "verifySsl",
                false,
                "maxConcurrentRequests",
                3))
            .source(WHOLE);

    assertThat(source.headers()).containsEntry("Accept", "text/json");
    assertThat(source.linkOrigins()).containsExactly(URI.create("https://site.test"));
    assertThat(source.limits()).isEqualTo(new Source.Limits(3, Duration.ofSeconds(5), false));
  }

  @Test
  void knowsFourWaysToAuthenticate() {
    Secret secret = Secret.of("s");

    assertThat(auth(AuthType.BASIC, "username", "me", "password", secret))
        .isEqualTo(new Auth.Basic("me", secret));
    assertThat(auth(AuthType.BEARER_TOKEN, "apiToken", secret)).isEqualTo(new Auth.Bearer(secret));
    assertThat(auth(AuthType.API_KEY, "apiKey", secret))
        .isEqualTo(new Auth.ApiKey("X-API-Key", secret));
    assertThat(
            auth(
                AuthType.CUSTOM,
                "customAuthRequest",
                json("{\"endpoint\": \"/token\"}"),
                "customAuthRequestTemplate",
                json("{\"headers\": {\"Authorization\": \"Bearer {{.access_token}}\"}}")))
        .isInstanceOf(Auth.TokenRequest.class);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void saysWhatAnAuthTypeNeeds(AuthType type) {
    String needed =
        switch (type) {
          case NONE -> "";
          case BASIC -> "authType basic needs username";
          case BEARER_TOKEN -> "authType bearer_token needs apiToken";
          case API_KEY -> "authType api_key needs apiKey";
          case CUSTOM -> "authType custom needs customAuthRequest";
        };

    assertThatThrownBy(() -> auth(type))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(needed);
  }

  @Test
  void knowsTheParametersThatEachPaginationTypeUsesByDefault() {
    assertThat(pagination(PaginationType.OFFSET))
        .isEqualTo(new Pagination.Offset("offset", "limit", 100, flags()));
    assertThat(pagination(PaginationType.PAGE))
        .isEqualTo(new Pagination.PageNumber("page", "size", 100, 1, flags("/next_page", "/next")));
    assertThat(pagination(PaginationType.CURSOR))
        .isEqualTo(
            new Pagination.Cursor(
                "cursor",
                "limit",
                100,
                at(
                    "/next_cursor",
                    "/cursor",
                    "/meta.after_cursor",
                    "/meta/after_cursor",
                    "/links.next",
                    "/links/next"),
                flags()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"isLastPage\":false}",
        "{\"_links\":{\"next\":\"/x?start=50\"}}",
        "{\"nextPageToken\":\"abc\"}",
        "{\"next\":\"https://api.test/x?page=2\"}"
      })
  void takesNoFirstPageForTheWholeListWhereTheAnswerSaysThatThereIsMore(String answer) {
    ApiResponse more = new ApiResponse(200, Map.of(), json(answer));

    for (Pagination once :
        List.of(
            pagination(PaginationType.NONE),
            pagination(PaginationType.NEXT_LINK, "nextLinkPath", "nxt"))) {
      assertThatThrownBy(() -> once.next(ApiRequest.get("/x"), more, new Page(List.of())))
          .isInstanceOf(Pagination.BrokenPaging.class);
    }
  }

  @Test
  void readsALinkPathAsAKeyAndAsAWayDown() {
    assertThat(pagination(PaginationType.NEXT_LINK))
        .isInstanceOfSatisfying(
            Pagination.NextLink.class,
            links -> {
              assertThat(links.links()).isEqualTo(at("/@odata.nextLink", "/@odata/nextLink"));
              assertThat(links.size()).isEmpty();
            });
  }

  @Test
  void sendsThePageSizeWithLinksWhereItsParameterIsNamed() {
    for (PaginationType type : List.of(PaginationType.NEXT_LINK, PaginationType.HEADER_LINK)) {
      Pagination links = pagination(type, "sizeParam", "limit", "pageSize", 50);

      assertThat(links.first(ApiRequest.get("/x")).query())
          .containsExactly(new Parameter("limit", "50"));
    }
  }

  @Test
  void prefersWhatTheUserNames() {
    assertThat(
            pagination(
                PaginationType.CURSOR,
                "paginationParam",
                "after",
                "sizeParam",
                "count",
                "pageSize",
                7,
                "cursorPath",
                "page.end/of~it",
                "hasMorePath",
                "page.more",
                "lastPagePath",
                "done"))
        .isEqualTo(
            new Pagination.Cursor(
                "after",
                "count",
                7,
                at("/page.end~1of~0it", "/page/end~1of~0it"),
                new More(at("/page.more", "/page/more"), at("/done"))));
  }

  @Test
  void showsNoCredentials() {
    RestConfig config =
        with(
            Map.of(
                "password",
                Secret.of("hunter2"),
                "customHeaders",
                Map.of("X-Key", "hunter2"),
                "customAuthRequest",
                json("{\"body\": \"hunter2\"}")));

    assertThat(config.toString()).doesNotContain("hunter2").contains("api.test");
    assertThat(config.source(WHOLE).toString()).doesNotContain("hunter2").contains("api.test");
  }

  private static Auth auth(AuthType type, Object... options) {
    return changed("authType", type, options).source(WHOLE).auth();
  }

  private static Pagination pagination(PaginationType type, Object... options) {
    return changed("paginationType", type, options)
        .source(WHOLE)
        .undeclared()
        .orElseThrow()
        .pagination();
  }

  private static RestConfig changed(String option, Object value, Object... others) {
    Map<String, Object> options = new LinkedHashMap<>(Map.of(option, value));
    for (int i = 0; i < others.length; i += 2) {
      options.put((String) others[i], others[i + 1]);
    }
    return with(options);
  }

  /** The defaults with some components replaced; values of optional ones are given bare. */
  private static RestConfig with(Map<String, Object> options) {
    try {
      var components = RestConfig.class.getRecordComponents();
      var values = new Object[components.length];
      for (int i = 0; i < components.length; i++) {
        Object value = options.get(components[i].getName());
        boolean optional = components[i].getType() == Optional.class;
        values[i] =
            value == null
                ? components[i].getAccessor().invoke(DEFAULTS)
                : optional ? Optional.of(value) : value;
      }
      return (RestConfig) RestConfig.class.getConstructors()[0].newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The usual flags and these, then the hints. */
  private static More flags(String... further) {
    List<JsonPointer> hasMore =
        new ArrayList<>(
            at(
                "/has_more",
                "/hasMore",
                "/meta.has_more",
                "/meta/has_more",
                "/_links.next",
                "/_links/next"));
    hasMore.addAll(at(further));
    List<JsonPointer> hints =
        at(
            "/next",
            "/next_page",
            "/nextPage",
            "/links.next",
            "/links/next",
            "/next_cursor",
            "/nextCursor",
            "/nextPageToken",
            "/meta.after_cursor",
            "/meta/after_cursor",
            "/@odata.nextLink",
            "/@odata/nextLink");
    return new More(hasMore, at("/isLastPage", "/isLast"), hints);
  }

  private static List<JsonPointer> at(String... pointers) {
    return Stream.of(pointers).map(JsonPointer::compile).toList();
  }

  private static JsonNode json(String text) {
    try {
      return new JsonMapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }
}
