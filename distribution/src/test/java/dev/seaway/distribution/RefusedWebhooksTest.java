package dev.seaway.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaway.distribution.fake.FaultySite.Records;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What a service answers, by its port, to deliveries that must change nothing. */
class RefusedWebhooksTest {

  private static final String SIGNATURE = "X-Hub-Signature";
  private static final String KEY = "X-Atlassian-Webhook-Identifier";

  @Test
  void changeNothingAndAreOneLineEachInTheLog() throws Exception {
    int port = FreePort.find();
    try (Stage stage =
            Stage.small().webhooksOnly().set("APPLICATION__PORT", Integer.toString(port));
        JiraSender sender = new JiraSender()) {
      CompletableFuture<Stage.Ending> service = stage.start();
      Eventually.holds("the service answers", () -> answers(sender, port));
      String updated = JiraSender.event("jira:issue_updated", RequestIds.atSite(stage).get(3));
      byte[] bytes = updated.getBytes(StandardCharsets.UTF_8);
      String good = JiraSender.signature(bytes, JiraSender.SECRET);

      // Forged, unsigned, oversized and malformed.
      assertThat(
              sender
                  .send(port, Map.of(SIGNATURE, JiraSender.signature(bytes, "forged")), bytes)
                  .statusCode())
          .isEqualTo(401);
      assertThat(sender.send(port, Map.of(KEY, "x"), bytes).statusCode()).isEqualTo(401);
      assertThat(sender.send(port, Map.of(SIGNATURE, good), new byte[(10 << 20) + 1]).statusCode())
          .isEqualTo(413);
      assertThat(signed(sender, port, "a", "{\"webhookEvent\":").statusCode()).isEqualTo(400);
      assertThat(signed(sender, port, "b", "{\"issue\":{\"id\":\"1\"}}").statusCode())
          .isEqualTo(400);
      assertThat(signed(sender, port, "c", JiraSender.event("jira:issue_updated", "../x")))
          .satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(400));
      assertThat(stage.entityWrites(0)).isEmpty();

      // A duplicate, and one that is late: what it tells of is gone.
      assertThat(signed(sender, port, "d", updated).body()).isEqualTo("kept");
      Eventually.holds("applied", () -> stage.port.count("jsmCustomerRequest") == 1);
      assertThat(signed(sender, port, "d", updated).body()).isEqualTo("known");
      String gone = RequestIds.atSite(stage).get(9);
      stage.site.vanish(Records.REQUESTS, 10);
      assertThat(signed(sender, port, "e", JiraSender.event("jira:issue_deleted", gone)).body())
          .isEqualTo("kept");
      assertThat(signed(sender, port, "f", JiraSender.event("jira:issue_created", gone)).body())
          .isEqualTo("kept");
      assertThat(signed(sender, port, "g", updated).body()).isEqualTo("kept");
      Eventually.holds("all are applied", () -> metrics(sender, port).contains("applied\"} 4.0"));

      assertThat(stage.port.count("jsmCustomerRequest")).isEqualTo(1);
      assertThat(metrics(sender, port))
          .contains("seaway_events_total{result=\"known\"} 1.0", "seaway_events_waiting 0.0")
          .contains("seaway_events_total{result=\"refused\"} ");
      stage.stop.ask();
      Stage.Ending ending = service.get(60, TimeUnit.SECONDS);
      assertThat(ending.messages().lines().filter(line -> line.contains("Refused a ")))
          .hasSize(1 + 6)
          .noneMatch(line -> line.contains(JiraSender.SECRET) || line.contains("webhookEvent\\\""));
    }
  }

  private static HttpResponse<String> signed(JiraSender sender, int port, String key, String body)
      throws Exception {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return sender.send(
        port, Map.of(SIGNATURE, JiraSender.signature(bytes, JiraSender.SECRET), KEY, key), bytes);
  }

  /** A delivery without a signature, which is refused. */
  private static boolean answers(JiraSender sender, int port) {
    try {
      return sender.send(port, Map.of(), new byte[0]).statusCode() == 401;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String metrics(JiraSender sender, int port) {
    return sender.get(port, "/metrics");
  }
}
