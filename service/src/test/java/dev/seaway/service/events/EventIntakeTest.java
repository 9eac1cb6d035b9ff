package dev.seaway.service.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.seaway.connector.Change;
import dev.seaway.connector.Delivery;
import dev.seaway.connector.LiveEvents;
import dev.seaway.service.metrics.Meters;
import dev.seaway.service.operations.Endpoint.Reply;
import dev.seaway.service.operations.Incoming;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventIntakeTest {

  private static Stream<Throwable> failures() {
    return Stream.of(
        new IllegalStateException("invented"),
        new StackOverflowError("invented"),
        new OutOfMemoryError("invented"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void hasTheSenderTryAgainWhereTheQueueFailsInAnyWay(Throwable failure) {
    FakeQueue queue =
        new FakeQueue("") {
          @Override
          public Receipt put(NewEvent event) {
            throw sneaky(failure);
          }
        };
    try (Meters meters = new Meters(() -> Instant.EPOCH)) {
      EventIntake intake = new EventIntake(new Desks(), queue, () -> Instant.EPOCH, meters);

      Reply reply =
          intake.answer(new Incoming("POST", "/integration/webhook", Map.of(), new byte[0]));

      assertThat(reply.status()).isEqualTo(503);
      assertThat(meters.text()).contains("{result=\"unkept\"} 1.0");
    }
  }

  private record Desks() implements LiveEvents {

    @Override
    public String path() {
      return "webhook";
    }

    @Override
    public Optional<String> refusal(Delivery delivery) {
      return Optional.empty();
    }

    @Override
    public Event event(Delivery delivery) {
      return new Event(
          "changed",
          Optional.empty(),
          "1",
          List.of(new Change.Deleted("desk", JsonNodeFactory.instance.objectNode())));
    }
  }

  @SuppressWarnings("unchecked")
  private static <T extends Throwable> RuntimeException sneaky(Throwable failure) throws T {
    throw (T) failure;
  }
}
