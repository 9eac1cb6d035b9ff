package dev.seaway.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ConsoleSummaryTest {

  private static final String KIND = "/desk";

  private final ConsoleSummary summary = new ConsoleSummary();

  ConsoleSummaryTest() {
    summary.started(List.of(KIND));
    summary.pageRead(KIND, 1, 3);
    summary.mapped(KIND, 3);
  }

  @Test
  void callsCompleteWhatWasReadAndWritten() {
    summary.written(KIND, 2, 1, 0);
    summary.kindFinished(KIND, true, "");

    assertThat(outcome()).isEqualTo("complete");
  }

  @Test
  void showsWhatWasRepeatedOnlyWhereSomethingWas() {
    summary.written(KIND, 2, 0, 0);
    assertThat(Summary.lines(summary).getFirst()).doesNotContain("repeated");

    summary.repeated(KIND, 1);
    summary.kindFinished(KIND, true, "");

    assertThat(Summary.lines(summary))
        .containsExactly(
            "kind   read  mapped  written  unchanged  refused  repeated  outcome",
            "/desk     3       3        2          0        0         1  complete");
  }

  @Test
  void doesNotCallCompleteWhatTheCatalogRefusedEvenAfterItsEnd() {
    summary.kindFinished(KIND, true, "");
    summary.written(KIND, 0, 0, 3);

    assertThat(outcome()).isEqualTo("INCOMPLETE: the catalog refused 3 of 3 entities");
  }

  @Test
  void namesTheFaultOfTheReadingBeforeThatOfTheWriting() {
    summary.written(KIND, 0, 0, 3);
    summary.kindFinished(KIND, false, "page 2 answered 500");

    assertThat(outcome()).isEqualTo("INCOMPLETE: page 2 answered 500");
  }

  @Test
  void cautionsWhereNothingIsDeletedByACompleteKind() {
    summary.kindFinished(KIND, true, "not one of its records has an identifier");

    assertThat(outcome()).isEqualTo("CAUTION: not one of its records has an identifier");
  }

  @Test
  void keepsTheWorstOfSeveralReadingsOfOneName() {
    summary.kindFinished(KIND, true, "odd");
    summary.kindFinished(KIND, true, "");
    assertThat(outcome()).isEqualTo("CAUTION: odd");
    summary.kindFinished(KIND, false, "403");
    summary.kindFinished(KIND, true, "");
    assertThat(outcome()).isEqualTo("INCOMPLETE: 403");
  }

  private String outcome() {
    return summary.count(KIND).outcome();
  }
}
