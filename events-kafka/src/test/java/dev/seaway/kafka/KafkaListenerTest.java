package dev.seaway.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaway.core.FakeApi;
import dev.seaway.core.catalog.Integration;
import dev.seaway.core.catalog.Organization;
import dev.seaway.core.config.EventListener;
import dev.seaway.core.config.KafkaAccess;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestBroker.Shared.class)
class KafkaListenerTest {

  private static final String CHANGED = message("my-desk", "KAFKA", "2026-01-05T10:00:00Z");

  private final HandWaits waits = new HandWaits();
  private final BlockingQueue<String> requests = new LinkedBlockingQueue<>();
  private final AtomicInteger wrongPasswords = new AtomicInteger();
  private final TestBroker broker;

  KafkaListenerTest(TestBroker broker) {
    this.broker = broker;
  }

  @Test
  void asksForAResyncAtChangesOfThisIntegrationAlone() throws Exception {
    broker.topic("one.change.log", "one.jsm.my-desk");
    KafkaListener listener = listener("one");
    listener.start(requests::add);

    broker.send(
        "one.change.log",
        message("other-desk", "KAFKA", "2026-01-05T10:00:00Z"),
        message("my-desk", "WEBHOOK", "2026-01-05T10:00:00Z"),
        message("my-desk", "KAFKA", "2026-01-05T09:00:00Z"),
        "{'diff':{'after':null}}",
        "no JSON",
        CHANGED,
        message("other-desk", "KAFKA", "2026-01-05T10:00:00Z"),
        CHANGED);
    await();
    await();
    listener.close();

    assertThat(requests).isEmpty();
    assertThat(broker.committed("one.change.log", "one.jsm.my-desk")).isEqualTo(8);
    assertThat(listener.obstacle()).isEmpty();
  }

  @Test
  void readsAMessageAgainWhoseRequestWasNotTaken() throws Exception {
    broker.topic("two.change.log", "two.jsm.my-desk");
    broker.send("two.change.log", CHANGED);
    AtomicInteger refused = new AtomicInteger(1);
    KafkaListener listener = listener("two");
    listener.start(
        reason -> {
          if (refused.getAndDecrement() > 0) {
            throw new IllegalStateException("not now");
          }
          requests.add(reason);
        });

    await();
    listener.close();

    assertThat(broker.committed("two.change.log", "two.jsm.my-desk")).isEqualTo(1);
  }

  @Test
  void asksForTheCredentialsAnewWhereTheyAreRefused() throws Exception {
    broker.topic("three.change.log", "three.jsm.my-desk");
    broker.send("three.change.log", CHANGED);
    wrongPasswords.set(1);
    KafkaListener listener = listener("three");
    assertThat(listener.obstacle()).contains("Kafka has not answered yet");

    listener.start(requests::add);
    await();
    listener.close();

    assertThat(waits.slept).hasSize(1);
    assertThat(wrongPasswords.get()).isNegative();
  }

  @Test
  void hearsOfChangesAfterTheBrokerWasAway() throws Exception {
    broker.topic("four.change.log", "four.jsm.my-desk");
    broker.send("four.change.log", CHANGED);
    KafkaListener listener = listener("four");
    listener.start(requests::add);
    await();

    broker.stop();
    broker.startAgain();
    broker.send("four.change.log", CHANGED);
    await();
    listener.close();

    assertThat(listener.obstacle()).isEmpty();
  }

  /** What was told before, nobody has heard. */
  @Test
  void asksForOneResyncWhereTheGroupHasNoPlaceYet() throws Exception {
    try (Admin admin = broker.cluster().admin()) {
      admin.createTopics(List.of(new NewTopic("five.change.log", 1, (short) 1))).all().get();
    }
    broker.send("five.change.log", CHANGED);
    KafkaListener listener = listener("five");
    listener.start(requests::add);
    assertThat(requests.poll(2, TimeUnit.MINUTES)).contains("no place in five.change.log yet");
    while (broker.committed("five.change.log", "five.jsm.my-desk") < 1) {
      Thread.onSpinWait();
    }
    listener.close();

    broker.send("five.change.log", CHANGED);
    KafkaListener next = listener("five");
    next.start(requests::add);
    await();
    next.close();

    assertThat(requests).isEmpty();
  }

  private void await() throws InterruptedException {
    assertThat(requests.poll(2, TimeUnit.MINUTES))
        .isEqualTo("the catalog tells by Kafka that the integration was changed");
  }

  private KafkaListener listener(String organization) {
    KafkaAccess access = broker.access();
    FakeApi catalog = new FakeApi(request -> answer(request.target(), organization));
    return new KafkaListener(
        new EventListener.Kafka(
            String.join(",", access.brokers()), access.protocol(), access.mechanism(), true),
        new Integration("jsm", "my-desk", "1.0.0"),
        new Organization(catalog),
        waits);
  }

  private String answer(String target, String organization) {
    return switch (target) {
      case "/v1/organization" -> "{'organization':{'id':'%s'}}".formatted(organization);
      case "/v1/kafka-credentials" ->
          "{'credentials':{'username':'%s','password':'%s'}}"
              .formatted(
                  TestBroker.username(),
                  wrongPasswords.getAndDecrement() > 0 ? "wrong" : TestBroker.password());
      default -> throw new IllegalArgumentException(target);
    };
  }

  private static String message(String identifier, String destination, String updated) {
    return """
    {"diff": {"after": {"identifier": "%s", "updatedAt": "%s",
      "resyncState": {"updatedAt": "2026-01-05T09:00:00Z"}}},
     "changelogDestination": {"type": "%s"}}
    """
        .formatted(identifier, updated, destination);
  }
}
