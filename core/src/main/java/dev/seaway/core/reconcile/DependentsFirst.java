package dev.seaway.core.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.core.catalog.CatalogClient;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Orders blueprints so that one comes before those that it relates to: what depends goes first. */
final class DependentsFirst {

  private DependentsFirst() {}

  static List<String> order(List<String> blueprints, CatalogClient catalog) {
    if (blueprints.size() < 2) {
      return blueprints;
    }
    Map<String, List<String>> dependents = new HashMap<>();
    for (String blueprint : blueprints) {
      for (String target : targets(catalog, blueprint)) {
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

  private static List<String> targets(CatalogClient catalog, String blueprint) {
    List<String> targets = new ArrayList<>();
    for (JsonNode relation :
        catalog
            .blueprint(blueprint)
            .map(found -> found.path("relations"))
            .orElseGet(com.fasterxml.jackson.databind.node.MissingNode::getInstance)) {
      targets.add(relation.path("target").asText());
    }
    return targets;
  }
}
