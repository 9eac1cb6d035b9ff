package dev.seaway.core.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaway.core.SeawayException;
import dev.seaway.core.http.ApiException;
import dev.seaway.core.metrics.Meters;
import dev.seaway.core.resync.RecordSync.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What becomes of an event that cannot be applied at once. */
class EventWorkerTest {

  private static final String EVENT = "{\"name\":\"changed\",\"changes\":[]}";

  private FakeQueue queue = new FakeQueue(EVENT);

  @Test
  void isAppliedAtALaterTry() throws Exception {
    AtomicInteger tries = new AtomicInteger();

    String metrics =
        work(
            () ->
                tries.incrementAndGet() < 3
                    ? new Outcome.Rejected("not yet", true)
                    : new Outcome.Applied(1, 0));

    assertThat(queue.pauses).isEqualTo(seconds(1, 2));
    assertThat(queue.reasons).isEmpty();
    assertThat(metrics).contains("{result=\"applied\"} 1.0", "{result=\"retried\"} 2.0");
  }

  @Test
  void isGivenUpAfterSixTriesEachLaterThanTheLast() throws Exception {
    String metrics = work(() -> new Outcome.Rejected("its desk is missing", true));

    assertThat(queue.pauses).isEqualTo(seconds(1, 2, 4, 8, 16));
    assertThat(queue.reasons).containsExactly("its desk is missing");
    assertThat(metrics).contains("{result=\"dead\"} 1.0");
  }

  @Test
  void waitsForDaysWhereTheOtherSideDoesNotAnswer() throws Exception {
    work(
        () -> {
          throw new ApiException(ApiException.Reason.UNREACHABLE, "nobody is there");
        });

    assertThat(queue.pauses).allMatch(pause -> pause.compareTo(Duration.ofMinutes(5)) <= 0);
    assertThat(queue.pauses.stream().reduce(Duration.ZERO, Duration::plus))
        .isBetween(Duration.ofDays(3), Duration.ofDays(3).plusMinutes(5));
    assertThat(queue.reasons).containsExactly("nobody is there");
  }

  @Test
  void isGivenUpAtOnceWhereNoTryCanHelp() throws Exception {
    work(() -> new Outcome.Rejected("its identifier is no text", false));

    assertThat(queue.pauses).isEmpty();
    assertThat(queue.reasons).containsExactly("its identifier is no text");
  }

  @Test
  void isGivenUpAtOnceForAFaultOfTheProgram() throws Exception {
    work(
        () -> {
          throw new IllegalStateException("oops");
        });
    assertThat(queue.reasons).singleElement().asString().contains("internal", "oops");

    queue = new FakeQueue("no JSON");
    work(() -> new Outcome.Applied(0, 0));
    assertThat(queue.reasons).singleElement().asString().contains("not kept in a form");
  }

  private interface Applying {
    Outcome apply() throws SeawayException;
  }

  private String work(Applying applying) throws InterruptedException {
    try (Meters meters = new Meters(queue::now)) {
      try (EventWorker worker =
          new EventWorker(queue, _ -> applying.apply(), queue::now, _ -> {}, meters)) {
        worker.start(1);
        assertThat(queue.settled.await(60, TimeUnit.SECONDS)).isTrue();
      }
      return meters.text();
    }
  }

  private static List<Duration> seconds(long... seconds) {
    return LongStream.of(seconds).mapToObj(Duration::ofSeconds).toList();
  }
}
