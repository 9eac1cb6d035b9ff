package dev.seaway.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SummaryTest {

  private final ConsoleSummary tally = new ConsoleSummary();

  @Test
  void saysOnceWhySeveralKindsFailedWithoutTheirNames() {
    tally.started(List.of("/a", "/b", "/c", "/d"));
    for (String kind : List.of("/a", "/b", "/c")) {
      tally.kindFinished(
          kind,
          false,
          "%s was not read to its end: GET https://x.example%s?start=0 answered 503"
              .formatted(kind, kind));
    }
    tally.kindFinished(
        "/d", false, "/d was not read to its end: GET https://x.example/d answered 404");

    assertThat(reasons())
        .containsExactly(
            "3 kinds: INCOMPLETE: not read to its end: GET ... answered 503 (/a, /b, /c)",
            "/d is INCOMPLETE: not read to its end: GET https://x.example/d answered 404");
  }

  @Test
  void saysOnceWhatSeveralKindsAreCautionedFor() {
    tally.started(List.of("desk", "site"));
    tally.kindFinished("desk", true, "desk: no id in 2 of 9 records, for example key A-1");
    tally.kindFinished("site", true, "site: no id in 1 of 3 records, for example key B-1");

    assertThat(reasons()).containsExactly("2 kinds: CAUTION: no id (desk, site)");
  }

  @Test
  void namesTheFirstOfManyKinds() {
    List<String> kinds = List.of("/a", "/b", "/c", "/d", "/e", "/f", "/g");
    tally.started(kinds);
    kinds.forEach(kind -> tally.kindFinished(kind, false, kind + " was not read to its end: no"));

    assertThat(reasons()).singleElement().asString().endsWith("(/a, /b, /c, /d, /e and 2 more)");
  }

  @Test
  void doesNotRepeatTheReasonOfAnOutcome() {
    tally.started(List.of("/a"));
    tally.kindFinished("/a", true, "/a: no id in 2 of 9 records, for example key A-1");
    String other = "/a: title: null in 9 of 9 records, for example key A-1";

    assertThat(
            Summary.further(
                Summary.lines(tally),
                List.of("/a: no id in 2 of 9 records, for example key A-1", other, "Read again")))
        .containsExactly(other, "Read again");
  }

  private List<String> reasons() {
    return Summary.lines(tally).stream().skip(1 + tally.kinds().size()).toList();
  }
}
