package dev.seaway.distribution;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What is said of several kinds or blueprints, gathered by its cause: one cause is one line,
 * however many it concerns.
 *
 * @param <T> what is known of one of them
 */
final class GroupedMessages<T> {

  private static final int SHOWN_NAMES = 5;
  private static final String LEFT_OUT = "...";
  private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s]+");
  private static final Pattern COUNTS =
      Pattern.compile(
          " (?:in \\d{1,19} of \\d{1,19} records?, for example |\\(\\d{1,19} times?, for example"
              + " ).*");

  /** Of whom it is said, and what. */
  record Said<T>(String name, T what) {}

  private final Map<String, List<Said<T>>> byCause = new LinkedHashMap<>();

  /** What is said of one of them, by the text that holds the cause. */
  void add(String name, String text, T what) {
    byCause.computeIfAbsent(cause(name, text), _ -> new ArrayList<>()).add(new Said<>(name, what));
  }

  /**
   * One line for each cause.
   *
   * @param several takes the cause, without the names, and all that it concerns
   */
  List<String> lines(
      BiFunction<String, T, String> one, BiFunction<String, List<Said<T>>, String> several) {
    List<String> lines = new ArrayList<>();
    byCause.forEach(
        (cause, said) ->
            lines.add(
                said.size() == 1
                    ? one.apply(said.getFirst().name(), said.getFirst().what())
                    : several.apply(cause, said)));
    return lines;
  }

  /** The first of the names, and how many there are beyond. */
  static String names(List<? extends Said<?>> said) {
    String names =
        said.stream().limit(SHOWN_NAMES).map(Said::name).collect(Collectors.joining(", "));
    return said.size() <= SHOWN_NAMES
        ? names
        : "%s and %d more".formatted(names, said.size() - SHOWN_NAMES);
  }

  /** The text without the name of whom it is said, the addresses that were asked, and counts. */
  static String cause(String name, String text) {
    String plain =
        text.replace(name + " was not read to its end: ", "not read to its end: ")
            .replace(name + ": ", "");
    String unnamed = name.startsWith("/") ? plain.replace(name, LEFT_OUT) : plain;
    return COUNTS.matcher(ADDRESS.matcher(unnamed).replaceAll(LEFT_OUT)).replaceFirst("");
  }
}
