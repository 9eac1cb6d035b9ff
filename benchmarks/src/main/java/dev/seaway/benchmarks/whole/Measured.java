package dev.seaway.benchmarks.whole;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * One run, or the medians of several.
 *
 * @param firstRequest seconds until the source was asked for the first page
 * @param catalogCalls how many of which kind, for people
 */
record Measured(
    double wallSeconds,
    double processorSeconds,
    double peakMegabytes,
    double firstRequest,
    double sourceCalls,
    double sourceMegabytes,
    String catalogCalls) {

  private static final double MEGA = 1_000_000;

  static Measured of(Child.Ended ended, JsonNode source, JsonNode catalog) {
    Instant first = Instant.EPOCH.plus(source.path("firstCallMicros").asLong(), ChronoUnit.MICROS);
    return new Measured(
        seconds(ended.wall()),
        seconds(ended.processor()),
        ended.peakBytes() / MEGA,
        seconds(Duration.between(ended.started(), first)),
        source.path("calls").asDouble(),
        source.path("bytes").asDouble() / MEGA,
        calls(catalog.path("calls")));
  }

  static Measured median(List<Measured> runs) {
    return new Measured(
        median(runs, Measured::wallSeconds),
        median(runs, Measured::processorSeconds),
        median(runs, Measured::peakMegabytes),
        median(runs, Measured::firstRequest),
        median(runs, Measured::sourceCalls),
        median(runs, Measured::sourceMegabytes),
        runs.getLast().catalogCalls());
  }

  private static double median(List<Measured> runs, ToDoubleFunction<Measured> value) {
    double[] sorted = runs.stream().mapToDouble(value).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }

  private static String calls(JsonNode kinds) {
    return kinds.properties().stream()
        .filter(kind -> kind.getValue().path("calls").asLong() > 0)
        .map(
            kind ->
                "%s %d (%.1f MB in, %.1f MB out)"
                    .formatted(
                        kind.getKey().toLowerCase(java.util.Locale.ROOT),
                        kind.getValue().path("calls").asLong(),
                        kind.getValue().path("received").asLong() / MEGA,
                        kind.getValue().path("sent").asLong() / MEGA))
        .collect(Collectors.joining(", "));
  }
}
