package dev.seaway.benchmarks.whole;

import java.time.Duration;

/** One line of the table. */
record Scenario(Size size, Duration latency, RunKind run) {

  /** By this it is found among the recorded figures. */
  String name() {
    return size.label + " " + latency.toMillis() + "ms " + run.word();
  }
}
