package dev.seaway.core.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class BeginningTest {

  @Test
  void isBehindWhatWasApplied() {
    assertThat(Beginning.of(OptionalLong.of(7), 2, 9))
        .isEqualTo(new Beginning(7, Optional.empty()));
    assertThat(Beginning.of(OptionalLong.of(9), 9, 9))
        .isEqualTo(new Beginning(9, Optional.empty()));
    assertThat(Beginning.of(OptionalLong.empty(), 2, 9))
        .isEqualTo(new Beginning(2, Optional.empty()));
  }

  @Test
  void tellsHowManyEventsExpiredUnapplied() {
    Beginning beginning = Beginning.of(OptionalLong.of(7), 12, 20);

    assertThat(beginning.first()).isEqualTo(12);
    assertThat(beginning.loss())
        .get()
        .asString()
        .startsWith("5 events expired")
        .contains("retention.ms");
  }

  @Test
  void isTheEndWhereTheTopicIsShorterThanWhatWasApplied() {
    Beginning beginning = Beginning.of(OptionalLong.of(7), 0, 3);

    assertThat(beginning.first()).isEqualTo(3);
    assertThat(beginning.loss()).get().asString().startsWith("4 events that were marked");
  }
}
