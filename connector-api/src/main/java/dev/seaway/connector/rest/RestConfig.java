package dev.seaway.connector.rest;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.connector.ApiRequest;
import dev.seaway.connector.Auth;
import dev.seaway.connector.Connector;
import dev.seaway.connector.EndSigns;
import dev.seaway.connector.Option;
import dev.seaway.connector.Pagination;
import dev.seaway.connector.PagingPlace;
import dev.seaway.connector.Secret;
import dev.seaway.connector.SignPlaces;
import dev.seaway.connector.Source;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The configuration that any REST connector can offer as it is: the options that users of Port
 * Ocean's {@code custom} integration already have. A connector that differs in defaults only names
 * them in {@link Connector#defaults}.
 */
public record RestConfig(
    @Option(
            "Prefix of every path, for example https://your-domain.atlassian.net; a path in it is"
                + " kept")
        URI baseUrl,
    @Option(value = "How requests are authenticated", byDefault = "none") AuthType authType,
    @Option("User name of authType basic; at Atlassian the e-mail address")
        Optional<String> username,
    @Option("Password of authType basic; at Atlassian the API token") Optional<Secret> password,
    @Option("Token of authType bearer_token") Optional<Secret> apiToken,
    @Option("Key of authType api_key") Optional<Secret> apiKey,
    @Option(value = "Header that carries the key of authType api_key", byDefault = "X-API-Key")
        String apiKeyHeader,
    @Option(
            value =
                "Token request of authType custom: endpoint, method, headers, body or bodyForm,"
                    + " queryParams, reauthenticateIntervalSeconds",
            secret = true)
        Optional<JsonNode> customAuthRequest,
    @Option(
            value =
                "Where the token goes, for authType custom: headers, queryParams, body; {{.path}}"
                    + " reads the token's answer",
            secret = true)
        @JsonAlias("customAuthResponse")
        Optional<JsonNode> customAuthRequestTemplate,
    @Option(
            value = "Headers of every request, as JSON; ${NAME} is replaced from the environment",
            secret = true)
        Map<String, String> customHeaders,
    @Option(value = "How the source divides a list into pages", byDefault = "none")
        PaginationType paginationType,
    @Option(value = "Records requested per page", byDefault = "100", min = 1, max = 100_000)
        int pageSize,
    @Option("Query parameter of the position; by default offset, page or cursor, by paginationType")
        Optional<String> paginationParam,
    @Option(
            "Query parameter of the page size; by default limit (offset, cursor) or size (page);"
                + " next_link and header_link send none unless this is set")
        Optional<String> sizeParam,
    @Option(value = "Number of the first page of type page", byDefault = "1", min = 0)
        int startPage,
    @Option(
            "Dotted path of the next cursor; by default next_cursor, cursor, meta.after_cursor or"
                + " links.next")
        Optional<String> cursorPath,
    @Option(
            "Where a POST or PUT carries position and page size: body (JSON) or query; by default"
                + " in the body, unless the request has one of them in its query")
        Optional<PaginationIn> paginationIn,
    @Option("Dotted path of a value that is true while there is more") Optional<String> hasMorePath,
    @Option("Dotted path of a flag that is true on the last page") Optional<String> lastPagePath,
    @Option(
            "Dotted path of the number of all records; the end is proven if as many different ones"
                + " were read")
        Optional<String> totalPath,
    @Option("Header that holds the number of all records") Optional<String> totalHeader,
    @Option("Dotted path of the number of all pages") Optional<String> pagesPath,
    @Option(
            "JSON list of JSON pointers and header names that say nothing about the end, for"
                + " example [\"/meta/total\", \"X-Total-Count\"] if a total is an estimate")
        List<String> ignoredSigns,
    @Option(
            "JSON list of the HTTP statuses with which the API answers a page behind the end, for"
                + " example [404]")
        List<Integer> endStatus,
    @Option("JSON list of the values of a cursor or link that mean the end, for example [\"0\"]")
        List<String> endCursors,
    @Option(
            "Dotted path of the field that tells the records of a list apart; by default the"
                + " fields of the mapping's identifier, and id, key, name and the like")
        Optional<String> recordKeyPath,
    @Option(
            value =
                "Empty pages in a row that may name a next one, for APIs that filter their records"
                    + " after reading them; a list with more makes the kind incomplete",
            byDefault = "100",
            min = 1,
            max = 100_000)
        int maxEmptyPages,
    @Option(
            value = "Key or dotted path of the next link, for type next_link",
            byDefault = "@odata.nextLink")
        String nextLinkPath,
    @Option(value = "Relation that names the next link, for type header_link", byDefault = "next")
        String headerLinkRel,
    @Option(
            "JSON list of further origins whose links lead to the same API, for example the site"
                + " behind a gateway")
        List<URI> linkOrigins,
    @Option(value = "Seconds that one request may take", byDefault = "30", min = 1, max = 3600)
        Duration timeout,
    @Option(value = "Whether certificates are verified", byDefault = "true") boolean verifySsl,
    @Option(value = "Requests in flight at a time", byDefault = "10", min = 1, max = 1000)
        int maxConcurrentRequests,
    @Option("Secret with which the source signs its webhooks; without it deliveries are refused")
        Optional<Secret> webhookSecret) {

  /** The words of {@code authType}. */
  public enum AuthType {
    NONE,
    BASIC,
    BEARER_TOKEN,
    API_KEY,
    CUSTOM
  }

  /** The words of {@code paginationType}. */
  public enum PaginationType {
    NONE,
    OFFSET,
    PAGE,
    CURSOR,
    @JsonAlias("link")
    NEXT_LINK,
    HEADER_LINK
  }

  /** The words of {@code paginationIn}. */
  public enum PaginationIn {
    BODY,
    QUERY
  }

  public RestConfig {
    customHeaders = Collections.unmodifiableMap(new LinkedHashMap<>(customHeaders));
    linkOrigins = List.copyOf(linkOrigins);
    ignoredSigns = List.copyOf(ignoredSigns);
    endStatus = List.copyOf(endStatus);
    endCursors = List.copyOf(endCursors);
  }

  /**
   * The source that this configuration describes, where any path is a kind whose records lie at
   * {@code records}.
   */
  public Source source(JsonPointer records) {
    return new Source(
        baseUrl,
        linkOrigins,
        auth(),
        customHeaders,
        List.of(),
        Optional.of(new Source.Defaults(records, pagination())),
        new Source.Limits(maxConcurrentRequests, timeout, verifySsl));
  }

  /** Without the headers and the token request, which may hold credentials. */
  @Override
  public String toString() {
    return "RestConfig[" + baseUrl + ", " + authType + ", " + paginationType + "]";
  }

  private Auth auth() {
    return switch (authType) {
      case NONE -> new Auth.None();
      case BASIC -> new Auth.Basic(needed(username, "username"), needed(password, "password"));
      case BEARER_TOKEN -> new Auth.Bearer(needed(apiToken, "apiToken"));
      case API_KEY -> new Auth.ApiKey(apiKeyHeader, needed(apiKey, "apiKey"));
      case CUSTOM ->
          CustomAuth.parse(
              needed(customAuthRequest, "customAuthRequest"),
              needed(customAuthRequestTemplate, "customAuthRequestTemplate"));
    };
  }

  private <T> T needed(Optional<T> option, String name) {
    return option.orElseThrow(
        () ->
            new IllegalArgumentException(
                "authType " + authType.name().toLowerCase(Locale.ROOT) + " needs " + name));
  }

  private Pagination pagination() {
    return switch (paginationType) {
      case NONE -> new Pagination.None(signs());
      case OFFSET ->
          new Pagination.Offset(
              paginationParam.orElse("offset"),
              sizeParam.orElse("limit"),
              pageSize,
              place(),
              signs());
      case PAGE ->
          new Pagination.PageNumber(
              paginationParam.orElse("page"),
              sizeParam.orElse("size"),
              pageSize,
              startPage,
              place(),
              signs("next_page", "next"));
      case CURSOR ->
          new Pagination.Cursor(
              paginationParam.orElse("cursor"),
              sizeParam.orElse("limit"),
              pageSize,
              cursorPath
                  .map(RestConfig::pointers)
                  .orElseGet(
                      () -> pointers("next_cursor", "cursor", "meta.after_cursor", "links.next")),
              place(),
              signs());
      case NEXT_LINK -> new Pagination.NextLink(pointers(nextLinkPath), size(), signs());
      case HEADER_LINK -> new Pagination.HeaderLink(headerLinkRel, size(), signs());
    };
  }

  private PagingPlace place() {
    return paginationIn
        .map(
            where ->
                switch (where) {
                  case BODY -> PagingPlace.BODY;
                  case QUERY -> PagingPlace.QUERY;
                })
        .orElse(PagingPlace.LIKE_REQUEST);
  }

  private Optional<ApiRequest.Parameter> size() {
    return sizeParam.map(name -> new ApiRequest.Parameter(name, Integer.toString(pageSize)));
  }

  /** Flags that users do not name are looked for under the names that APIs usually give them. */
  private EndSigns signs(String... furtherFlags) {
    String[] usual = {"has_more", "hasMore", "meta.has_more", "_links.next"};
    Stream<String> flags = Stream.concat(Stream.of(usual), Stream.of(furtherFlags));
    return new EndSigns(
        hasMorePath
            .map(RestConfig::pointers)
            .orElseGet(() -> pointers(flags.toArray(String[]::new))),
        lastPagePath.map(RestConfig::pointers).orElseGet(() -> pointers("isLastPage", "isLast")),
        declared());
  }

  private EndSigns.Declared declared() {
    return new EndSigns.Declared(
        hasMorePath.isPresent() || lastPagePath.isPresent(),
        totalPath.map(RestConfig::pointers).orElse(List.of()),
        totalHeader.map(Set::of).orElse(Set.of()),
        pagesPath.map(RestConfig::pointers).orElse(List.of()),
        new SignPlaces(new LinkedHashSet<>(ignoredSigns)),
        new LinkedHashSet<>(endStatus),
        new LinkedHashSet<>(endCursors),
        recordKeyPath.map(RestConfig::pointers).orElse(List.of()),
        maxEmptyPages);
  }

  /** Each path both as one key as it stands and, where it has dots, as a way down. */
  private static List<JsonPointer> pointers(String... paths) {
    return Stream.of(paths)
        .flatMap(path -> Stream.of(JsonPointer.empty().appendProperty(path), way(path)))
        .distinct()
        .toList();
  }

  private static JsonPointer way(String path) {
    JsonPointer pointer = JsonPointer.empty();
    for (String step : path.split("\\.", -1)) {
      pointer = pointer.appendProperty(step);
    }
    return pointer;
  }
}
