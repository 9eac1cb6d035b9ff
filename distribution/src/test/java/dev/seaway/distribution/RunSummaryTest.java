package dev.seaway.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaway.core.resync.RunSummary;
import dev.seaway.core.resync.SyncEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunSummaryTest {

  private static final String KIND = "/desk";

  private final RunSummary summary = new RunSummary();

  RunSummaryTest() {
    summary.on(new SyncEvent.Started(List.of(KIND)));
    summary.on(new SyncEvent.PageRead(KIND, 1, 3));
    summary.on(new SyncEvent.Mapped(KIND, 3, 0));
  }

  @Test
  void callsCompleteWhatWasReadAndWritten() {
    summary.on(new SyncEvent.Written(KIND, 2, 1, 0));
    summary.on(new SyncEvent.KindFinished(KIND, true, ""));

    assertThat(outcome()).isEqualTo("complete");
  }

  @Test
  void showsWhatWasRepeatedOnlyWhereSomethingWas() {
    summary.on(new SyncEvent.Written(KIND, 2, 0, 0));
    assertThat(Summary.lines(summary).getFirst()).doesNotContain("repeated");

    summary.on(new SyncEvent.Mapped(KIND, 0, 1));
    summary.on(new SyncEvent.KindFinished(KIND, true, ""));

    assertThat(Summary.lines(summary))
        .containsExactly(
            "kind   read  mapped  written  unchanged  refused  repeated  outcome",
            "/desk     3       3        2          0        0         1  complete");
  }

  @Test
  void doesNotCallCompleteWhatTheCatalogRefusedEvenAfterItsEnd() {
    summary.on(new SyncEvent.KindFinished(KIND, true, ""));
    summary.on(new SyncEvent.Written(KIND, 0, 0, 3));

    assertThat(outcome()).isEqualTo("INCOMPLETE: the catalog refused 3 of 3 entities");
  }

  @Test
  void namesTheFaultOfTheReadingBeforeThatOfTheWriting() {
    summary.on(new SyncEvent.Written(KIND, 0, 0, 3));
    summary.on(new SyncEvent.KindFinished(KIND, false, "page 2 answered 500"));

    assertThat(outcome()).isEqualTo("INCOMPLETE: page 2 answered 500");
  }

  @Test
  void cautionsWhereNothingIsDeletedByACompleteKind() {
    summary.on(new SyncEvent.KindFinished(KIND, true, "not one of its records has an identifier"));

    assertThat(outcome()).isEqualTo("CAUTION: not one of its records has an identifier");
  }

  @Test
  void keepsTheWorstOfSeveralReadingsOfOneName() {
    summary.on(new SyncEvent.KindFinished(KIND, true, "odd"));
    summary.on(new SyncEvent.KindFinished(KIND, true, ""));
    assertThat(outcome()).isEqualTo("CAUTION: odd");
    summary.on(new SyncEvent.KindFinished(KIND, false, "403"));
    summary.on(new SyncEvent.KindFinished(KIND, true, ""));
    assertThat(outcome()).isEqualTo("INCOMPLETE: 403");
  }

  private String outcome() {
    return summary.kind(KIND).outcome();
  }
}
