package dev.seaway.service;

import dev.seaway.connector.Secret;
import dev.seaway.core.http.Transport;
import java.net.URI;

/**
 * The catalog that a run writes to.
 *
 * @param baseUrl without {@code /v1}
 * @param transport how its API is reached: over the network, or in this process
 */
public record CatalogTarget(
    URI baseUrl, String clientId, Secret clientSecret, Transport transport) {}
