package dev.seaway.catalog;

/**
 * What a client exchanges for an access token; made at the catalog's first start and stored with
 * it.
 */
public record Credentials(String clientId, String clientSecret) {
  @Override
  public String toString() {
    return "Credentials[clientId=%s, clientSecret=***]".formatted(clientId);
  }
}
