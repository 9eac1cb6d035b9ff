package dev.seaway.core.config;

import dev.seaway.connector.Secret;
import java.net.URI;

/**
 * Where the catalog is and who asks it.
 *
 * @param baseUrl the API's address, without {@code /v1}
 */
public record PortSettings(URI baseUrl, String clientId, Secret clientSecret) {}
