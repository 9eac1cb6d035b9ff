package dev.seaway.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaway.core.resync.RunSummary;
import dev.seaway.core.resync.SyncEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

class SummaryTest {

  private final RunSummary summary = new RunSummary();

  @Test
  void saysOnceWhySeveralKindsFailedWithoutTheirNames() {
    summary.on(new SyncEvent.Started(List.of("/a", "/b", "/c", "/d")));
    for (String kind : List.of("/a", "/b", "/c")) {
      summary.on(
          new SyncEvent.KindFinished(
              kind,
              false,
              "%s was not read to its end: GET https://x.example%s?start=0 answered 503"
                  .formatted(kind, kind)));
    }
    summary.on(
        new SyncEvent.KindFinished(
            "/d", false, "/d was not read to its end: GET https://x.example/d answered 404"));

    assertThat(reasons())
        .containsExactly(
            "3 kinds: INCOMPLETE: not read to its end: GET ... answered 503 (/a, /b, /c)",
            "/d is INCOMPLETE: not read to its end: GET https://x.example/d answered 404");
  }

  @Test
  void saysOnceWhatSeveralKindsAreCautionedFor() {
    summary.on(new SyncEvent.Started(List.of("desk", "site")));
    summary.on(
        new SyncEvent.KindFinished(
            "desk", true, "desk: no id in 2 of 9 records, for example key A-1"));
    summary.on(
        new SyncEvent.KindFinished(
            "site", true, "site: no id in 1 of 3 records, for example key B-1"));

    assertThat(reasons()).containsExactly("2 kinds: CAUTION: no id (desk, site)");
  }

  @Test
  void namesTheFirstOfManyKinds() {
    List<String> kinds = List.of("/a", "/b", "/c", "/d", "/e", "/f", "/g");
    summary.on(new SyncEvent.Started(kinds));
    kinds.forEach(
        kind ->
            summary.on(
                new SyncEvent.KindFinished(kind, false, kind + " was not read to its end: no")));

    assertThat(reasons()).singleElement().asString().endsWith("(/a, /b, /c, /d, /e and 2 more)");
  }

  @Test
  void doesNotRepeatTheReasonOfAnOutcome() {
    summary.on(new SyncEvent.Started(List.of("/a")));
    summary.on(
        new SyncEvent.KindFinished("/a", true, "/a: no id in 2 of 9 records, for example key A-1"));
    String other = "/a: title: null in 9 of 9 records, for example key A-1";

    assertThat(
            Summary.further(
                Summary.lines(summary),
                List.of("/a: no id in 2 of 9 records, for example key A-1", other, "Read again")))
        .containsExactly(other, "Read again");
  }

  private List<String> reasons() {
    return Summary.lines(summary).stream().skip(1 + summary.kinds().size()).toList();
  }
}
