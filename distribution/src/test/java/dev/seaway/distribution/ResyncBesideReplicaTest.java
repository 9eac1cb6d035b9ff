package dev.seaway.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seaway.distribution.fake.FaultySite.Records;
import dev.seaway.distribution.fake.Recorded;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** A process that resyncs, and another one that meanwhile applies events which wait in Kafka. */
class ResyncBesideReplicaTest {

  private static final String CHANGED = "changed while its page was on the way";

  @Test
  void doesNotHaveTheLastWord() throws Exception {
    try (KafkaBroker broker = KafkaBroker.start();
        Stage stage = live(broker);
        JiraSender sender = new JiraSender()) {
      int port = freePort();
      Process replica = replica(stage, port);
      List<String> issues = issues(stage);
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
    stage.site.change(
        records -> {
          List<ObjectNode> requests = new ArrayList<>(records.requests());
          requests.set(0, requests.getFirst().deepCopy().put("summary", CHANGED));
          return records.withRequests(requests);
        });
    assertThat(sends(sender, port, "jira:issue_updated", issues.get(0))).isTrue();
    assertThat(sends(sender, port, "jira:issue_deleted", issues.get(1))).isTrue();
    Eventually.holds("it is written first", () -> stage.port.entities().contains(CHANGED));
  }

  private static boolean isFirstPage(Recorded request) {
    return request.path().endsWith("/request")
        && (request.query("start").isEmpty() || request.query("start").contains("0"));
  }

  private static boolean sends(JiraSender sender, int port, String name, String issue) {
    try {
      return sender
          .send(port, name + issue, JiraSender.event(name, issue))
          .equals(Optional.of(200));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> issues(Stage stage) {
    List<String> issues = new ArrayList<>();
    stage.site.change(
        records -> {
          records.requests().forEach(each -> issues.add(each.path("issueId").asText()));
          return records;
        });
    return issues;
  }

  private static Process replica(Stage stage, int port) throws IOException {
    stage.set("APPLICATION__PORT", Integer.toString(port));
    return Launched.start(stage, new File(stage.directory().toFile(), "replica.log"));
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
