package dev.seaway.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaway.core.evidence.Verdict;
import dev.seaway.core.reconcile.Decision;
import dev.seaway.core.resync.KindReport;
import dev.seaway.core.resync.KindReport.Counts;
import dev.seaway.core.resync.KindReport.Remark;
import dev.seaway.core.resync.KindReport.Remark.Severity;
import dev.seaway.core.resync.ResyncReport;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReportTest {

  @Test
  void saysOnceWhatIsSaidOfSeveralKindsAndBlueprints() {
    ResyncReport report =
        new ResyncReport(
            List.of(
                kind("/a", new Remark(Severity.REFUSED, "refused (404)", 2, 0, "desk 1")),
                kind("/b", new Remark(Severity.REFUSED, "refused (404)", 3, 0, "site 2")),
                kind("/c", new Remark(Severity.NOTE, "title: null", 9, 9, "key C-1"))),
            Optional.empty(),
            List.of(
                new Decision.Keep("desk", 2, "the catalog was in doubt", true),
                new Decision.Delete("other", 1),
                new Decision.Keep("site", 3, "the catalog was in doubt", true)),
            Optional.empty(),
            Duration.ZERO);

    assertThat(new Report(report).outcome().remarks())
        .containsExactly(
            "2 kinds: refused (404) (5 times, for example desk 1; /a, /b)",
            "/c: title: null in 9 of 9 records, for example key C-1",
            "other: deleted 1 that the tool no longer has",
            "desk, site: kept 5 that this run has not seen: the catalog was in doubt");
  }

  @Test
  void saysByWhatSignAnEndIsKnownWhereItDeletes() {
    Verdict proven = new Verdict.Proven("/total is 9, and as many different records were read");
    KindReport desks =
        new KindReport(
            "/a",
            Set.of("desk"),
            new Counts(1, 9, 0, 0, 0, 9, 0, 0),
            Optional.empty(),
            List.of(),
            Optional.of(proven),
            false);
    ResyncReport report =
        new ResyncReport(
            List.of(desks),
            Optional.empty(),
            List.of(new Decision.Delete("desk", 1), new Decision.Delete("site", 1)),
            Optional.empty(),
            Duration.ZERO);

    assertThat(new Report(report).outcome().remarks())
        .containsExactly(
            "desk: deleted 1 that the tool no longer has (/a: /total is 9, and as many different"
                + " records were read)",
            "site: deleted 1 that the mapping no longer feeds");
  }

  private static KindReport kind(String name, Remark remark) {
    return new KindReport(
        name,
        Set.of(),
        new Counts(1, 9, 0, 0, 0, 9, 0, 0),
        Optional.empty(),
        List.of(remark),
        Optional.empty(),
        false);
  }
}
