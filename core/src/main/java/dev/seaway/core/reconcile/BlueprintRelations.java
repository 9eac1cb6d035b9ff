package dev.seaway.core.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.core.catalog.CatalogClient;
import dev.seaway.core.catalog.CatalogException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The relations of blueprints as the catalog defines them; it is asked once for each. */
final class BlueprintRelations {

  private static final Logger log = LoggerFactory.getLogger(BlueprintRelations.class);

  private final CatalogClient catalog;
  private final Map<String, Map<String, String>> known = new HashMap<>();

  BlueprintRelations(CatalogClient catalog) {
    this.catalog = catalog;
  }

  /** The names of a blueprint's relations, and the blueprint that each leads to. */
  Map<String, String> of(String blueprint) {
    return known.computeIfAbsent(blueprint, this::ask);
  }

  /**
   * Whether relations lead from the one to the other, directly or over others. They are taken to do
   * so where the catalog does not show a blueprint, as it may with its own.
   */
  boolean lead(String from, String to) {
    Set<String> visited = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(from));
    while (!open.isEmpty()) {
      Optional<Collection<String>> targets = shown(open.remove());
      if (targets.isEmpty() || targets.get().contains(to)) {
        return true;
      }
      targets.get().stream().filter(visited::add).forEach(open::add);
    }
    return false;
  }

  private Optional<Collection<String>> shown(String blueprint) {
    try {
      return Optional.of(of(blueprint).values());
    } catch (CatalogException e) {
      log.warn("Takes no dependents along: {}", e.getMessage());
      return Optional.empty();
    }
  }

  private Map<String, String> ask(String blueprint) {
    Map<String, String> targets = new LinkedHashMap<>();
    Optional<JsonNode> definition = catalog.blueprint(blueprint);
    definition.stream()
        .flatMap(found -> found.path("relations").properties().stream())
        .filter(relation -> !relation.getValue().path("target").asText().isEmpty())
        .forEach(
            relation ->
                targets.put(relation.getKey(), relation.getValue().path("target").asText()));
    return targets;
  }
}
