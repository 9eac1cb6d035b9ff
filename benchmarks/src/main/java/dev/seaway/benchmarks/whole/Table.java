package dev.seaway.benchmarks.whole;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The figures as Markdown. */
final class Table {

  private static final String HEAD =
      """
      | records | page latency | run | wall s | processor s | records/s | peak MB | first page after s | floor: wall s | processor s | peak MB | to the floor: wall | processor | Ocean to Seaway: wall | processor | peak |
      |---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|
      """;

  private Table() {}

  static String markdown(List<Comparison> comparisons) {
    return HEAD + comparisons.stream().map(Table::line).collect(Collectors.joining());
  }

  /** The calls at both sides, one line to a scenario. */
  static String calls(List<Comparison> comparisons) {
    return comparisons.stream()
        .map(
            comparison ->
                String.format(
                    Locale.ROOT,
                    "- %s: %.0f pages (%.1f MB); %s%n",
                    comparison.scenario().name(),
                    comparison.seaway().sourceCalls(),
                    comparison.seaway().sourceMegabytes(),
                    comparison.seaway().catalogCalls()))
        .collect(Collectors.joining());
  }

  private static String line(Comparison comparison) {
    Scenario scenario = comparison.scenario();
    Measured seaway = comparison.seaway();
    Measured floor = comparison.floor();
    return String.format(
        Locale.ROOT,
        "| %s | %d ms | %s | %.2f | %.2f | %.0f | %.0f | %.2f | %.2f | %.2f | %.0f | %.1f | %.1f |"
            + " %s |%n",
        scenario.size().label,
        scenario.latency().toMillis(),
        scenario.run().word(),
        seaway.wallSeconds(),
        seaway.processorSeconds(),
        comparison.entitiesPerSecond(),
        seaway.peakMegabytes(),
        seaway.firstRequest(),
        floor.wallSeconds(),
        floor.processorSeconds(),
        floor.peakMegabytes(),
        comparison.wallRatio(),
        comparison.processorRatio(),
        ocean(comparison));
  }

  private static String ocean(Comparison comparison) {
    Measured seaway = comparison.seaway();
    return Ocean.of(comparison.scenario())
        .map(
            ocean ->
                String.format(
                    Locale.ROOT,
                    "%.1f | %.1f | %.1f",
                    ocean.wallSeconds() / seaway.wallSeconds(),
                    ocean.processorSeconds() / seaway.processorSeconds(),
                    ocean.peakMegabytes() / seaway.peakMegabytes()))
        .orElse("- | - | -");
  }
}
