package dev.seaway.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaway.core.resync.RunSummary;
import dev.seaway.core.resync.SyncEvent;
import dev.seaway.core.resync.SyncListener;
import dev.seaway.distribution.logging.StatusLine;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LiveProgressTest {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final RunSummary summary = new RunSummary();
  private final SyncListener display =
      summary.and(
          new LiveProgress(
              summary,
              new StatusLine(new PrintStream(bytes, true, StandardCharsets.UTF_8), true),
              ZoneOffset.UTC));

  @Test
  void leavesOneLineForEachKind() {
    display.on(new SyncEvent.Started(List.of("/a", "/b")));
    display.on(new SyncEvent.PageRead("/a", 1, 50));
    display.on(new SyncEvent.Mapped("/a", 50, 0));
    display.on(new SyncEvent.Written("/a", 40, 8, 2));
    display.on(new SyncEvent.KindFinished("/a", true, ""));
    display.on(new SyncEvent.KindFinished("/b", false, "403"));

    assertThat(seen())
        .containsExactly(
            "/a  50 read, 40 written, 8 unchanged, 2 refused: INCOMPLETE: the catalog refused 2 of"
                + " 50 entities",
            "/b  0 read, 0 written, 0 unchanged: INCOMPLETE: 403");
  }

  @Test
  void saysHowLongItWaitsAndWhy() {
    Instant until = Instant.parse("2026-01-01T12:30:47Z");

    display.on(new SyncEvent.Waiting("site.example.com", until, "429, burst"));

    assertThat(seen()).containsExactly("Waiting for site.example.com until 12:30:47: 429, burst");
  }

  /** What a terminal shows: each line as it stands after the last return to its beginning. */
  private List<String> seen() {
    return Stream.of(bytes.toString(StandardCharsets.UTF_8).split(System.lineSeparator(), 0))
        .map(line -> line.substring(line.lastIndexOf('\r') + 1))
        .toList();
  }
}
