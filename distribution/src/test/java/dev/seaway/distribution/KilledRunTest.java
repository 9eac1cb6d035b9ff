package dev.seaway.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaway.distribution.fake.Fault;
import dev.seaway.distribution.fake.FaultySite.Records;
import dev.seaway.distribution.fake.PortFault;
import dev.seaway.distribution.fake.Recorded;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A run that is killed in the middle of a call leaves nothing that the next run cannot put right.
 */
class KilledRunTest {

  @ParameterizedTest
  @ValueSource(ints = {3, 8, 13, 18, 21})
  void losesNothingWhereItIsKilledInACallToTheCatalog(int call) throws Exception {
    try (Stage stage = Stage.small()) {
      stage.run();
      stage.site.vanish(Records.REQUESTS, 10);
      CountDownLatch reached = new CountDownLatch(1);
      int number = stage.port.calls().size() + call;
      stage.port.on(at(number, reached), new PortFault.Hang());

      kill(Launched.start(stage), reached);

      assertThat(stage.port.count("jsmServiceDesk")).isEqualTo(3);
      assertThat(stage.port.count("jsmCustomerRequest")).isBetween(18, 20);
      stage.port.heal();
      assertThat(stage.run().exitCode()).isZero();
      assertThat(stage.port.count("jsmCustomerRequest")).isEqualTo(18);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 4, 7})
  void opensItsOwnCatalogAgainWhereItIsKilledInAPage(int page) throws Exception {
    try (Stage stage =
        Stage.small().unset("OCEAN__PORT__").set("OCEAN__INTEGRATION__TYPE", "jsm")) {
      CountDownLatch reached = new CountDownLatch(1);
      stage.site.on(at(page, reached), new Fault.Hang());

      kill(Launched.start(stage), reached);

      stage.site.heal();
      Stage.Ending ending = stage.run();
      assertThat(ending.exitCode()).as(ending.all()).isZero();
      assertThat(ending.results()).contains("complete");
    }
  }

  @Test
  void endsWithTheExitCodeOfItsRun() throws Exception {
    try (Stage stage = Stage.small()) {
      Process complete = Launched.start(stage);
      assertThat(complete.waitFor()).isZero();
      stage.set("OCEAN__INTEGRATION__SECRETS__PASSWORD", "wrong");
      assertThat(Launched.start(stage).waitFor()).isEqualTo(2);
    }
  }

  private static Predicate<Recorded> at(int number, CountDownLatch reached) {
    return request -> {
      boolean hit = request.number() == number;
      if (hit) {
        reached.countDown();
      }
      return hit;
    };
  }

  private static void kill(Process process, CountDownLatch reached) throws InterruptedException {
    assertThat(reached.await(60, TimeUnit.SECONDS)).as("the call was made").isTrue();
    process.destroyForcibly();
    process.waitFor();
  }
}
