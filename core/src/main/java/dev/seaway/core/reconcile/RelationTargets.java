package dev.seaway.core.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.core.catalog.CatalogClient;
import dev.seaway.core.catalog.EntityKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Knows whether a seen entity relates to a key. Asks the catalog for the blueprints' relations,
 * when it must know first.
 */
final class RelationTargets {

  private record Relation(String blueprint, String name) {}

  private final CatalogClient catalog;
  private final SeenEntities seen;
  private @Nullable Map<String, List<Relation>> byTarget;

  RelationTargets(CatalogClient catalog, SeenEntities seen) {
    this.catalog = catalog;
    this.seen = seen;
  }

  boolean contains(EntityKey key) {
    return byTarget().getOrDefault(key.blueprint(), List.of()).stream()
        .anyMatch(
            relation -> seen.relates(relation.blueprint(), relation.name(), key.identifier()));
  }

  private Map<String, List<Relation>> byTarget() {
    Map<String, List<Relation>> known = byTarget;
    if (known == null) {
      known = new HashMap<>();
      for (String blueprint : seen.relations().keySet()) {
        addRelations(blueprint, known);
      }
      byTarget = known;
    }
    return known;
  }

  private void addRelations(String blueprint, Map<String, List<Relation>> byTarget) {
    JsonNode definitions =
        catalog
            .blueprint(blueprint)
            .map(found -> found.path("relations"))
            .orElseGet(com.fasterxml.jackson.databind.node.MissingNode::getInstance);
    for (String name : seen.relations().getOrDefault(blueprint, java.util.Set.of())) {
      String target = definitions.path(name).path("target").asText("");
      byTarget
          .computeIfAbsent(target, none -> new ArrayList<>())
          .add(new Relation(blueprint, name));
    }
  }
}
