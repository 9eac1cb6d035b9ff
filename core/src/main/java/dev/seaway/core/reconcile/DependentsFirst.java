package dev.seaway.core.reconcile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Orders blueprints so that one comes before those that it relates to: what depends goes first. */
final class DependentsFirst {

  private DependentsFirst() {}

  static List<String> order(List<String> blueprints, BlueprintRelations relations) {
    if (blueprints.size() < 2) {
      return blueprints;
    }
    Map<String, List<String>> dependents = new HashMap<>();
    for (String blueprint : blueprints) {
      for (String target : relations.of(blueprint).values()) {
        dependents.computeIfAbsent(target, none -> new ArrayList<>()).add(blueprint);
      }
    }
    Set<String> ordered = new LinkedHashSet<>();
    blueprints.forEach(blueprint -> add(blueprint, dependents, new LinkedHashSet<>(), ordered));
    return List.copyOf(ordered);
  }

  private static void add(
      String blueprint,
      Map<String, List<String>> dependents,
      Set<String> path,
      Set<String> ordered) {
    if (path.add(blueprint)) {
      dependents
          .getOrDefault(blueprint, List.of())
          .forEach(dependent -> add(dependent, dependents, path, ordered));
      ordered.add(blueprint);
    }
  }
}
