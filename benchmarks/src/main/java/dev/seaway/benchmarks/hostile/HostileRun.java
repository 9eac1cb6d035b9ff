package dev.seaway.benchmarks.hostile;

import dev.seaway.jq.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Runs the hostile programs of the tests on several threads at once and shows how long each took to
 * fail. Options: the number of threads, by default 4, and a part of the programs to run.
 *
 * <p>Exit code 1: one gave a result, broke Java, or ended more than 100 ms after its deadline three
 * times.
 */
public final class HostileRun {

  private static final long GRACE_MILLIS = 100;
  private static final long LATE_MILLIS = Limits.DEFAULT.time().toMillis() + GRACE_MILLIS;
  private static final int MAX_TRIES = 3;
  private static final int SHOWN = 15;

  private HostileRun() {}

  /** Runs them. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    int threads = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 4;
    String part = arguments.length > 1 ? arguments[1] : "";
    List<Hostile> programs = programs(part);
    List<Ended> ended = run(programs, threads);
    for (int tries = 1; tries < MAX_TRIES; tries++) {
      ended = again(programs, ended, threads);
    }
    ended.stream().filter(end -> !end.asItShould()).forEach(System.out::println);
    System.out.printf("%nThe slowest of %d, on %d threads at once:%n", ended.size(), threads);
    ended.stream()
        .sorted(Comparator.comparingLong(Ended::millis).reversed())
        .limit(SHOWN)
        .forEach(System.out::println);
    boolean good = ended.stream().allMatch(end -> end.asItShould() && !isLate(end));
    System.out.println(
        good
            ? "\nAll failed, each at most %d ms after its deadline.".formatted(GRACE_MILLIS)
            : "\nNot all failed as they should, or not by %d ms.".formatted(LATE_MILLIS));
    System.exit(good ? 0 : 1);
  }

  /** On a machine that others use too, a thread may be late because it did not run. */
  private static List<Ended> again(List<Hostile> programs, List<Ended> ended, int threads)
      throws InterruptedException {
    List<Hostile> late = new ArrayList<>();
    for (int i = 0; i < ended.size(); i++) {
      if (isLate(ended.get(i))) {
        late.add(programs.get(i));
      }
    }
    Map<String, Ended> repeated =
        run(late, threads).stream().collect(Collectors.toMap(Ended::line, Function.identity()));
    return ended.stream().map(end -> repeated.getOrDefault(end.line(), end)).toList();
  }

  private static boolean isLate(Ended end) {
    return end.millis() > LATE_MILLIS;
  }

  private static List<Hostile> programs(String part) throws IOException {
    Path file =
        Path.of(
            System.getProperty("seaway.home"), "jq/src/test/resources/dev/seaway/jq/hostile.txt");
    return Files.readAllLines(file).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#") && line.contains(part))
        .map(Hostile::of)
        .toList();
  }

  private static List<Ended> run(List<Hostile> programs, int count) throws InterruptedException {
    List<Ended> ended = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(count)) {
      List<Future<Ended>> running =
          programs.stream().map(program -> threads.submit(program::run)).toList();
      for (int i = 0; i < running.size(); i++) {
        ended.add(await(running.get(i), programs.get(i)));
      }
    }
    return ended;
  }

  private static Ended await(Future<Ended> running, Hostile program) throws InterruptedException {
    try {
      return running.get();
    } catch (ExecutionException e) {
      return new Ended(program.line(), 0, "broke Java: " + e.getCause(), false);
    }
  }
}
