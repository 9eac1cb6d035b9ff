package dev.seaway.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seaway.core.ApiFailures;
import dev.seaway.core.FakeApi;
import dev.seaway.core.SeawayException;
import dev.seaway.core.catalog.CatalogClient;
import dev.seaway.core.catalog.Integration;
import dev.seaway.core.catalog.ResyncState.Status;
import dev.seaway.core.http.ApiException;
import dev.seaway.core.resync.ResyncReport;
import dev.seaway.service.listen.IntegrationWatch;
import dev.seaway.service.metrics.Meters;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ResyncRunnerTest {

  private static final ResyncReport COMPLETE =
      new ResyncReport(List.of(), Optional.empty(), List.of(), Optional.empty(), Duration.ZERO);
  private static final ResyncReport INCOMPLETE =
      new ResyncReport(
          List.of(),
          Optional.empty(),
          List.of(),
          Optional.of(new SeawayException(SeawayException.Category.EXTERNAL, "invented")),
          Duration.ZERO);

  private final List<String> states = new ArrayList<>();
  private boolean catalogIsDown;
  private volatile Runnable beforeAnswer = () -> {};
  private final HandWaits waits = new HandWaits();
  private final Meters meters = new Meters(waits);
  private final Abort abort = new Abort();
  private final FakeApi api =
      new FakeApi(
          request -> {
            beforeAnswer.run();
            if (catalogIsDown) {
              throw ApiFailures.status(503);
            }
            states.add(FakeApi.json(request.body().orElseThrow().text()).path("status").asText());
            return "{}";
          });
  private final RunState state =
      new RunState(
          new CatalogClient(api, new Integration("custom", "my", "1")),
          new IntegrationWatch(),
          Optional.empty(),
          waits);

  @AfterEach
  void close() {
    meters.close();
  }

  @Test
  void tellsHowARunEnds() {
    assertThat(run(() -> COMPLETE)).isEqualTo(new RunOutcome.Ended(COMPLETE));
    assertThat(run(() -> INCOMPLETE)).isEqualTo(new RunOutcome.Ended(INCOMPLETE));

    assertThat(states).containsExactly("running", "completed", "running", "failed");
    assertThat(meters.text())
        .contains("seaway_resyncs_total{outcome=\"complete\"} 1.0")
        .contains("seaway_resyncs_total{outcome=\"incomplete\"} 1.0");
  }

  @ParameterizedTest
  @MethodSource("faults")
  void survivesAFaultOfItsOwn(Throwable fault) {
    RunOutcome outcome =
        run(
            () -> {
              throw sneaky(fault);
            });

    assertThat(outcome).isInstanceOf(RunOutcome.Failed.class);
    assertThat(states).containsExactly("running", "failed");
  }

  private static Stream<Throwable> faults() {
    return Stream.of(
        new IllegalStateException("invented"),
        new StackOverflowError("invented"),
        new NoClassDefFoundError("invented"));
  }

  @SuppressWarnings("unchecked")
  private static <T extends Throwable> RuntimeException sneaky(Throwable fault) throws T {
    throw (T) fault;
  }

  @Test
  void tellsTheEndAlsoWhereTheVirtualMachineFails() {
    assertThatThrownBy(
            () ->
                run(
                    () -> {
                      throw new OutOfMemoryError("invented");
                    }))
        .isInstanceOf(OutOfMemoryError.class);

    assertThat(states).containsExactly("running", "failed");
  }

  @Test
  void endsWhatIsInterruptedAsAborted() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    Thread stopper =
        Thread.ofVirtual()
            .start(
                () -> {
                  await(begun);
                  abort.ask();
                });

    RunOutcome outcome =
        run(
            () -> {
              begun.countDown();
              await(new CountDownLatch(1));
              throw new ApiException(ApiException.Reason.INTERRUPTED, "interrupted");
            });

    stopper.join();
    assertThat(outcome).isEqualTo(new RunOutcome.Aborted());
    assertThat(states).containsExactly("running", "aborted");
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void tellsLaterWhatTheCatalogDidNotTake() {
    RunOutcome outcome =
        run(
            () -> {
              catalogIsDown = true;
              return COMPLETE;
            });
    assertThat(outcome).isEqualTo(new RunOutcome.Ended(COMPLETE));
    assertThat(states).containsExactly("running");

    catalogIsDown = false;
    state.reportAgain();
    state.reportAgain();

    assertThat(states).containsExactly("running", "completed");
  }

  /** Telling it again may take as long as the catalog asks to wait: a day. */
  @Test
  void aStopEndsTheWaitForWhatIsToldAgain() throws Exception {
    run(
        () -> {
          catalogIsDown = true;
          return COMPLETE;
        });
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch mayAnswer = new CountDownLatch(1);
    beforeAnswer =
        () -> {
          asked.countDown();
          await(mayAnswer);
        };
    CompletableFuture<Boolean> waited = new CompletableFuture<>();
    try {
      Thread.ofVirtual().start(state::reportAgain);
      asked.await();

      Thread.ofVirtual()
          .start(() -> waited.complete(state.ended(Status.COMPLETED, waits.instant())))
          .interrupt();

      assertThat(waited.get(60, TimeUnit.SECONDS)).isFalse();
    } finally {
      mayAnswer.countDown();
    }
  }

  @Test
  void closesARunThatNobodyEnded() {
    state.closeForgotten(FakeApi.json("{'resyncState':{'status':'completed'}}"));
    state.closeForgotten(FakeApi.json("{}"));
    assertThat(states).isEmpty();

    state.closeForgotten(FakeApi.json("{'resyncState':{'status':'running'}}"));

    assertThat(states).containsExactly("aborted");
  }

  private RunOutcome run(Supplier<ResyncReport> resync) {
    return new ResyncRunner(resync, state, () -> {}, abort, meters, waits).run();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
