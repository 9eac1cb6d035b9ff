package dev.seaway.core.http;

import dev.seaway.connector.ApiClient;
import dev.seaway.connector.ApiRequest;
import dev.seaway.connector.Auth;
import dev.seaway.connector.Source;
import dev.seaway.core.SeawayException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Composes the pipeline of a source: limited, then retried, then paced, then authorized, then
 * redirected, then sent.
 */
public final class ApiClients {

  private final Source source;
  private final Transport transport;
  private final Waits waits;
  private final Redaction redaction;
  private final JsonBody json;
  private final Failures failures;
  private final Cookies cookies;

  private ApiClients(Source source, Transport transport, Waits waits, JsonBody json) {
    this.source = source;
    this.transport = transport;
    this.waits = waits;
    this.redaction = new Redaction(ConfiguredSecrets.of(source));
    this.json = json;
    this.failures = new Failures(redaction, json);
    this.cookies = new Cookies(waits);
  }

  /**
   * The client of a source. Thread-safe; it lives as long as the transport.
   *
   * @param listener told before each wait
   */
  public static ApiClient of(
      Source source, Transport transport, Waits waits, WaitListener listener) {
    return of(source, transport, waits, listener, JsonBody.ofMemory());
  }

  static ApiClient of(
      Source source, Transport transport, Waits waits, WaitListener listener, JsonBody json) {
    ApiClients clients = new ApiClients(source, transport, waits, json);
    PacedClient paced = new PacedClient(clients.authorized(), waits, listener);
    ApiClient retrying = new RetryingClient(paced, waits, listener);
    return new LimitedClient(retrying, source.limits().concurrentRequests());
  }

  private ApiClient authorized() {
    ApiClient sender = sender(base(), source.headers(), hasCredentials());
    return switch (source.auth()) {
      case Auth.None none -> sender;
      case Auth.Basic basic ->
          withHeader("Authorization", "Basic " + BasicCredentials.encoded(basic), sender);
      case Auth.Bearer bearer ->
          withHeader("Authorization", "Bearer " + bearer.token().reveal(), sender);
      case Auth.ApiKey apiKey -> withHeader(apiKey.header(), apiKey.key().reveal(), sender);
      case Auth.Custom custom -> new SigningClient(custom.signer(), sender);
      case Auth.ClientCredentials client -> withToken(tokenRequest(client), sender);
      case Auth.TokenRequest request -> withToken(request, sender);
    };
  }

  private static ApiClient withHeader(String name, String value, ApiClient sender) {
    return new SigningClient(request -> request.withHeader(name, value), sender);
  }

  private ApiClient withToken(Auth.TokenRequest auth, ApiClient sender) {
    TokenIssuer issuer =
        new TokenIssuer(auth, tokenSender(auth.request().target()), redaction, waits);
    return new TokenClient(new TokenKeeper(issuer, waits), sender);
  }

  /** OAuth 2 client credentials are a token request like any other. */
  private static Auth.TokenRequest tokenRequest(Auth.ClientCredentials client) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "client_credentials");
    form.put("client_id", client.clientId());
    form.put("client_secret", client.clientSecret().reveal());
    client.scope().ifPresent(scope -> form.put("scope", scope));
    ApiRequest request =
        new ApiRequest(
            ApiRequest.Method.POST,
            client.tokenUrl().toString(),
            List.of(),
            Map.of(),
            Optional.of(ApiRequest.Body.form(form)));
    return new Auth.TokenRequest(
        request,
        Optional.empty(),
        Map.of("Authorization", "Bearer {{.access_token}}"),
        Map.of(),
        Optional.empty());
  }

  /** The user may name another server for tokens: it gets the token request and nothing else. */
  private ApiClient tokenSender(String endpoint) {
    if (!BaseUrl.isAbsolute(endpoint)) {
      return sender(base(), source.headers(), false);
    }
    Origin origin =
        Origin.of(endpoint)
            .orElseThrow(
                () ->
                    new SeawayException(
                        SeawayException.Category.USER,
                        "The endpoint of the token request is no usable address; write a path or"
                            + " http(s)://host[:port]/path, without user name and password"));
    boolean sameServer = origin.equals(Origin.of(source.baseUrl()));
    return sender(
        new BaseUrl(URI.create(origin.toString()), List.of()),
        sameServer ? source.headers() : Map.of(),
        false);
  }

  private BaseUrl base() {
    return new BaseUrl(source.baseUrl(), source.linkOrigins());
  }

  private boolean hasCredentials() {
    return !(source.auth() instanceof Auth.None)
        || source.headers().keySet().stream().anyMatch("authorization"::equalsIgnoreCase);
  }

  private ApiClient sender(BaseUrl baseUrl, Map<String, String> headers, boolean withCredentials) {
    return new Sender(
        baseUrl,
        new StandingHeaders(headers),
        source.limits().timeout(),
        new RedirectingTransport(
            baseUrl, new CookieTransport(cookies, transport), failures, withCredentials),
        failures,
        json,
        hasRecords(),
        withCredentials);
  }

  /** Where no kind can be read, as at the catalog, all of an answer is looked into. */
  private boolean hasRecords() {
    return !source.kinds().isEmpty() || source.undeclared().isPresent();
  }
}
