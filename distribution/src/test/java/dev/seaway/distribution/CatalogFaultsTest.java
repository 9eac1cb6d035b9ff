package dev.seaway.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaway.distribution.fake.FakePort;
import dev.seaway.distribution.fake.FaultySite.Records;
import dev.seaway.distribution.fake.PortFault;
import dev.seaway.distribution.fake.Recorded;
import dev.seaway.distribution.fake.When;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever fails at the catalog, nothing that still exists is deleted, and the next clean run is
 * complete.
 */
class CatalogFaultsTest {

  @ParameterizedTest
  @ValueSource(strings = {"500", "503", "403", "cut", "cut after"})
  void survivesAFaultOfEveryCallInTurn(String fault) {
    try (Stage stage = Stage.small()) {
      stage.run();
      stage.site.vanish(Records.REQUESTS, 10);
      for (int call = 1; call <= callsOfARun(); call++) {
        int first = stage.port.calls().size() + call;
        stage.port.on(from(first, fault), fault(fault));
        Stage.Ending ending = stage.run();
        boolean hit = stage.port.calls().size() >= first;
        assertThat(ending.exitCode()).as("call %d: %s", call, ending.all()).isIn(0, 1, 2);
        assertThat(stage.port.count("jsmServiceDesk")).isEqualTo(3);
        assertThat(stage.port.count("jsmOrganization")).isEqualTo(6);
        assertThat(stage.port.count("jsmCustomerRequest")).isBetween(18, 20);
        stage.port.heal();
        if (!hit) {
          break;
        }
      }
      assertThat(stage.run().exitCode()).isZero();
      assertThat(stage.port.count("jsmCustomerRequest")).isEqualTo(18);
    }
  }

  private static int callsOfARun() {
    return 60;
  }

  private static Predicate<Recorded> from(int first, String fault) {
    boolean forGood = !fault.startsWith("cut");
    return call -> forGood ? call.number() >= first : call.number() == first;
  }

  private static PortFault fault(String name) {
    return switch (name) {
      case "cut" -> new PortFault.Cut();
      case "cut after" -> new PortFault.CutAfter();
      default -> PortFault.status(Integer.parseInt(name));
    };
  }

  @Test
  void refreshesItsTokenAndObeysTheRateLimit() {
    try (Stage stage = Stage.small()) {
      stage.port.on(
          When.path("/jsmCustomerRequest/entities/bulk").and(When.numberOfPath(2)),
          new PortFault.TokenExpired());
      stage.port.on(When.every(5), PortFault.tooMany(Instant.now().getEpochSecond() + 90));

      Stage.Ending ending = stage.run();

      assertThat(ending.exitCode()).as(ending.all()).isZero();
      assertThat(stage.port.count("jsmCustomerRequest")).isEqualTo(20);
    }
  }

  @Test
  void keepsToTheRateLimitOfTheCatalogBeforeItIsRefused() {
    try (Stage stage = Stage.small()) {
      NoWaits waits = new NoWaits();
      stage.port.limit(7, Duration.ofMinutes(5), waits);

      Stage.Ending ending = stage.run(waits, "run");

      assertThat(ending.exitCode()).as(ending.all()).isZero();
      assertThat(stage.port.count("jsmCustomerRequest")).isEqualTo(20);
      assertThat(stage.port.refused()).isZero();
      int windows = stage.port.calls().size() / 7;
      assertThat(windows).isPositive();
      assertThat(ending.messages().split("The rate limit is used up", -1))
          .hasSizeBetween(2, windows + 1);
    }
  }

  @Test
  void namesWhatTheCatalogRefusesAndDeletesNoneOfIt() {
    try (Stage stage = Stage.small()) {
      stage.run();
      String before = stage.port.entities();
      stage.port.on(When.path("/entities/search"), PortFault.status(500));
      stage.port.on(When.path("/entities/bulk"), new PortFault.RefuseEvery(3));

      Stage.Ending ending = stage.run();

      assertThat(ending.exitCode()).isEqualTo(1);
      assertThat(ending.results()).contains("refused by the catalog", "for example");
      assertThat(stage.port.entities()).isEqualTo(before);
    }
  }

  @Test
  void doesNotCallAKindCompleteOfWhichTheCatalogRefusedAll() {
    try (Stage stage = Stage.small()) {
      stage.port.on(When.path("/entities/bulk"), new PortFault.RefuseEvery(1));

      Stage.Ending ending = stage.run();

      assertThat(ending.exitCode()).isEqualTo(1);
      assertThat(ending.results())
          .contains("INCOMPLETE: the catalog refused 20 of 20 entities")
          .doesNotContain("  complete");
    }
  }

  @Test
  void splitsABulkThatIsTooLarge() {
    try (Stage stage = Stage.small()) {
      stage.port.on(
          When.path("/entities/bulk")
              .and(call -> call.body().split("\"identifier\"", -1).length > 3),
          PortFault.status(413));

      Stage.Ending ending = stage.run();

      assertThat(ending.exitCode()).as(ending.all()).isZero();
      assertThat(stage.port.count("jsmCustomerRequest")).isEqualTo(20);
    }
  }

  @Test
  void leavesTheEntitiesOfOthersAlone() {
    try (Stage stage = Stage.small()) {
      stage.port.entity(
          "jsmServiceDesk",
          Stage.object(
              "{'identifier':'999','blueprint':'jsmServiceDesk','title':'theirs','properties':{},'relations':{}}"),
          "port-ocean/custom/1/other/exporter");

      assertThat(stage.run().exitCode()).isZero();
      assertThat(stage.port.entities()).contains("theirs");
    }
  }

  @Test
  void triesLateWhatRelatesToSomethingThatDoesNotExistYet() {
    try (Stage stage = Stage.small()) {
      var mapping = Stage.guide();
      mapping.put("createMissingRelatedEntities", false);
      var resources = mapping.withArray("/resources");
      resources.add(resources.remove(0));
      stage.port.integration(Stage.IDENTIFIER, "custom", mapping);

      Stage.Ending ending = stage.run();

      assertThat(ending.exitCode()).as(ending.all()).isZero();
      assertThat(stage.port.count("jsmCustomerRequest")).isEqualTo(20);
    }
  }

  @Test
  void saysAtOnceThatTheCatalogDoesNotKnowTheCredentials() {
    try (Stage stage = Stage.small().set("OCEAN__PORT__CLIENT_SECRET", "wrong-secret-value")) {
      Stage.Ending ending = stage.run();

      assertThat(ending.exitCode()).isEqualTo(2);
      assertThat(ending.messages())
          .contains("catalog")
          .doesNotContain("wrong-secret-value", "\tat ");
      assertThat(stage.port.calls()).hasSizeLessThan(3);
      assertThat(FakePort.CLIENT_SECRET).isNotEqualTo("wrong-secret-value");
    }
  }
}
