package dev.seaway.core.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.connector.ApiClient;
import dev.seaway.connector.ApiRequest;
import dev.seaway.connector.Secret;
import dev.seaway.core.SeawayException.Category;
import dev.seaway.core.http.ApiException;

/** What the catalog tells of the organization that the credentials belong to. */
public final class Organization {

  /** A login of the organization at the catalog's Kafka. */
  public record KafkaCredentials(String username, Secret password) {}

  private final ApiClient api;

  public Organization(ApiClient api) {
    this.api = api;
  }

  /** Its identifier. */
  public String id() {
    return text(ask("/v1/organization"), "/organization/id", "does not tell the organization's id");
  }

  /** The login at Kafka. Ask anew before each connection: it may have been changed. */
  public KafkaCredentials kafkaCredentials() {
    JsonNode answer = ask("/v1/kafka-credentials");
    String missing = "gives no credentials for Kafka; ask its support for them";
    return new KafkaCredentials(
        text(answer, "/credentials/username", missing),
        Secret.of(text(answer, "/credentials/password", missing)));
  }

  private JsonNode ask(String path) {
    try {
      return api.send(ApiRequest.get(path)).body();
    } catch (ApiException e) {
      String hint =
          e.reason() == ApiException.Reason.NOT_FOUND
              ? " It offers no Kafka: set OCEAN__EVENT_LISTENER__TYPE=POLLING."
              : "";
      throw new CatalogException(e.category(), "The catalog: " + e.getMessage() + hint, e);
    }
  }

  private static String text(JsonNode answer, String pointer, String missing) {
    String text = answer.at(pointer).asText();
    if (text.isEmpty()) {
      throw new CatalogException(
          Category.EXTERNAL,
          "The catalog %s. Or set OCEAN__EVENT_LISTENER__TYPE=POLLING.".formatted(missing),
          null);
    }
    return text;
  }
}
