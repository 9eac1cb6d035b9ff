package dev.seaway.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/**
 * Two processes that share their live events by Kafka, of which one is killed: nothing is lost.
 * {@code -Dseaway.webhooks=10000} sends more.
 */
class KilledReplicaTest {

  private static final int WEBHOOKS = Integer.getInteger("seaway.webhooks", 200);
  private static final int KILLS = Integer.getInteger("seaway.replica.kills", 1);

  /** Many webhooks take their time. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Random random = new Random(11);

  @Test
  void loseNothing() throws Exception {
    try (KafkaBroker broker = KafkaBroker.start();
        Stage stage = Replicas.stage(broker)) {
      List<Integer> ports = List.of(FreePort.find(), FreePort.find());
      List<Process> replicas = new ArrayList<>();
      for (int port : ports) {
        replicas.add(Replicas.start(stage, port));
      }
      Burst burst = new Burst(stage);
      // A sender goes to the other replica where the first does not take its delivery.
      CompletableFuture<Void> sending =
          burst.start(WEBHOOKS, number -> ports.get((number + burst.refused()) % ports.size()));
      for (int kill = 0; kill < KILLS; kill++) {
        int moment = (WEBHOOKS * kill + random.nextInt(WEBHOOKS)) / KILLS;
        Eventually.holds(PATIENCE, "taken: " + moment, () -> burst.taken() >= moment);
        int killed = random.nextInt(ports.size());
        replicas.get(killed).destroyForcibly().waitFor();
        if (kill + 1 < KILLS) {
          replicas.set(killed, Replicas.start(stage, ports.get(killed)));
        }
      }
      sending.join();
      Eventually.holds(PATIENCE, "the catalog has the last edits", burst::isApplied);

      assertThat(stage.run("events", "list").results()).contains("There are none.");
      for (Process replica : replicas) {
        replica.destroy();
        replica.waitFor();
      }
    }
  }
}
