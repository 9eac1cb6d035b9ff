package dev.seaway.service;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.seaway.connector.ApiClient;
import dev.seaway.connector.ApiRequest;
import dev.seaway.connector.ApiRequest.Body;
import dev.seaway.connector.ApiRequest.Method;
import dev.seaway.connector.Auth;
import dev.seaway.connector.Source;
import dev.seaway.core.catalog.Integration;
import dev.seaway.core.http.ApiClients;
import dev.seaway.core.http.Sleeper;
import dev.seaway.core.http.WaitListener;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Describes the catalog's API as one more source, so that it is reached by the same client. */
final class CatalogApi {

  private static final int CONCURRENT_REQUESTS = 10;
  private static final int CONCURRENT_INGESTS = 2;

  private final ApiClients clients;
  private final Integration integration;
  private final Duration timeout;

  CatalogApi(
      CatalogTarget target,
      Integration integration,
      Duration timeout,
      Sleeper waits,
      WaitListener listener,
      Duration longestWait) {
    this.integration = integration;
    this.timeout = timeout;
    Source api = source(target.baseUrl(), token(target), CONCURRENT_REQUESTS);
    this.clients = ApiClients.at(api, target.transport(), waits, listener, longestWait);
  }

  ApiClient client() {
    return clients.client();
  }

  /**
   * Another origin, which takes the catalog's token: for what is told to the catalog beside the
   * sync.
   */
  ApiClient ingest(URI origin) {
    return clients.clientOf(source(origin, new Auth.None(), CONCURRENT_INGESTS));
  }

  private Source source(URI baseUrl, Auth auth, int concurrentRequests) {
    return new Source(
        baseUrl,
        List.of(),
        auth,
        Map.of("User-Agent", integration.userAgent()),
        List.of(),
        Optional.empty(),
        new Source.Limits(concurrentRequests, timeout, true));
  }

  private static Auth token(CatalogTarget target) {
    Body credentials =
        Body.json(
            JsonNodeFactory.instance
                .objectNode()
                .put("clientId", target.clientId())
                .put("clientSecret", target.clientSecret().reveal()));
    ApiRequest request =
        new ApiRequest(
            Method.POST, "/v1/auth/access_token", List.of(), Map.of(), Optional.of(credentials));
    return new Auth.TokenRequest(
        request,
        Optional.empty(),
        Map.of("Authorization", "Bearer {{.accessToken}}"),
        Map.of(),
        Optional.empty());
  }
}
