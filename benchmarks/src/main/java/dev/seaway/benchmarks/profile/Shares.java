package dev.seaway.benchmarks.profile;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Adds up weights by name and shows the heaviest. */
public final class Shares {

  private final Map<String, Double> weights = new HashMap<>();
  private double total;

  /** Counts for its name and for the whole. */
  public void add(String name, double weight) {
    weights.merge(name, weight, Double::sum);
    total += weight;
  }

  /** Counts for the whole once and for each of the names, which may overlap. */
  void addAll(Iterable<String> names, double weight) {
    names.forEach(name -> weights.merge(name, weight, Double::sum));
    total += weight;
  }

  /** The heaviest names with their share of the whole. */
  public String top(String title, int count) {
    return weights.entrySet().stream()
        .sorted(
            Map.Entry.<String, Double>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder())))
        .limit(count)
        .map(
            entry ->
                String.format(
                    Locale.ROOT, "%6.1f %%  %s%n", 100 * entry.getValue() / total, entry.getKey()))
        .collect(Collectors.joining("", "\n" + title + "\n", ""));
  }
}
