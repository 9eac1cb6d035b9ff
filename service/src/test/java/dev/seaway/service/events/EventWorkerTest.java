package dev.seaway.service.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaway.core.ApiFailures;
import dev.seaway.core.SeawayException;
import dev.seaway.core.SeawayException.Category;
import dev.seaway.core.catalog.CatalogException;
import dev.seaway.core.http.ApiException;
import dev.seaway.core.resync.RecordSync.Outcome;
import dev.seaway.service.metrics.Meters;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

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

  @ParameterizedTest
  @EnumSource(
      value = ApiException.Reason.class,
      names = {"STATUS", "TOO_LARGE"},
      mode = EnumSource.Mode.EXCLUDE)
  void waitsForDaysWhereTheAnswerTellsNothingOfTheRecord(ApiException.Reason reason)
      throws Exception {
    throwsInVain(new ApiException(reason, "no use"));

    assertThat(waited()).isGreaterThan(Duration.ofDays(3));
  }

  @ParameterizedTest
  @ValueSource(ints = {302, 407, 408, 425, 500, 503})
  void waitsForDaysWhereTheServerIsNotWell(int status) throws Exception {
    throwsInVain(ApiFailures.status(status));

    assertThat(waited()).isGreaterThan(Duration.ofDays(3));
  }

  @Test
  void waitsForDaysWhereTheCatalogDoesNotLetItIn() throws Exception {
    throwsInVain(
        new CatalogException(
            Category.USER,
            "forbidden",
            new ApiException(ApiException.Reason.PERMISSION, "forbidden")));
    assertThat(waited()).isGreaterThan(Duration.ofDays(3));

    queue = new FakeQueue(EVENT);
    throwsInVain(new CatalogException(Category.EXTERNAL, "it answers nonsense", null));
    assertThat(waited()).isGreaterThan(Duration.ofDays(3));
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 409, 410, 422})
  void isGivenUpSoonWhereTheRequestIsRefused(int status) throws Exception {
    throwsInVain(ApiFailures.status(status));

    assertThat(queue.pauses).isEqualTo(seconds(1, 2, 4, 8, 16));
  }

  private void throwsInVain(SeawayException failure) throws InterruptedException {
    work(
        () -> {
          throw failure;
        });
  }

  private Duration waited() {
    return queue.pauses.stream().reduce(Duration.ZERO, Duration::plus);
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

    queue = new FakeQueue(EVENT);
    work(
        () -> {
          throw new StackOverflowError("too deep");
        });
    assertThat(queue.reasons).singleElement().asString().contains("internal", "too deep");

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
          new EventWorker(queue, _ -> applying.apply(), queue.pausing(_ -> {}), meters)) {
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
