package dev.seaway.benchmarks.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class OptionsTest {

  @Test
  void measuresTheSmallSizesByDefault() {
    assertThat(Options.parse()).isEqualTo(Options.DEFAULT);
  }

  @Test
  void readsEveryOption() {
    Options options =
        Options.parse(
            "--sizes",
            "102k,1M",
            "--latencies",
            "0,50",
            "--runs",
            "first,changed",
            "--repeat",
            "5",
            "--heap",
            "100m",
            "--java",
            "-XX:+UseZGC -Xss1m",
            "--record");

    assertThat(options.sizes()).containsExactly(Size.S102K, Size.S1M);
    assertThat(options.latencies()).containsExactly(Duration.ZERO, Duration.ofMillis(50));
    assertThat(options.runs()).containsExactly(RunKind.FIRST, RunKind.CHANGED);
    assertThat(options.repeat()).isEqualTo(5);
    assertThat(options.java()).containsExactly("-Xmx100m", "-XX:+UseZGC", "-Xss1m");
    assertThat(options.record()).isTrue();
  }

  @Test
  void saysWhatIsWrongWithAnOption() {
    assertThatThrownBy(() -> Options.parse("--sizes", "13k"))
        .hasMessage("--sizes has \"13k\"; it must be one of 650, 12k, 102k, 1M");
    assertThatThrownBy(() -> Options.parse("--runs", "second")).hasMessageContaining("\"second\"");
    assertThatThrownBy(() -> Options.parse("--repeat", "0")).hasMessageContaining("1 or more");
    assertThatThrownBy(() -> Options.parse("--latencies", "x")).hasMessageContaining("a number");
    assertThatThrownBy(() -> Options.parse("--heap")).hasMessage("--heap needs a value");
    assertThatThrownBy(() -> Options.parse("--size", "650")).hasMessageContaining("--sizes");
  }
}
