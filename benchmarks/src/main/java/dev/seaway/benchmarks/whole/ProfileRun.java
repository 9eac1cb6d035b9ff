package dev.seaway.benchmarks.whole;

import dev.seaway.benchmarks.profile.HotSpots;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Runs Seaway once under the flight recorder and shows where the time went. */
final class ProfileRun {

  private ProfileRun() {}

  /** Arguments: a size, then first, unchanged or changed; by default first. */
  static void main(String[] arguments) throws IOException, InterruptedException {
    try {
      Size size = Size.of(arguments.length > 0 ? arguments[0] : "12k");
      RunKind run = RunKind.of(arguments.length > 1 ? arguments[1] : "first");
      profile(new Scenario(size, Duration.ZERO, run));
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(2);
    }
  }

  private static void profile(Scenario scenario) throws IOException, InterruptedException {
    Path directory = Files.createTempDirectory("seaway-bench");
    Path recording = directory.resolve("run.jfr");
    try (Stage stage = new Stage(WholeProcess.home(), directory)) {
      stage.reset(scenario);
      if (scenario.run() != RunKind.FIRST) {
        stage.seaway(new Scenario(scenario.size(), scenario.latency(), RunKind.FIRST), List.of());
      }
      if (scenario.run() == RunKind.CHANGED) {
        stage.change(RunKind.CHANGED_PERCENT);
      }
      Measured measured =
          stage.seaway(
              scenario,
              List.of(
                  "-XX:FlightRecorderOptions:stackdepth=256",
                  "-XX:StartFlightRecording:filename=" + recording + ",settings=profile",
                  "-Xlog:jfr*=off"));
      System.out.printf(
          "%s: %.2f s wall, %.2f s processor, %.0f MB peak (with the recorder)%n%s%n",
          scenario.name(),
          measured.wallSeconds(),
          measured.processorSeconds(),
          measured.peakMegabytes(),
          measured.catalogCalls());
      System.out.println(stage.threads());
    }
    System.out.println(HotSpots.read(recording).text());
    System.out.println("The recording is kept in " + recording);
  }
}
