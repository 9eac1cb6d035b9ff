package dev.seaway.benchmarks.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedTest {

  private static final Scenario SCENARIO = new Scenario(Size.S12K, Duration.ZERO, RunKind.FIRST);

  @TempDir Path directory;

  @Test
  void noticesOnlyWhatIsWorseByMoreThanThirtyPercent() throws IOException {
    Path file = directory.resolve("recorded.json");
    Recorded.read(file).keep(List.of(comparison(4)));

    Recorded recorded = Recorded.read(file);

    assertThat(recorded.worse(List.of(comparison(5)))).isEmpty();
    assertThat(recorded.worse(List.of(comparison(5.5))))
        .containsExactly(
            "12k 0ms first: wall is 5.5 times the floor's; recorded is 4.0",
            "12k 0ms first: processor is 5.5 times the floor's; recorded is 4.0");
  }

  @Test
  void showsMediansOfEachMeasure() {
    assertThat(Measured.median(List.of(measured(3), measured(1), measured(2))))
        .isEqualTo(measured(2));
  }

  @Test
  void comparesWithWhatOceanNeeded() {
    assertThat(Table.markdown(List.of(comparison(5.4))))
        .contains("| 12k | 0 ms | first | 5.40 |")
        .endsWith("| 5.4 | 5.4 | 4.0 | 5.7 | 20.9 |\n");
  }

  private static Comparison comparison(double seconds) {
    return new Comparison(SCENARIO, measured(seconds), measured(1));
  }

  private static Measured measured(double seconds) {
    return new Measured(seconds, seconds, seconds, seconds, 1, 1, "");
  }
}
