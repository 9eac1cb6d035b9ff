package dev.seaway.service.listen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaway.core.FakeApi;
import dev.seaway.core.SeawayException;
import dev.seaway.service.operations.Endpoint.Reply;
import dev.seaway.service.operations.Incoming;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ListenersTest {

  private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

  private final List<String> requests = new ArrayList<>();
  private final List<Runnable> ticking = new ArrayList<>();
  private final Scheduler ticks =
      (interval, action) -> {
        ticking.add(action);
        return () -> ticking.remove(action);
      };

  @Test
  void pollingGoesOnWhereTheCatalogCannotBeAsked() {
    IntegrationWatch watch = new IntegrationWatch();
    watch.taken(FakeApi.json("{'updatedAt':'1'}"));
    AtomicInteger looks = new AtomicInteger();
    Polling polling =
        new Polling(
            () -> {
              if (looks.incrementAndGet() < 3) {
                throw new SeawayException(SeawayException.Category.EXTERNAL, "gone");
              }
              return Optional.of(FakeApi.json("{'updatedAt':'2'}"));
            },
            watch,
            Duration.ofSeconds(60),
            ticks);
    polling.start(requests::add);

    ticking.getFirst().run();
    ticking.getFirst().run();
    assertThat(requests).isEmpty();
    ticking.getFirst().run();
    ticking.getFirst().run();

    assertThat(requests).containsExactly("the catalog asks for it");
    polling.close();
    assertThat(ticking).isEmpty();
  }

  @Test
  void aScheduleKnowsItsNextTurn() {
    Schedule schedule = new Schedule(Duration.ofMinutes(30), ticks, () -> NOW);
    assertThat(schedule.next()).isEmpty();

    schedule.start(requests::add);
    ticking.getFirst().run();

    assertThat(schedule.next()).contains(NOW.plus(Duration.ofMinutes(30)));
    assertThat(requests).containsExactly("it is due by the schedule");
    schedule.close();
    assertThat(ticking).isEmpty();
  }

  @Test
  void aWebhookAnswersAtOnce() {
    Webhook webhook = new Webhook();
    assertThat(post(webhook, "POST").status()).isEqualTo(503);
    webhook.start(requests::add);

    assertThat(post(webhook, "POST").status()).isEqualTo(202);
    assertThat(post(webhook, "GET").status()).isEqualTo(405);
    assertThat(requests).hasSize(1);
    webhook.close();
    assertThat(post(webhook, "POST").status()).isEqualTo(503);
  }

  @Test
  void ticksGoOnAfterAFailureUntilTheyAreClosed() throws InterruptedException {
    CountDownLatch twice = new CountDownLatch(2);
    try (Scheduler.Repetition _ =
        Scheduler.real()
            .every(
                Duration.ofMillis(1),
                () -> {
                  twice.countDown();
                  throw new IllegalStateException("invented");
                })) {
      twice.await();
    }
    assertThat(twice.getCount()).isZero();
  }

  private static Reply post(Webhook webhook, String method) {
    return webhook.answer(new Incoming(method, "/resync", Map.of(), new byte[0]));
  }
}
