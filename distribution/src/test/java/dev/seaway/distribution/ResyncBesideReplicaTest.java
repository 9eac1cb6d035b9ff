package dev.seaway.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaway.distribution.fake.FaultySite.Records;
import dev.seaway.distribution.fake.Recorded;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** A process that resyncs, and another one that meanwhile applies events which wait in Kafka. */
class ResyncBesideReplicaTest {

  private static final String CHANGED = "changed while its page was on the way";

  @Test
  void doesNotHaveTheLastWord() throws Exception {
    try (KafkaBroker broker = KafkaBroker.start();
        Stage stage = Replicas.stage(broker);
        JiraSender sender = new JiraSender()) {
      int port = FreePort.find();
      Process replica = Replicas.start(stage, port);
      List<String> issues = RequestIds.atSite(stage);
      Eventually.holds("it is up", () -> sends(sender, port, "jira:issue_updated", issues.get(9)));
      Eventually.holds("it applies events", () -> stage.port.count("jsmCustomerRequest") == 1);
      AtomicBoolean met = new AtomicBoolean();
      stage.site.vanishAfter(
          page -> {
            if (isFirstPage(page) && met.compareAndSet(false, true)) {
              overtake(stage, sender, port, issues);
            }
            return false;
          },
          Records.REQUESTS,
          0);

      Stage.Ending ending = stage.set("OCEAN__EVENT_LISTENER", "{\"type\":\"ONCE\"}").run();

      assertThat(ending.exitCode()).as(ending.all()).isZero();
      assertThat(met).isTrue();
      assertThat(ending.messages()).contains("live events that came during the run");
      Eventually.holds("it is as the site has it", () -> stage.port.entities().contains(CHANGED));
      Eventually.holds("it is gone", () -> stage.port.count("jsmCustomerRequest") == 19);
      assertThat(stage.port.entities()).doesNotContain("\"" + issues.get(1) + "\"");
      replica.destroy();
      replica.waitFor();
    }
  }

  /** The first page is read and not yet handed over; the other process is faster. */
  private static void overtake(Stage stage, JiraSender sender, int port, List<String> issues) {
    stage.site.changeRequest(0, request -> request.put("summary", CHANGED));
    assertThat(sends(sender, port, "jira:issue_updated", issues.get(0))).isTrue();
    assertThat(sends(sender, port, "jira:issue_deleted", issues.get(1))).isTrue();
    Eventually.holds("it is written first", () -> stage.port.entities().contains(CHANGED));
  }

  private static boolean sends(JiraSender sender, int port, String name, String issue) {
    return sender.isTaken(port, name + issue, JiraSender.event(name, issue));
  }

  private static boolean isFirstPage(Recorded request) {
    return request.path().endsWith("/request")
        && (request.query("start").isEmpty() || request.query("start").contains("0"));
  }
}
