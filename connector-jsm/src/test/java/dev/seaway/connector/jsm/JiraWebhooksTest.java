package dev.seaway.connector.jsm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.seaway.connector.Change;
import dev.seaway.connector.Delivery;
import dev.seaway.connector.LiveEvents.Event;
import dev.seaway.connector.Secret;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JiraWebhooksTest {

  private static final String BODY = "Hello World!";

  /** Of {@link #BODY}, with the secret of Atlassian's documentation of signatures. */
  private static final String SIGNATURE =
      "sha256=a4771c39fbe90f317c7824e83ddef3caae9cb3d976c214ace1f2937e133263c9";

  private final JiraWebhooks webhooks =
      new JiraWebhooks(Optional.of(Secret.of("It's a Secret to Everybody")));

  @Test
  void trustsWhatIsSignedWithTheSecret() {
    assertThat(webhooks.refusal(delivery(BODY, SIGNATURE))).isEmpty();
  }

  @Test
  void refusesWhatIsNot() {
    assertThat(webhooks.refusal(delivery(BODY + " ", SIGNATURE))).isPresent();
    assertThat(webhooks.refusal(delivery(BODY, SIGNATURE.substring(7)))).isPresent();
    assertThat(webhooks.refusal(delivery(BODY, "sha256="))).isPresent();
    assertThat(webhooks.refusal(new Delivery(Map.of(), bytes(BODY)))).isPresent();
    assertThat(new JiraWebhooks(Optional.empty()).refusal(delivery(BODY, SIGNATURE))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"jira:issue_created", "jira:issue_updated"})
  void readsAnIssueAnewThatWasMadeOrChanged(String name) {
    Event event = event("{'webhookEvent':'" + name + "','issue':{'id':'10','key':'PIER-1'}}");

    assertThat(event.subject()).isEqualTo("issue/10");
    assertThat(event.changes())
        .extracting(Change::kind)
        .containsExactly("customer-request", "issue");
    assertThat(event.changes()).allMatch(Change.Stale.class::isInstance);
  }

  @Test
  void tellsWhatIsKnownOfADeletedIssue() {
    Event event = event("{'webhookEvent':'jira:issue_deleted','issue':{'id':'10','key':'PIER-1'}}");

    assertThat(event.changes().getFirst())
        .isEqualTo(
            new Change.Deleted(
                "customer-request",
                JsonNodeFactory.instance
                    .objectNode()
                    .put("issueId", "10")
                    .put("issueKey", "PIER-1")));
  }

  @Test
  void takesProjectsForServiceDesks() {
    Event event = event("{'webhookEvent':'project_created','project':{'id':7,'key':'PIER'}}");

    assertThat(event.subject()).isEqualTo("project/7");
    assertThat(((Change.Stale) event.changes().getFirst()).id()).isEqualTo("PIER");
    assertThat(
            event("{'webhookEvent':'project_deleted','project':{'id':7,'key':'PIER'}}").changes())
        .hasSize(2);
  }

  @Test
  void hasNothingToDoForOtherEvents() {
    assertThat(event("{'webhookEvent':'comment_created'}").changes()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no JSON",
        "[]",
        "{}",
        "{'webhookEvent':'jira:issue_updated'}",
        "{'webhookEvent':'jira:issue_updated','issue':{'id':'../admin'}}",
        "{'webhookEvent':'project_created','project':{'id':'7','key':'a/b'}}"
      })
  void refusesWhatJiraDoesNotSend(String body) {
    assertThatIllegalArgumentException().isThrownBy(() -> event(body));
  }

  private Event event(String body) {
    return webhooks.event(new Delivery(Map.of(), bytes(body.replace('\'', '"'))));
  }

  private static Delivery delivery(String body, String signature) {
    return new Delivery(Map.of("x-hub-signature", List.of(signature)), bytes(body));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
