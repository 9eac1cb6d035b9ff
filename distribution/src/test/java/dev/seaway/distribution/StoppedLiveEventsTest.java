package dev.seaway.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaway.distribution.fake.Fault;
import dev.seaway.distribution.fake.Recorded;
import dev.seaway.distribution.sandbox.SandboxRecords;
import java.net.ServerSocket;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** A service that is stopped while it applies an event: the next one applies it. */
class StoppedLiveEventsTest {

  @Test
  void goBackToWhereTheyWait() throws Exception {
    try (Stage stage = Stage.small();
        JiraSender sender = new JiraSender()) {
      int port = configure(stage);
      String issue =
          SandboxRecords.generate(stage.settings).requests().get(3).path("issueId").asText();
      Predicate<Recorded> read = request -> request.path().endsWith("/request/" + issue);
      stage.site.on(read, new Fault.Hang());
      CompletableFuture<Stage.Ending> service = stage.start();
      Eventually.holds("it is taken", () -> sends(sender, port, issue));
      assertThat(stage.site.await(read)).isTrue();

      stage.stop.ask();
      assertThat(service.get(60, TimeUnit.SECONDS).exitCode()).isZero();
      assertThat(stage.port.count("jsmCustomerRequest")).isZero();

      stage.site.heal();
      Process next = Launched.start(stage);
      Eventually.holds("it is applied", () -> stage.port.count("jsmCustomerRequest") == 1);
      next.destroy();
      next.waitFor();
    }
  }

  private static boolean sends(JiraSender sender, int port, String issue) {
    try {
      return sender
          .send(port, "one", JiraSender.event("jira:issue_updated", issue))
          .equals(Optional.of(200));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int configure(Stage stage) throws Exception {
    try (ServerSocket any = new ServerSocket(0)) {
      int port = any.getLocalPort();
      stage
          .set("OCEAN__EVENT_LISTENER", "{\"type\":\"WEBHOOKS_ONLY\"}")
          .set("OCEAN__INTEGRATION__TYPE", "jsm")
          .set("OCEAN__INTEGRATION__CONFIG__WEBHOOK_SECRET", JiraSender.SECRET)
          .set("APPLICATION__PORT", Integer.toString(port));
      return port;
    }
  }
}
