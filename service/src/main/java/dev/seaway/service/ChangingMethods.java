package dev.seaway.service;

import dev.seaway.mapping.MappingDocument;
import dev.seaway.mapping.MappingProblem;
import dev.seaway.mapping.RequestSpec;
import dev.seaway.mapping.Resource;
import dev.seaway.mapping.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Finds the requests of a mapping that may change what they are sent to: a sync reads, and reads
 * again, so that such a method is a slip unless the user says otherwise.
 */
final class ChangingMethods {

  private static final Set<String> READING = Set.of("GET", "POST");

  private ChangingMethods() {}

  static List<MappingProblem> faults(MappingDocument mapping) {
    List<MappingProblem> faults = new ArrayList<>();
    for (int i = 0; i < mapping.resources().size(); i++) {
      Resource resource = mapping.resources().get(i);
      add("resources[" + i + "].selector", resource.selector(), faults);
    }
    return faults;
  }

  private static void add(String path, Selector selector, List<MappingProblem> faults) {
    add(path, selector.request(), faults);
    selector
        .pathParameters()
        .forEach((name, read) -> add(path + ".path_parameters." + name, read.request(), faults));
  }

  private static void add(String path, RequestSpec request, List<MappingProblem> faults) {
    if (!READING.contains(request.method())) {
      faults.add(
          new MappingProblem(
              path + ".method",
              "is "
                  + request.method()
                  + ", which may change what it is sent to; use GET or POST, or allow it with"
                  + " OCEAN__SEAWAY__ALLOW_CHANGING_METHODS=true.",
              MappingProblem.Severity.ERROR));
    }
  }
}
