package dev.seaway.core.http;

import dev.seaway.connector.ApiClient;
import dev.seaway.connector.ApiRequest;
import dev.seaway.connector.Auth;
import dev.seaway.connector.Source;
import dev.seaway.core.SeawayException;
import java.net.URI;
import java.time.Duration;
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
  private final Sleeper waits;
  private final Redaction redaction;
  private final JsonBody json;
  private final Failures failures;
  private final Cookies cookies;
  private final Pace pace;
  private final WaitListener listener;
  private final Duration longestWait;
  private final Optional<TokenKeeper> tokens;

  /**
   * @param sent what the requests bring, be it of another source
   */
  private ApiClients(
      Source source,
      Transport transport,
      Sleeper waits,
      WaitListener listener,
      Duration longestWait,
      JsonBody json,
      Redaction redaction,
      Auth sent) {
    this.source = source;
    this.transport = transport;
    this.waits = waits;
    this.listener = listener;
    this.longestWait = longestWait;
    this.json = json;
    this.redaction = redaction;
    this.failures = new Failures(redaction, json, CredentialsAdvice.of(sent, source.headers()));
    this.cookies = new Cookies(waits, redaction);
    this.pace = new Pace(waits, listener, longestWait);
    this.tokens = tokenRequest(source.auth()).map(this::tokens);
  }

  /**
   * The client of a source. Thread-safe; it lives as long as the transport.
   *
   * @param listener told before each wait
   */
  public static ApiClient of(
      Source source, Transport transport, Sleeper waits, WaitListener listener) {
    return at(source, transport, waits, listener, ServerWait.UNBOUNDED).client();
  }

  static ApiClient of(
      Source source, Transport transport, Sleeper waits, WaitListener listener, JsonBody json) {
    return at(source, transport, waits, listener, ServerWait.UNBOUNDED, json).client();
  }

  /**
   * The clients that share the credentials of a source.
   *
   * @param longestWait that a server may ask a request for, again and again; what would wait longer
   *     fails
   */
  public static ApiClients at(
      Source source,
      Transport transport,
      Sleeper waits,
      WaitListener listener,
      Duration longestWait) {
    return at(source, transport, waits, listener, longestWait, JsonBody.ofMemory());
  }

  private static ApiClients at(
      Source source,
      Transport transport,
      Sleeper waits,
      WaitListener listener,
      Duration longestWait,
      JsonBody json) {
    Redaction redaction = new Redaction(ConfiguredSecrets.of(source));
    return new ApiClients(
        source, transport, waits, listener, longestWait, json, redaction, source.auth());
  }

  /** The client of the source itself. */
  public ApiClient client() {
    return client(tokens);
  }

  /**
   * The client of another source without credentials of its own: it sends the tokens of this one,
   * and waits without a word.
   */
  public ApiClient clientOf(Source other) {
    return new ApiClients(
            other, transport, waits, (_, _, _) -> {}, longestWait, json, redaction, source.auth())
        .client(tokens);
  }

  private ApiClient client(Optional<TokenKeeper> sent) {
    boolean withCredentials = sent.isPresent() || hasCredentials();
    ApiClient signed =
        new ObservedClient(signed(sender(base(), source.headers(), withCredentials)), pace);
    ApiClient authorized =
        sent.<ApiClient>map(keeper -> new TokenClient(keeper, signed)).orElse(signed);
    PacedClient paced = new PacedClient(authorized, pace, sent);
    ApiClient retrying = new RetryingClient(paced, waits, listener, longestWait);
    return new LimitedClient(retrying, source.limits().concurrentRequests());
  }

  private ApiClient signed(ApiClient sender) {
    return switch (source.auth()) {
      case Auth.Basic basic ->
          withHeader("Authorization", "Basic " + BasicCredentials.encoded(basic), sender);
      case Auth.Bearer bearer ->
          withHeader("Authorization", "Bearer " + bearer.token().reveal(), sender);
      case Auth.TokenFile tokens ->
          new TokenFileClient(new TokenFile(tokens.file()), redaction, sender);
      case Auth.ApiKey apiKey -> withHeader(apiKey.header(), apiKey.key().reveal(), sender);
      case Auth.Custom custom -> new SigningClient(custom.signer(), sender);
      case Auth.None _, Auth.ClientCredentials _, Auth.TokenRequest _ -> sender;
    };
  }

  private static ApiClient withHeader(String name, String value, ApiClient sender) {
    return new SigningClient(request -> request.withHeader(name, value), sender);
  }

  private TokenKeeper tokens(Auth.TokenRequest auth) {
    String endpoint = auth.request().target();
    boolean elsewhere =
        BaseUrl.isAbsolute(endpoint)
            && !ServerOrigin.of(endpoint).equals(Optional.of(ServerOrigin.of(source.baseUrl())));
    Pace own = elsewhere ? new Pace(waits, listener, longestWait) : pace;
    ApiClient sender = new ObservedClient(tokenSender(endpoint), own);
    TokenIssuer issuer = new TokenIssuer(auth, sender, redaction, waits);
    return new TokenKeeper(issuer, waits, own);
  }

  private static Optional<Auth.TokenRequest> tokenRequest(Auth auth) {
    return switch (auth) {
      case Auth.ClientCredentials client -> Optional.of(tokenRequest(client));
      case Auth.TokenRequest request -> Optional.of(request);
      case Auth.None _,
          Auth.Basic _,
          Auth.Bearer _,
          Auth.TokenFile _,
          Auth.ApiKey _,
          Auth.Custom _ ->
          Optional.empty();
    };
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
    ServerOrigin origin =
        ServerOrigin.of(endpoint)
            .orElseThrow(
                () ->
                    new SeawayException(
                        SeawayException.Category.USER,
                        "The endpoint of the token request is no usable address; write a path or"
                            + " http(s)://host[:port]/path, without user name and password"));
    boolean sameServer = origin.equals(ServerOrigin.of(source.baseUrl()));
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
        new DefaultHeaders(headers),
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
