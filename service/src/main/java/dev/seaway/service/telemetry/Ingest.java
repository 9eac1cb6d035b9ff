package dev.seaway.service.telemetry;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.connector.ApiClient;
import dev.seaway.connector.ApiRequest;
import dev.seaway.connector.ApiRequest.Body;
import dev.seaway.connector.ApiRequest.Method;
import dev.seaway.core.http.ApiException;
import dev.seaway.core.http.ApiException.Reason;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One of the addresses that the catalog names for metrics and for logs. Thread-safe. */
final class Ingest {

  private record Place(URI address, ApiClient client) {}

  private final URI catalog;
  private final String attribute;
  private final Function<URI, ApiClient> clients;
  private volatile @Nullable Place place;

  /**
   * @param attribute of the integration, whose {@code ingestUrl} is the address
   * @param clients makes the client of an origin
   */
  Ingest(URI catalog, String attribute, Function<URI, ApiClient> clients) {
    this.catalog = catalog;
    this.attribute = attribute;
    this.clients = clients;
  }

  /** Reads the address from what the catalog knows of the integration. */
  synchronized void learn(JsonNode integration) {
    String named = integration.path(attribute).path("ingestUrl").asText();
    Place known = place;
    if (known == null || !known.address().toString().equals(named)) {
      place =
          IngestAddress.accepted(catalog, named)
              .map(address -> new Place(address, clients.apply(origin(address))))
              .orElse(null);
    }
  }

  boolean isKnown() {
    return place != null;
  }

  /**
   * Sends a document. Throws where it is not taken.
   *
   * @param rest of the path, below the address
   */
  void send(Method method, String rest, JsonNode document) {
    Place to = place;
    if (to == null) {
      return;
    }
    String path = Optional.ofNullable(to.address().getRawPath()).orElse("");
    String query = to.address().getRawQuery() == null ? "" : "?" + to.address().getRawQuery();
    ApiRequest request =
        new ApiRequest(
            method, path + rest + query, List.of(), Map.of(), Optional.of(Body.json(document)));
    try {
      to.client().send(request);
    } catch (ApiException e) {
      // What is taken may be answered by words.
      if (e.reason() != Reason.NOT_JSON) {
        throw e;
      }
    }
  }

  private static URI origin(URI address) {
    return URI.create(address.getScheme() + "://" + address.getRawAuthority());
  }
}
