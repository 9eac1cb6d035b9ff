package dev.seaway.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ConsoleSummaryTest {

  private static final String KIND = "/desk";

  private final ConsoleSummary tally = new ConsoleSummary();

  ConsoleSummaryTest() {
    tally.started(List.of(KIND));
    tally.pageRead(KIND, 1, 3);
    tally.mapped(KIND, 3);
  }

  @Test
  void callsCompleteWhatWasReadAndWritten() {
    tally.written(KIND, 2, 1, 0);
    tally.kindFinished(KIND, true, "");

    assertThat(outcome()).isEqualTo("complete");
  }

  @Test
  void showsWhatWasRepeatedOnlyWhereSomethingWas() {
    tally.written(KIND, 2, 0, 0);
    assertThat(Summary.lines(tally).getFirst()).doesNotContain("repeated");

    tally.repeated(KIND, 1);
    tally.kindFinished(KIND, true, "");

    assertThat(Summary.lines(tally))
        .containsExactly(
            "kind   read  mapped  written  unchanged  refused  repeated  outcome",
            "/desk     3       3        2          0        0         1  complete");
  }

  @Test
  void doesNotCallCompleteWhatTheCatalogRefusedEvenAfterItsEnd() {
    tally.kindFinished(KIND, true, "");
    tally.written(KIND, 0, 0, 3);

    assertThat(outcome()).isEqualTo("INCOMPLETE: the catalog refused 3 of 3 entities");
  }

  @Test
  void namesTheFaultOfTheReadingBeforeThatOfTheWriting() {
    tally.written(KIND, 0, 0, 3);
    tally.kindFinished(KIND, false, "page 2 answered 500");

    assertThat(outcome()).isEqualTo("INCOMPLETE: page 2 answered 500");
  }

  @Test
  void cautionsWhereNothingIsDeletedByACompleteKind() {
    tally.kindFinished(KIND, true, "not one of its records has an identifier");

    assertThat(outcome()).isEqualTo("CAUTION: not one of its records has an identifier");
  }

  @Test
  void keepsTheWorstOfSeveralReadingsOfOneName() {
    tally.kindFinished(KIND, true, "odd");
    tally.kindFinished(KIND, true, "");
    assertThat(outcome()).isEqualTo("CAUTION: odd");
    tally.kindFinished(KIND, false, "403");
    tally.kindFinished(KIND, true, "");
    assertThat(outcome()).isEqualTo("INCOMPLETE: 403");
  }

  private String outcome() {
    return tally.count(KIND).outcome();
  }
}
