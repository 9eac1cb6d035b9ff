package dev.seaway.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seaway.connector.ApiRequest;
import dev.seaway.core.ApiFailures;
import dev.seaway.core.FakeApi;
import dev.seaway.core.http.ApiException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CredentialProbeTest {

  private static final ApiRequest LIST = ApiRequest.get("/list");

  private final AtomicInteger others = new AtomicInteger();
  private volatile boolean refuses;
  private volatile Instant now = Instant.parse("2026-01-05T10:00:00Z");
  private final FakeApi api =
      new FakeApi(
          _ -> {
            if (refuses) {
              throw ApiFailures.status(401);
            }
            return "{}";
          });
  private final HealthTrackingClient contact = new HealthTrackingClient("the tool", api);
  private final CredentialProbe probe =
      new CredentialProbe(contact, others::incrementAndGet, () -> now);

  @Test
  void findsThatWhatWasRefusedIsKnownAgain() {
    isRefused(LIST);
    refuses = false;

    assertThat(probe.obstacle()).isEmpty();
    assertThat(api.asked()).containsExactly("GET /list", "GET /list");
  }

  @Test
  void asksNothingOfWhoeverAnswers() {
    contact.send(LIST);

    assertThat(probe.obstacle()).isEmpty();
    assertThat(api.asked()).hasSize(1);
  }

  @Test
  void asksNotOftenerThanEveryFewSeconds() {
    isRefused(LIST);

    for (int each = 0; each < 10; each++) {
      assertThat(probe.obstacle()).contains("the tool refuses the credentials");
    }
    assertThat(api.asked()).hasSize(2);

    now = now.plus(CredentialProbe.INTERVAL);
    refuses = false;
    assertThat(probe.obstacle()).isEmpty();
  }

  @Test
  void repeatsNothingThatMayChangeSomething() {
    isRefused(
        new ApiRequest(ApiRequest.Method.POST, "/write", List.of(), Map.of(), Optional.empty()));

    assertThat(probe.obstacle()).isPresent();
    assertThat(others).hasValue(1);
    assertThat(api.asked()).hasSize(1);
  }

  private void isRefused(ApiRequest request) {
    refuses = true;
    assertThatThrownBy(() -> contact.send(request)).isInstanceOf(ApiException.class);
  }
}
