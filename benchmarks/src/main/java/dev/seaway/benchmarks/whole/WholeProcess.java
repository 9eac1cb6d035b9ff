package dev.seaway.benchmarks.whole;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Measures runs of Seaway and of the floor program as whole processes, and prints the figures. */
final class WholeProcess {

  private final Options options;
  private final Stage stage;

  private WholeProcess(Options options, Stage stage) {
    this.options = options;
    this.stage = stage;
  }

  static void main(String[] arguments) throws IOException, InterruptedException {
    try {
      System.exit(run(Options.parse(arguments)) ? 0 : 1);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(2);
    }
  }

  private static boolean run(Options options) throws IOException, InterruptedException {
    Path home = home();
    Path directory = Files.createTempDirectory("seaway-bench");
    List<Comparison> comparisons;
    try (Stage stage = new Stage(home, directory)) {
      comparisons = new WholeProcess(options, stage).measure();
    }
    System.out.println(Table.markdown(comparisons));
    System.out.println(Table.calls(comparisons));
    Recorded recorded = Recorded.read(home.resolve("benchmarks/recorded.json"));
    if (options.record()) {
      recorded.keep(comparisons);
      return true;
    }
    List<String> worse = recorded.worse(comparisons);
    worse.forEach(System.out::println);
    return worse.isEmpty();
  }

  /** The checkout. */
  static Path home() {
    return Path.of(System.getProperty("seaway.home", "."));
  }

  private List<Comparison> measure() throws IOException, InterruptedException {
    List<Comparison> comparisons = new ArrayList<>();
    for (Size size : options.sizes()) {
      for (Duration latency : options.latencies()) {
        comparisons.addAll(measure(size, latency));
      }
    }
    return comparisons;
  }

  private List<Comparison> measure(Size size, Duration latency)
      throws IOException, InterruptedException {
    Map<RunKind, List<Measured>> seaway = new EnumMap<>(RunKind.class);
    Map<RunKind, List<Measured>> floor = new EnumMap<>(RunKind.class);
    for (int round = 0; round < options.repeat(); round++) {
      stage.reset(new Scenario(size, latency, RunKind.FIRST));
      for (RunKind run : RunKind.values()) {
        round(new Scenario(size, latency, run), seaway, floor);
      }
    }
    return options.runs().stream()
        .map(
            run ->
                new Comparison(
                    new Scenario(size, latency, run),
                    Measured.median(seaway.getOrDefault(run, List.of())),
                    Measured.median(floor.getOrDefault(run, List.of()))))
        .toList();
  }

  /** A first run is needed in any case: the others go on from what it wrote. */
  private void round(
      Scenario scenario, Map<RunKind, List<Measured>> seaway, Map<RunKind, List<Measured>> floor)
      throws IOException, InterruptedException {
    boolean wanted = options.runs().contains(scenario.run());
    if (!wanted && scenario.run() != RunKind.FIRST) {
      return;
    }
    if (scenario.run() == RunKind.CHANGED) {
      stage.change(RunKind.CHANGED_PERCENT);
    }
    Measured measured = stage.seaway(scenario, options.java());
    System.err.printf("%s: %.2f s%n", scenario.name(), measured.wallSeconds());
    seaway.computeIfAbsent(scenario.run(), none -> new ArrayList<>()).add(measured);
    if (wanted) {
      floor.computeIfAbsent(scenario.run(), none -> new ArrayList<>()).add(stage.floor(scenario));
    }
  }
}
