package dev.seaway.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.UnixOperatingSystemMXBean;
import dev.seaway.distribution.fake.Fault;
import dev.seaway.distribution.fake.PortFault;
import dev.seaway.distribution.fake.Recorded;
import dev.seaway.distribution.fake.When;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/**
 * Many resyncs of one service, with faults on both sides: nothing grows, nothing is left open,
 * nothing that exists is deleted. {@code -Dseaway.soak=200} makes it longer.
 */
class SoakTest {

  private static final int RESYNCS = Integer.getInteger("seaway.soak", 40);
  private static final long SEED = Long.getLong("seaway.soak.seed", 7);
  private static final long MORE_BYTES = 16L << 20;
  private static final int MORE_HANDLES = 30;
  private static final int MORE_THREADS = 10;
  private static final Duration INTERVAL = Duration.ofSeconds(60);
  private static final Duration PATIENCE_BEFORE_A_TICK = Duration.ofSeconds(5);

  /** What the process holds. */
  private record Held(long bytes, long handles, int threads) {

    static Held now() {
      for (int round = 0; round < 3; round++) {
        System.gc();
      }
      var system = (UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
      return new Held(
          ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(),
          system.getOpenFileDescriptorCount(),
          ManagementFactory.getThreadMXBean().getThreadCount());
    }
  }

  private final Random random = new Random(SEED);

  @Test
  void staysAsItIs() throws Exception {
    try (Stage stage = Stage.small().set("OCEAN__EVENT_LISTENER", "{\"type\":\"POLLING\"}")) {
      CompletableFuture<Stage.Ending> service = stage.start();
      assertThat(states(stage, 2)).containsExactly("running", "completed");
      String entities = stage.port.entities();
      Held early = Held.now();
      for (int number = 1; number <= RESYNCS; number++) {
        resync(stage, true);
        assertThat(stage.port.entities()).as("after resync %d", number).isEqualTo(entities);
        if (number == RESYNCS / 4) {
          early = Held.now();
        }
      }
      resync(stage, false);
      assertThat(stage.port.states()).containsExactly("running", "completed");
      Held late = Held.now();
      stage.stop.ask();
      Stage.Ending ending = service.get(60, TimeUnit.SECONDS);

      assertThat(ending.exitCode()).isZero();
      assertThat(late.bytes()).isLessThan(early.bytes() + MORE_BYTES);
      assertThat(late.handles()).isLessThanOrEqualTo(early.handles() + MORE_HANDLES);
      assertThat(late.threads()).isLessThanOrEqualTo(early.threads() + MORE_THREADS);
    }
  }

  /** The catalog asks for a resync, which has ended when this returns. */
  private void resync(Stage stage, boolean faults) throws InterruptedException {
    stage.port.forgetCalls();
    stage.site.forgetRequests();
    stage.port.askForResync(Stage.IDENTIFIER);
    stage.ticks.tick(INTERVAL);
    assertThat(states(stage, 1)).startsWith("running");
    if (faults) {
      stage.port.on(SoakTest::mayFail, portFault());
      stage.site.on(When.every(2 + random.nextInt(8)), siteFault());
    }
    assertThat(statesOfARunThatHasEnded(stage).getLast()).isIn("completed", "failed");
  }

  /**
   * No fault strikes the call that tells the end; yet the token that it sends may be void by a
   * fault of another call, twice in a row. Then the end is told at the next tick.
   */
  private static List<String> statesOfARunThatHasEnded(Stage stage) throws InterruptedException {
    boolean told = stage.port.awaitStates(2, PATIENCE_BEFORE_A_TICK).size() == 2;
    stage.port.heal();
    stage.site.heal();
    if (!told) {
      stage.ticks.tick(INTERVAL);
    }
    List<String> states = states(stage, 2);
    assertThat(states).hasSize(2);
    return states;
  }

  private static List<String> states(Stage stage, int number) throws InterruptedException {
    List<String> states = stage.port.awaitStates(number);
    if (states.size() < number) {
      throw StuckRun.at("The run is stuck; of its states only " + states + " was told", stage);
    }
    return states;
  }

  private static boolean mayFail(Recorded call) {
    Predicate<Recorded> every = When.every(5);
    return !call.path().endsWith("/resync-state") && every.test(call);
  }

  private PortFault portFault() {
    return switch (random.nextInt(7)) {
      case 0 -> PortFault.status(500);
      case 1 -> PortFault.status(503);
      case 2 -> new PortFault.Cut();
      case 3 -> new PortFault.CutAfter();
      case 4 -> new PortFault.TokenExpired();
      case 5 -> new PortFault.RefuseEvery(7);
      default -> PortFault.tooMany(Instant.now().getEpochSecond() + 90);
    };
  }

  private Fault siteFault() {
    return switch (random.nextInt(8)) {
      case 0 -> Fault.status(500);
      case 1 -> Fault.status(503);
      case 2 -> Fault.tooMany(1800);
      case 3 -> new Fault.Truncated();
      case 4 -> new Fault.HalfJson();
      case 5 -> new Fault.NotJson();
      case 6 -> new Fault.EmptyNotLast();
      default -> new Fault.Cut();
    };
  }
}
