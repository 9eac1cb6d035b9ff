package dev.seaway.connector.custom;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import dev.seaway.connector.Connector;
import dev.seaway.connector.Pagination;
import dev.seaway.connector.Source;
import dev.seaway.connector.rest.RestConfig;
import dev.seaway.testkit.ConnectorContract;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CustomConnectorTest implements ConnectorContract<RestConfig> {

  @Override
  public Connector<RestConfig> connector() {
    return new CustomConnector();
  }

  @Override
  public Map<String, String> options() {
    return Map.of(
        "baseUrl", "https://api.test/v2",
        "authType", "api_key",
        "apiKey", "an-invented-key",
        "customHeaders", "{\"X-Tenant\": \"an-invented-tenant\"}");
  }

  @Test
  void readsAnyPathAsAWhole() {
    assertThat(source().kinds()).isEmpty();
    Source.Defaults others = source().undeclared().orElseThrow();
    assertThat(others.records()).isEqualTo(JsonPointer.empty());
    assertThat(others.pagination()).isInstanceOf(Pagination.None.class);
  }
}
