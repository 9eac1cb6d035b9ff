package dev.seaway.core.resync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonPointer;
import dev.seaway.connector.Auth;
import dev.seaway.connector.Kind;
import dev.seaway.connector.Pagination;
import dev.seaway.connector.Source;
import dev.seaway.core.SeawayException;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SyncPlanTest {

  private static final Kind DESKS =
      Kind.Api.of("desk", "/v1/desk", JsonPointer.compile("/values"), new Pagination.None());
  private static final Kind ODD = new Kind.Code("odd", (_, _) -> {});
  private static final Source SOURCE =
      Source.of(URI.create("http://tool"), new Auth.None(), List.of(DESKS, ODD));

  @Test
  void readsTheListOnceThatTwoResourcesAskFor() {
    SyncPlan plan =
        plan(resource("desk", "'data_path':'.values'"), resource("desk", "'data_path':'.values'"));

    assertThat(plan.kinds())
        .singleElement()
        .satisfies(kind -> assertThat(kind.mappings()).hasSize(2));
  }

  @Test
  void readsAListTwiceThatIsAskedForInTwoWays() {
    assertThat(
            plan(
                    resource("desk", "'query_params':{'open':'true'}"),
                    resource("desk", "'query_params':{'open':'false'}"))
                .kinds())
        .hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"desk", "/v1/desk", "v1/desk"})
  void findsADeclaredKindByItsNameOrItsPath(String kind) {
    assertThat(plan(resource(kind, "'method':'GET'")).listings())
        .singleElement()
        .satisfies(listing -> assertThat(listing.request().target()).isEqualTo("/v1/desk"));
  }

  @Test
  void namesEveryKindThatTheToolDoesNotOffer() {
    assertThatThrownBy(
            () -> plan(resource("dsk", "'method':'GET'"), resource("x", "'method':'GET'")))
        .isInstanceOf(SeawayException.class)
        .hasMessageContaining("\"dsk\" is not one of [desk, odd]")
        .hasMessageContaining("\"x\"");
  }

  @Test
  void refusesASelectorThatAConnectorsCodeWouldNotObey() {
    assertThat(plan(resource("odd", "'query':'.open'")).kinds()).hasSize(1);
    assertThatThrownBy(() -> plan(resource("odd", "'data_path':'.values'")))
        .isInstanceOf(SeawayException.class)
        .hasMessageContaining("only \"query\"");
  }

  @Test
  void refusesValuesOfAPathParameterThatOnlyCodeCanRead() {
    assertThatThrownBy(
            () ->
                plan(resource("desk", "'path_parameters':{'id':{'endpoint':'odd','field':'.id'}}")))
        .isInstanceOf(SeawayException.class)
        .hasMessageContaining("\"odd\" is read by the connector's code");
  }

  private static SyncPlan plan(String... resources) {
    return SyncPlan.of(
        Entities.mapping("{'resources':[" + String.join(",", resources) + "]}"), SOURCE);
  }

  private static String resource(String kind, String selector) {
    return "{'kind':'%s','selector':{%s},'port':{'entity':{'mappings':{'identifier':'.id','blueprint':'.b'}}}}"
        .formatted(kind, selector);
  }
}
