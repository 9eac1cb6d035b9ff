package dev.seaway.core.events.disk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaway.core.events.EventQueue.Posted;
import dev.seaway.core.events.EventQueue.Taken;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SubjectsTest {

  private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");

  private final Subjects subjects = new Subjects();

  @Test
  void tryAFewAgainAtATimeAndLetTheOthersGoOn() {
    waiting(20);
    subjects.add(100, event("fresh"));

    List<Taken> taken = all();

    assertThat(taken).hasSize(Subjects.MOST_RETRYING + 1);
    assertThat(taken.subList(0, 2)).extracting(Taken::number).contains(100L);
    taken.forEach(each -> subjects.settle(each.number(), each.event()));
    assertThat(all()).hasSize(Subjects.MOST_RETRYING);
  }

  @Test
  void tryAgainWhatWaitsHoweverMuchIsNew() {
    waiting(1);
    for (int number = 100; number < 110; number++) {
      subjects.add(number, event("fresh/" + number));
    }

    assertThat(all().subList(0, 2)).extracting(Taken::number).contains(0L);
  }

  /** Subjects whose events were tried once, and are due again. */
  private void waiting(int many) {
    for (int number = 0; number < many; number++) {
      subjects.add(number, event("waiting/" + number));
    }
    all().forEach(each -> subjects.park(each, NOW));
  }

  private List<Taken> all() {
    List<Taken> all = new ArrayList<>();
    Optional<Taken> next = subjects.poll(NOW);
    while (next.isPresent()) {
      all.add(next.get());
      next = subjects.poll(NOW);
    }
    return all;
  }

  private static Posted event(String subject) {
    return new Posted(Optional.empty(), subject, "payload", NOW);
  }
}
