package dev.seaway.connector.jsm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaway.connector.ApiRequest.Parameter;
import dev.seaway.connector.Connector;
import dev.seaway.connector.Pagination;
import dev.seaway.connector.rest.RestConfig;
import dev.seaway.testkit.ConnectorContract;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The options of Port's guide to this tool, the word {@code link} included. */
class JsmConnectorWithLinksTest implements ConnectorContract<RestConfig> {

  @Override
  public Connector<RestConfig> connector() {
    return new JsmConnector();
  }

  @Override
  public Map<String, String> options() {
    return Map.of(
        "baseUrl", "https://harbour.atlassian.net",
        "authType", "basic",
        "username", "mira@harbour.example",
        "password", "an-invented-token",
        "paginationType", "link",
        "nextLinkPath", "_links.next",
        "pageSize", "100");
  }

  @Test
  void asksForThePageSizeAndThenFollowsTheLinks() {
    assertThat(source().undeclared().orElseThrow().pagination())
        .isInstanceOfSatisfying(
            Pagination.NextLink.class,
            links ->
                assertThat(links.size()).isEqualTo(Optional.of(new Parameter("limit", "100"))));
  }
}
