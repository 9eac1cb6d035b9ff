package dev.seaway.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaway.distribution.fake.Fault;
import dev.seaway.distribution.fake.Recorded;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** A service that is stopped while it applies an event: the next one applies it. */
class StoppedLiveEventsTest {

  @Test
  void goBackToWhereTheyWait() throws Exception {
    int port = FreePort.find();
    try (Stage stage =
            Stage.small().webhooksOnly().set("APPLICATION__PORT", Integer.toString(port));
        JiraSender sender = new JiraSender()) {
      String issue = RequestIds.atSite(stage).get(3);
      String updated = JiraSender.event("jira:issue_updated", issue);
      Predicate<Recorded> read = request -> request.path().endsWith("/request/" + issue);
      stage.site.on(read, new Fault.Hang());
      CompletableFuture<Stage.Ending> service = stage.start();
      Eventually.holds("it is taken", () -> sender.isTaken(port, "one", updated));
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
}
