package dev.seaway.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seaway.distribution.fake.Recorded;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/**
 * A process that is killed at random moments, of a resync and of a burst of webhooks. {@code
 * -Dseaway.kills=50 -Dseaway.webhooks=10000} is the whole of it; the defaults are a taste.
 */
class KilledServiceTest {

  private static final int KILLS = Integer.getInteger("seaway.kills", 2);
  private static final int WEBHOOKS = Integer.getInteger("seaway.webhooks", 200);
  private static final long SEED = Long.getLong("seaway.seed", 5);

  /** Many webhooks take their time. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Random random = new Random(SEED);

  @Test
  void endsAsTheSourceHasItAfterAllKillsInResyncs() throws Exception {
    try (Stage stage = Stage.small()) {
      assertThat(stage.run().exitCode()).isZero();
      int first = stage.port.calls().size();
      mutate(stage, 0);
      assertThat(stage.run().exitCode()).isZero();
      int calls = stage.port.calls().size() - first;
      for (int kill = 0; kill < KILLS; kill++) {
        Set<String> before = RequestIds.inCatalog(stage);
        mutate(stage, kill);
        int since = stage.port.calls().size();
        int last = since + 1 + random.nextInt(calls);
        Process process = Launched.start(stage);
        stage.port.await(call -> call.number() >= last || endsRun(call, since));
        process.destroyForcibly().waitFor();

        Set<String> kept = new HashSet<>(RequestIds.atSite(stage));
        kept.retainAll(before);
        assertThat(RequestIds.inCatalog(stage)).as("after kill %d", kill).containsAll(kept);
      }

      Stage.Ending ending = stage.run();

      assertThat(ending.exitCode()).as(ending.all()).isZero();
      assertThat(RequestIds.inCatalog(stage)).isEqualTo(Set.copyOf(RequestIds.atSite(stage)));
      assertThat(stage.port.states()).endsWith("running", "completed");
      assertNoneStuck(stage.port.states());
      assertThat(stage.port.states().stream().filter("aborted"::equals))
          .hasSizeGreaterThanOrEqualTo(KILLS / 4);
    }
  }

  @Test
  void appliesEveryWebhookThatItTook() throws Exception {
    int port = FreePort.find();
    try (Stage stage =
        Stage.small()
            .webhooks()
            .unset("OCEAN__EVENT_LISTENER")
            .set("APPLICATION__PORT", Integer.toString(port))) {
      Path log = stage.directory().resolve("log");
      Burst burst = new Burst(stage);
      Process process = Launched.start(stage, log.toFile());
      CompletableFuture<Void> sending = burst.start(WEBHOOKS, _ -> port);
      for (int kill = 0; kill < KILLS; kill++) {
        int moment = (WEBHOOKS * kill + random.nextInt(WEBHOOKS)) / KILLS;
        Eventually.holds(PATIENCE, "taken: " + moment, () -> burst.taken() >= moment);
        process.destroyForcibly().waitFor();
        process = Launched.start(stage, log.toFile());
      }
      sending.join();
      Eventually.holds(PATIENCE, "the catalog has the last edits", burst::isApplied);
      Files.writeString(log, "");
      process.destroy();
      process.waitFor();
      assertThat(process.exitValue()).as(Files.readString(log)).isLessThan(2);

      assertThat(stage.run("events", "list").results()).contains("There are none.");
      assertThat(burst.written().values())
          .isNotEmpty()
          .allSatisfy(edits -> assertThat(edits).isSorted());
      List<String> lines = requestLines(stage);
      assertThat(stage.set("OCEAN__EVENT_LISTENER__TYPE", "ONCE").run().exitCode()).isZero();
      assertThat(requestLines(stage)).isEqualTo(lines);
    }
  }

  private static boolean endsRun(Recorded call, int since) {
    return call.number() > since
        && call.path().endsWith("/resync-state")
        && call.body().contains("completed");
  }

  /** One request goes, and one is edited; the process that is killed may see it or not. */
  private void mutate(Stage stage, int kill) {
    stage.site.change(
        records -> {
          List<ObjectNode> requests = new ArrayList<>(records.requests());
          int edited = random.nextInt(requests.size());
          requests.set(edited, requests.get(edited).deepCopy().put("summary", "edit " + kill));
          if (requests.size() > 2 && kill % 3 == 0) {
            requests.remove(random.nextInt(requests.size()));
          }
          return records.withRequests(requests);
        });
  }

  /** A run that was begun is followed by its end, if need be from the next process. */
  private static void assertNoneStuck(List<String> states) {
    for (int index = 0; index + 1 < states.size(); index++) {
      if (states.get(index).equals("running")) {
        assertThat(states.get(index + 1)).isIn("completed", "failed", "aborted");
      }
    }
    assertThat(states.getLast()).isNotEqualTo("running");
  }

  private static List<String> requestLines(Stage stage) {
    return stage.port.entities().lines().filter(line -> line.contains("CustomerRequest")).toList();
  }
}
