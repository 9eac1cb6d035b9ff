package dev.seaway.core.config;

import dev.seaway.core.SeawayException;
import java.util.List;

/** All that is wrong with the configuration, at once. */
public final class ConfigException extends SeawayException {

  private final transient List<Problem> problems;

  ConfigException(List<Problem> problems) {
    super(Category.USER, describe(problems));
    this.problems = List.copyOf(problems);
  }

  /** The faults and the warnings, in the order in which they were found. */
  public List<Problem> problems() {
    return problems;
  }

  private static String describe(List<Problem> problems) {
    List<String> faults = lines(problems, Problem.Severity.ERROR);
    List<String> warnings = lines(problems, Problem.Severity.WARNING);
    StringBuilder text = new StringBuilder("The configuration has ").append(faults.size());
    text.append(faults.size() == 1 ? " fault:" : " faults:");
    faults.forEach(line -> text.append("\n  ").append(line));
    if (!warnings.isEmpty()) {
      text.append("\nWarnings:");
      warnings.forEach(line -> text.append("\n  ").append(line));
    }
    return text.toString();
  }

  private static List<String> lines(List<Problem> problems, Problem.Severity severity) {
    return problems.stream()
        .filter(problem -> problem.severity() == severity)
        .map(Problem::line)
        .toList();
  }
}
