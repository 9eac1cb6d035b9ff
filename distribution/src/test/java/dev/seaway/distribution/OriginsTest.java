package dev.seaway.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaway.distribution.fake.Fault;
import dev.seaway.distribution.fake.FaultySite;
import dev.seaway.distribution.fake.FaultySite.Records;
import dev.seaway.distribution.fake.PortFault;
import dev.seaway.distribution.fake.Recorded;
import dev.seaway.distribution.fake.When;
import java.net.URI;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two sites under one integration identifier leave each other's entities alone. */
class OriginsTest {

  private static final String REQUEST = "jsmCustomerRequest";
  private static final String ADOPT = "OCEAN__SEAWAY__ADOPT_ORIGIN";
  private static final int ALL = 20;

  private final Stage stage = Stage.small();
  private final FaultySite other = FaultySite.start(Stage.smallSettings());

  OriginsTest() {
    other.vanish(Records.REQUESTS, 10);
  }

  @AfterEach
  void stop() {
    stage.close();
    other.close();
  }

  @Test
  void eachSiteLeavesWhatTheOtherHasWritten() {
    assertThat(run(stage.site.baseUrl()).exitCode()).isZero();
    stage.site.vanish(Records.REQUESTS, 4);

    assertThat(run(other.baseUrl())).satisfies(this::keepsAndSaysSo);
    assertThat(run(stage.site.baseUrl())).satisfies(this::keepsAndSaysSo);
  }

  @Test
  void isCompleteWhereNothingWouldBeDeleted() {
    run(other.baseUrl());

    Stage.Ending ending = run(stage.site.baseUrl());

    assertThat(ending.exitCode()).as(ending.all()).isZero();
    assertThat(ending.messages()).contains("OCEAN__INTEGRATION__IDENTIFIER");
  }

