package dev.seaway.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {

  private final Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(5));

  @Test
  void doublesUpToTheLongest() {
    assertThat(IntStream.rangeClosed(1, 5).mapToObj(backoff::after))
        .extracting(Duration::toSeconds)
        .containsExactly(1L, 2L, 4L, 5L, 5L);
    assertThat(backoff.after(Integer.MAX_VALUE)).isEqualTo(backoff.longest());
  }

  @Test
  void takesARandomPart() {
    assertThat(backoff.after(2, 0.25)).isEqualTo(Duration.ofMillis(500));
  }
}
