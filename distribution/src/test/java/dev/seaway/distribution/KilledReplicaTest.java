package dev.seaway.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
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
        Stage stage = live(broker)) {
      List<Integer> ports = List.of(freePort(), freePort());
      List<Process> replicas = new ArrayList<>();
      for (int replica = 0; replica < ports.size(); replica++) {
        replicas.add(start(stage, ports, replica));
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
          replicas.set(killed, start(stage, ports, killed));
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

  private static Process start(Stage stage, List<Integer> ports, int replica) throws IOException {
    stage.set("APPLICATION__PORT", Integer.toString(ports.get(replica)));
    Path log = Files.createTempFile(stage.directory(), "replica", ".log");
    return Launched.start(stage, log.toFile());
  }

  private static Stage live(KafkaBroker broker) {
    return Stage.small()
        .set("OCEAN__EVENT_LISTENER", "{\"type\":\"WEBHOOKS_ONLY\"}")
        .set("OCEAN__INTEGRATION__TYPE", "jsm")
        .set("OCEAN__INTEGRATION__CONFIG__WEBHOOK_SECRET", JiraSender.SECRET)
        .set("OCEAN__LIVE_EVENTS__TYPE", "KAFKA")
        .set("OCEAN__LIVE_EVENTS__KAFKA__BROKERS", broker.address())
        .set("OCEAN__LIVE_EVENTS__KAFKA__SECURITY_PROTOCOL", "PLAINTEXT");
  }

  private static int freePort() throws IOException {
    try (ServerSocket any = new ServerSocket(0)) {
      return any.getLocalPort();
    }
  }
}
