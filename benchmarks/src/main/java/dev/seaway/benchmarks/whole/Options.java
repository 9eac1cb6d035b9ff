package dev.seaway.benchmarks.whole;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What to measure.
 *
 * @param sizes {@code --sizes}: 650, 12k, 102k, 1M; by default 650 and 12k
 * @param latencies {@code --latencies}: of each page, in milliseconds, from 0; by default 0 and 50
 * @param runs {@code --runs}: first, unchanged, changed; by default all
 * @param repeat {@code --repeat}: how often, from 1; by default 3; the table shows medians
 * @param java {@code --java}: options of Java for Seaway, after those of the launcher, separated by
 *     spaces; {@code --heap 100m} stands for {@code -Xmx100m}; by default none
 * @param record {@code --record}: keep the ratios as those to compare with
 */
record Options(
    List<Size> sizes,
    List<Duration> latencies,
    List<RunKind> runs,
    int repeat,
    List<String> java,
    boolean record) {

  static final Options DEFAULT =
      new Options(
          List.of(Size.S650, Size.S12K),
          List.of(Duration.ZERO, Duration.ofMillis(50)),
          List.of(RunKind.values()),
          3,
          List.of(),
          false);

  static Options parse(String... arguments) {
    Options options = DEFAULT;
    Iterator<String> rest = List.of(arguments).iterator();
    while (rest.hasNext()) {
      String name = rest.next();
      options =
          name.equals("--record") ? options.recording() : options.with(name, value(name, rest));
    }
    return options;
  }

  private static String value(String name, Iterator<String> rest) {
    if (!rest.hasNext()) {
      throw new IllegalArgumentException(name + " needs a value");
    }
    return rest.next();
  }

  private Options recording() {
    return new Options(sizes, latencies, runs, repeat, java, true);
  }

  private Options with(String name, String value) {
    return switch (name) {
      case "--sizes" ->
          new Options(words(value).map(Size::of).toList(), latencies, runs, repeat, java, record);
      case "--latencies" ->
          new Options(
              sizes,
              words(value).map(text -> Duration.ofMillis(number(name, text, 0))).toList(),
              runs,
              repeat,
              java,
              record);
      case "--runs" ->
          new Options(
              sizes, latencies, words(value).map(RunKind::of).toList(), repeat, java, record);
      case "--repeat" -> new Options(sizes, latencies, runs, number(name, value, 1), java, record);
      case "--heap" -> new Options(sizes, latencies, runs, repeat, added("-Xmx" + value), record);
      case "--java" -> new Options(sizes, latencies, runs, repeat, added(value), record);
      default ->
          throw new IllegalArgumentException(
              "There is no option "
                  + name
                  + "; there are --sizes, --latencies, --runs, --repeat, --heap, --java and"
                  + " --record");
    };
  }

  private List<String> added(String options) {
    return Stream.concat(java.stream(), Stream.of(options.strip().split(" +", -1))).toList();
  }

  private static Stream<String> words(String list) {
    return Stream.of(list.split(",", -1));
  }

  private static int number(String name, String text, int smallest) {
    try {
      int number = Integer.parseInt(text);
      if (number >= smallest) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(name + " is \"" + text + "\"; it must be a number", e);
    }
    throw new IllegalArgumentException(
        name + " is " + text + "; it must be " + smallest + " or more");
  }
}
