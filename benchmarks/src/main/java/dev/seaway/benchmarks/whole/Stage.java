package dev.seaway.benchmarks.whole;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Both fakes, and the two programs that run against them. */
final class Stage implements AutoCloseable {

  static final int PAGE_SIZE = 50;

  private final Fake source;
  private final Fake catalog;
  private final Child child;
  private final Path home;
  private ThreadTimes threads = new ThreadTimes();

  /**
   * @param home the checkout
   * @param directory an empty folder to work in
   */
  Stage(Path home, Path directory) throws IOException {
    this.source = Fake.start(Fake.SOURCE, "-XX:+UseSerialGC", "-Xmx256m");
    this.catalog = Fake.start(Fake.CATALOG, "-XX:+UseParallelGC", "-Xms1g", "-Xmx6g");
    this.child = new Child(directory, pid -> threads.look(pid));
    this.home = home;
  }

  /** An empty catalog and a site of that size, unchanged. */
  void reset(Scenario scenario) throws IOException, InterruptedException {
    Size size = scenario.size();
    catalog.control("reset=all");
    source.control(
        "desks=%d&requests=%d&organizations=%d&largestPage=%d&latency=%d"
            .formatted(
                size.desks,
                size.requests,
                size.organizations,
                PAGE_SIZE,
                scenario.latency().toMillis()));
  }

  void change(int percent) throws IOException, InterruptedException {
    source.control("changed=" + percent);
  }

  /**
   * Runs Seaway and checks that it did what such a run has to do.
   *
   * @param more options of Java
   */
  Measured seaway(Scenario scenario, List<String> more) throws IOException, InterruptedException {
    Measured measured = run("seaway", Launcher.command(home, more), environment());
    int written = catalog.counters().path("written").asInt();
    int expected = scenario.run().written(scenario.size());
    if (written != expected) {
      throw new IllegalStateException(
          "%s: Seaway wrote %d entities; it had to write %d. What was measured is no such run."
              .formatted(scenario.name(), written, expected));
    }
    return measured;
  }

  Measured floor(Scenario scenario) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(Launcher.java(), "-XX:+UseSerialGC"));
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            "dev.seaway.benchmarks.floor.Floor",
            source.address().toString(),
            catalog.address().toString(),
            scenario.size().lists(),
            Integer.toString(PAGE_SIZE),
            Integer.toString(scenario.run().written(scenario.size())),
            Integer.toString(scenario.run().known(scenario.size()))));
    return run("floor", command, Map.of());
  }

  /** The threads of the process that was run last. */
  String threads() {
    return threads.text();
  }

  private Measured run(String name, List<String> command, Map<String, String> environment)
      throws IOException, InterruptedException {
    source.control("");
    catalog.control("reset=counts");
    threads = new ThreadTimes();
    Child.Ended ended = child.run(name, command, environment);
    JsonNode pages = source.counters();
    return Measured.of(ended, pages, catalog.counters());
  }

  /** As a user sets it; nothing of this process's own environment is passed on. */
  private Map<String, String> environment() {
    return Map.of(
        "OCEAN__EVENT_LISTENER__TYPE", "ONCE",
        "OCEAN__INTEGRATION__TYPE", "jsm",
        "OCEAN__INTEGRATION__IDENTIFIER", "bench",
        "OCEAN__INTEGRATION__CONFIG__BASE_URL", source.address().toString(),
        "OCEAN__INTEGRATION__CONFIG__USERNAME", "anyone@example.com",
        "OCEAN__INTEGRATION__CONFIG__PASSWORD", "anything",
        "OCEAN__PORT__BASE_URL", catalog.address().toString(),
        "OCEAN__PORT__CLIENT_ID", "any",
        "OCEAN__PORT__CLIENT_SECRET", "thing");
  }

  @Override
  public void close() {
    source.close();
    catalog.close();
  }
}
