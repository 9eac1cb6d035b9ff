package dev.seaway.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaway.service.events.EventQueue.NewEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EventCopiesTest {

  private final List<String> written = new ArrayList<>();
  private final EventCopies copies = new EventCopies(event -> written.add(event.subject()));

  @Test
  void holdNoMoreThanAPortion() {
    for (int number = 0; number < EventCopies.MOST_EVENTS; number++) {
      assertThat(written).isEmpty();
      copies.add(event("subject/" + number, "payload"));
    }

    assertThat(written).hasSize(EventCopies.MOST_EVENTS);
    copies.flush();
    assertThat(written).hasSize(EventCopies.MOST_EVENTS);
  }

  @Test
  void holdNoMoreThanAFewMegabytes() {
    for (int number = 0; number < 5; number++) {
      copies.add(event("subject/" + number, "x".repeat(1 << 20)));
    }

    assertThat(written).hasSize(4);
  }

  @Test
  void areTheLatestOfThoseThatComeToTheSame() {
    copies.add(event("a", "1"));
    copies.add(event("b", "1"));
    copies.add(event("a", "1"));
    copies.flush();

    assertThat(written).containsExactly("b", "a");
  }

  private static NewEvent event(String subject, String payload) {
    return new NewEvent(Optional.empty(), subject, payload, HandWaits.START);
  }
}
