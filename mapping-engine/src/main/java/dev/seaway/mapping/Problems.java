package dev.seaway.mapping;

import dev.seaway.mapping.MappingProblem.Severity;
import java.util.ArrayList;
import java.util.List;

/** Collects the faults of one document, in the order in which they are found. */
final class Problems {

  private final List<MappingProblem> found = new ArrayList<>();

  void error(String path, String message) {
    found.add(new MappingProblem(path, message, Severity.ERROR));
  }

  void warning(String path, String message) {
    found.add(new MappingProblem(path, message, Severity.WARNING));
  }

  /** Takes over what was found in a field that the document can do without. */
  void heldBack(Problems ofField) {
    for (MappingProblem problem : ofField.found) {
      found.add(
          problem.severity() == Severity.ERROR
              ? new MappingProblem(problem.path(), problem.message(), Severity.HELD_BACK)
              : problem);
    }
  }

  boolean hasErrors() {
    return found.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
  }

  List<MappingProblem> list() {
    return List.copyOf(found);
  }
}