  @Test
  void deletesAgainOnceTheSiteThatHasMovedIsAdopted() {
    run(stage.site.baseUrl());

    Stage.Ending adopting = stage.set(ADOPT, "true").with("BASE_URL", url(other)).run();

    assertThat(adopting.exitCode()).as(adopting.all()).isZero();
    assertThat(stage.port.count(REQUEST)).isEqualTo(18);
    assertThat(adopting.messages()).contains("in place of " + url(stage.site));
    stage.unset(ADOPT);
    other.vanish(Records.REQUESTS, 9);
    assertThat(run(other.baseUrl()).exitCode()).isZero();
    assertThat(stage.port.count(REQUEST)).isEqualTo(16);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "//"})
  void knowsASiteHoweverItsAddressIsWritten(String ending) {
    run(stage.site.baseUrl());
    stage.site.vanish(Records.REQUESTS, 10);

    Stage.Ending second = run(URI.create(stage.site.baseUrl() + ending));

    assertThat(second.exitCode()).as(second.all()).isZero();
    assertThat(stage.port.count(REQUEST)).isEqualTo(18);
  }

  @Test
  void takesTheGatewayForAnotherOriginAndSaysWhatToDo() {
    run(stage.site.baseUrl());
    stage.site.vanish(Records.REQUESTS, 10);

    Stage.Ending ending = run(stage.site.gatewayUrl());

    assertThat(ending.exitCode()).isEqualTo(1);
    assertThat(ending.messages()).contains("another address of it", ADOPT + "=true");
    assertThat(stage.port.count(REQUEST)).isEqualTo(ALL);
  }

  @Test
  void deletesAsBeforeWhereTheCatalogForgets() {
    stage.port.forget("version");
    run(stage.site.baseUrl());
    stage.site.vanish(Records.REQUESTS, 10);

    assertThat(run(stage.site.baseUrl())).satisfies(this::deletesAndCautions);
  }

  @Test
  void deletesAsBeforeWhereTheCatalogRefuses() {
    Predicate<Recorded> stamp = When.method("PATCH").and(call -> call.body().contains("+seaway."));
    stage.port.on(stamp, PortFault.status(422));
    run(stage.site.baseUrl());
    stage.site.vanish(Records.REQUESTS, 10);

    assertThat(run(stage.site.baseUrl())).satisfies(this::deletesAndCautions);
  }

  @Test
  void aRunThatReadsNothingLeavesNoOrigin() {
    other.on(When.always(), Fault.status(500));
    assertThat(run(other.baseUrl()).exitCode()).isNotZero();
    assertThat(version()).doesNotContain("+seaway.");

    assertThat(run(stage.site.baseUrl()).exitCode()).isZero();
    assertThat(version()).contains("+seaway.");
  }

  @Test
  void takesOverWhatPortOceanHasWritten() {
    run(other.baseUrl());
    stage.port.change(Stage.IDENTIFIER, ocean -> ocean.put("version", "0.6.108"));
    stage.site.vanish(Records.ORGANIZATIONS, 2);

    Stage.Ending ending = run(stage.site.baseUrl());

    assertThat(ending.exitCode()).as(ending.all()).isZero();
    assertThat(ending.messages()).doesNotContain(ADOPT);
    assertThat(stage.port.count("jsmOrganization")).isEqualTo(3);
  }

  @Test
  void noticesAnotherServiceThatBeginsDuringTheRun() {
    run(stage.site.baseUrl());
    stage.site.vanish(Records.REQUESTS, 10);
    stage.port.on(
        When.nth(2, When.path("/datasource-entities"))
            .and(
                _ -> {
                  stage.port.change(
                      Stage.IDENTIFIER,
                      taken ->
                          taken.put("version", taken.path("version").asText() + ".-.b.example"));
                  return false;
                }),
        PortFault.status(500));

    Stage.Ending ending = run(stage.site.baseUrl());

    assertThat(ending.exitCode()).as(ending.all()).isEqualTo(1);
    assertThat(ending.messages()).contains("https://b.example");
    assertThat(stage.port.count(REQUEST)).isEqualTo(ALL);
  }

  @Test
  void theEmbeddedCatalogKeepsOriginsToo() {
    stage.unset("OCEAN__PORT__");
    stage.set("OCEAN__INTEGRATION__TYPE", "jsm");
    assertThat(run(stage.site.baseUrl()).exitCode()).isZero();

    assertThat(run(other.baseUrl()))
        .satisfies(
            ending -> {
              assertThat(ending.exitCode()).as(ending.all()).isEqualTo(1);
              assertThat(ending.results()).contains(REQUEST + ": kept 2", url(stage.site));
              assertThat(ending.messages()).containsOnlyOnce(ADOPT);
            });
    Stage.Ending adopting = stage.set(ADOPT, "true").run();
    assertThat(adopting.exitCode()).as(adopting.all()).isZero();
    assertThat(adopting.results()).contains(REQUEST + ": deleted 2");
  }

  private Stage.Ending run(URI baseUrl) {
    return stage.with("BASE_URL", baseUrl.toString()).run();
  }

  private void keepsAndSaysSo(Stage.Ending ending) {
    assertThat(ending.exitCode()).as(ending.all()).isEqualTo(1);
    assertThat(ending.messages())
        .contains(url(stage.site), url(other), "OCEAN__INTEGRATION__IDENTIFIER")
        .containsOnlyOnce(ADOPT + "=true");
    assertThat(stage.port.count(REQUEST)).isEqualTo(ALL);
  }

  private void deletesAndCautions(Stage.Ending ending) {
    assertThat(ending.exitCode()).as(ending.all()).isZero();
    assertThat(ending.messages()).containsOnlyOnce("a second site under this identifier");
    assertThat(stage.port.count(REQUEST)).isEqualTo(18);
  }

  private String version() {
    return stage.port.integration(Stage.IDENTIFIER).orElseThrow().path("version").asText();
  }

  private static String url(FaultySite site) {
    return site.baseUrl().toString();
  }
}
