package dev.seaway.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.seaway.core.ApiFailures;
import dev.seaway.core.FakeApi;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogClientTest {

  @Test
  void encodesWhatItNamesAsOneSegment() {
    FakeApi api = new FakeApi(_ -> "{}");
    CatalogClient client = new CatalogClient(api, new Integration("custom", "my desk/ä", "1"));

    client.examples("/rest/a b", List.of());
    client.blueprint("a/b+c");

    assertThat(api.asked())
        .containsExactly(
            "POST /v1/integration/my%20desk%2F%C3%A4/kinds/%2Frest%2Fa%20b/examples",
            "GET /v1/blueprints/a%2Fb%2Bc");
  }

  @Test
  void tellsWhatIsUnknownFromWhatFails() {
    assertThat(client(404).state()).isEmpty();
    assertThat(client(404).blueprint("desk")).isEmpty();
    assertThatThrownBy(() -> client(500).blueprint("desk")).isInstanceOf(CatalogException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 404, 409, 413, 422})
  void tellsARefusalFromACatalogThatIsNotWell(int status) {
    assertThatThrownBy(
            () -> client(status).createIntegration(JsonNodeFactory.instance.objectNode(), false))
        .isInstanceOfSatisfying(
            CatalogException.class,
            refusal -> assertThat(refusal.refusalStatus()).hasValue(status));
    assertThatThrownBy(
            () -> client(503).createIntegration(JsonNodeFactory.instance.objectNode(), false))
        .isInstanceOfSatisfying(
            CatalogException.class, failure -> assertThat(failure.refusalStatus()).isEmpty());
  }

  private static CatalogClient client(int status) {
    return new CatalogClient(
        new FakeApi(
            _ -> {
              throw ApiFailures.status(status);
            }),
        new Integration("custom", "my", "1"));
  }
}
