package dev.seaway.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seaway.connector.ApiRequest;
import dev.seaway.core.ApiFailures;
import dev.seaway.core.FakeApi;
import dev.seaway.core.http.ApiException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class HealthTrackingClientTest {

  private final AtomicReference<Optional<ApiException>> failure =
      new AtomicReference<>(Optional.empty());
  private final HealthTrackingClient contact =
      new HealthTrackingClient(
          "the tool",
          new FakeApi(
              _ -> {
                failure
                    .get()
                    .ifPresent(
                        each -> {
                          throw each;
                        });
                return "{}";
              }));

  @Test
  void awaitsTheFirstAnswer() {
    assertThat(contact.obstacle()).contains("the tool has not answered yet");

    contact.send(ApiRequest.get("/x"));

    assertThat(contact.obstacle()).isEmpty();
  }

  @Test
  void knowsThatTheCredentialsAreRefusedUntilTheyAreNot() {
    fails(new ApiException(ApiException.Reason.CREDENTIALS, "401"));
    assertThat(contact.obstacle()).contains("the tool refuses the credentials");
    contact.noLongerAwaited();
    assertThat(contact.obstacle()).isPresent();

    failure.set(Optional.empty());
    contact.send(ApiRequest.get("/x"));

    assertThat(contact.obstacle()).isEmpty();
  }

  @Test
  void takesAnyOtherStatusForAnAnswer() {
    fails(ApiFailures.status(500));

    assertThat(contact.obstacle()).isEmpty();
  }

  @Test
  void doesNotAwaitForEverWhoCannotBeReached() {
    fails(new ApiException(ApiException.Reason.UNREACHABLE, "nobody"));
    assertThat(contact.obstacle()).isPresent();

    contact.noLongerAwaited();

    assertThat(contact.obstacle()).isEmpty();
  }

  private void fails(ApiException with) {
    failure.set(Optional.of(with));
    assertThatThrownBy(() -> contact.send(ApiRequest.get("/x"))).isSameAs(with);
  }
}
