package dev.seaway.connector.jsm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaway.connector.ApiRequest.Parameter;
import dev.seaway.connector.Auth;
import dev.seaway.connector.Connector;
import dev.seaway.connector.Kind;
import dev.seaway.connector.Pagination;
import dev.seaway.connector.Secret;
import dev.seaway.connector.rest.RestConfig;
import dev.seaway.testkit.ConnectorContract;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsmConnectorTest implements ConnectorContract<RestConfig> {

  @Override
  public Connector<RestConfig> connector() {
    return new JsmConnector();
  }

  @Override
  public Map<String, String> options() {
    return Map.of(
        "baseUrl", "https://harbour.atlassian.net",
        "username", "mira@harbour.example",
        "password", "an-invented-token");
  }

  @Test
  void authenticatesWithAnApiTokenByDefault() {
    assertThat(source().auth())
        .isEqualTo(new Auth.Basic("mira@harbour.example", Secret.of("an-invented-token")));
  }

  @Test
  void asksForFiftyRecordsFromTheStart() {
    assertThat(firstQuery("customer-request"))
        .containsExactly(new Parameter("start", "0"), new Parameter("limit", "50"));
    assertThat(firstQuery("project"))
        .containsExactly(new Parameter("startAt", "0"), new Parameter("maxResults", "50"));
    assertThat(firstQuery("issue")).containsExactly(new Parameter("maxResults", "50"));
    assertThat(firstQuery("field")).isEmpty();
  }

  @Test
  void readsEveryOtherPathLikeTheServiceDeskApi() {
    Kind.Api declared = kind("service-desk");

    assertThat(source().undeclared())
        .hasValueSatisfying(
            others -> {
              assertThat(others.records()).isEqualTo(declared.records());
              assertThat(others.pagination()).isEqualTo(declared.pagination());
            });
  }

  private List<Parameter> firstQuery(String name) {
    Pagination pagination = kind(name).pagination();
    return pagination.first(kind(name).request()).query();
  }

  private Kind.Api kind(String name) {
    return source().kinds().stream()
        .map(Kind.Api.class::cast)
        .filter(kind -> kind.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
