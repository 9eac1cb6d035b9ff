package dev.seaway.core.config;

import dev.seaway.core.SeawayException;
import java.util.List;

/** All that is wrong with the configuration, at once. */
public final class ConfigException extends SeawayException {

  private final transient List<ConfigProblem> problems;

  ConfigException(List<ConfigProblem> problems) {
    super(Category.USER, describe(problems));
    this.problems = List.copyOf(problems);
  }

  /** The faults and the warnings, in the order in which they were found. */
  public List<ConfigProblem> problems() {
    return problems;
  }

  private static String describe(List<ConfigProblem> problems) {
    List<String> faults = lines(problems, ConfigProblem.Severity.ERROR);
    List<String> warnings = lines(problems, ConfigProblem.Severity.WARNING);
    StringBuilder text = new StringBuilder("The configuration has ").append(faults.size());
    text.append(faults.size() == 1 ? " fault:" : " faults:");
    faults.forEach(line -> text.append("\n  ").append(line));
    if (!warnings.isEmpty()) {
      text.append("\nWarnings:");
      warnings.forEach(line -> text.append("\n  ").append(line));
    }
    return text.toString();
  }

  private static List<String> lines(List<ConfigProblem> problems, ConfigProblem.Severity severity) {
    return problems.stream()
        .filter(problem -> problem.severity() == severity)
        .map(ConfigProblem::line)
        .toList();
  }
}
