package dev.seaway.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class PartitionStartTest {

  @Test
  void isBehindWhatWasApplied() {
    assertThat(PartitionStart.of(OptionalLong.of(7), 2, 9))
        .isEqualTo(new PartitionStart(7, Optional.empty()));
    assertThat(PartitionStart.of(OptionalLong.of(9), 9, 9))
        .isEqualTo(new PartitionStart(9, Optional.empty()));
    assertThat(PartitionStart.of(OptionalLong.empty(), 2, 9))
        .isEqualTo(new PartitionStart(2, Optional.empty()));
  }

  @Test
  void tellsHowManyEventsExpiredUnapplied() {
    PartitionStart beginning = PartitionStart.of(OptionalLong.of(7), 12, 20);

    assertThat(beginning.first()).isEqualTo(12);
    assertThat(beginning.loss())
        .get()
        .asString()
        .startsWith("5 events expired")
        .contains("retention.ms");
  }

  @Test
  void isTheEndWhereTheTopicIsShorterThanWhatWasApplied() {
    PartitionStart beginning = PartitionStart.of(OptionalLong.of(7), 0, 3);

    assertThat(beginning.first()).isEqualTo(3);
    assertThat(beginning.loss()).get().asString().startsWith("4 events that were marked");
  }
}
