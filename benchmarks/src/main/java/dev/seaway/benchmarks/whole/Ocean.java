package dev.seaway.benchmarks.whole;

import java.util.Map;
import java.util.Optional;

/**
 * Figures of Port Ocean's {@code custom} integration for the same lists: recorded once, on a
 * machine with 2 cores, both fakes on the same machine, page size 50. Where a range was recorded,
 * its middle stands here.
 */
record Ocean(
    double wallSeconds, double processorSeconds, double entitiesPerSecond, double peakMegabytes) {

  private static final Map<String, Ocean> RECORDED =
      Map.of(
          "650 0ms first", new Ocean(3.0, 3.0, 215, 97),
          "12k 0ms first", new Ocean(21.6, 30.6, 557, 113),
          "12k 50ms first", new Ocean(41.6, 39.5, 290, 111),
          "12k 0ms unchanged", new Ocean(41.5, 37.5, 300, 125),
          "102k 0ms first", new Ocean(239, 335, 427, 223),
          "102k 0ms unchanged", new Ocean(209, 299, 488, 329));

  static Optional<Ocean> of(Scenario scenario) {
    return Optional.ofNullable(RECORDED.get(scenario.name()));
  }
}
