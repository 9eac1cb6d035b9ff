package dev.seaway.core.reconcile;

import dev.seaway.core.catalog.EntityKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Knows whether a seen entity relates to a key. */
final class RelationTargets {

  private record Relation(String blueprint, String name) {}

  private final BlueprintRelations definitions;
  private final SeenEntities seen;
  private @Nullable Map<String, List<Relation>> byTarget;

  RelationTargets(BlueprintRelations definitions, SeenEntities seen) {
    this.definitions = definitions;
    this.seen = seen;
  }

  boolean contains(EntityKey key) {
    return byTarget().getOrDefault(key.blueprint(), List.of()).stream()
        .anyMatch(
            relation -> seen.relates(relation.blueprint(), relation.name(), key.identifier()));
  }

  /** The catalog is asked for definitions only once there is an unseen entity. */
  private Map<String, List<Relation>> byTarget() {
    Map<String, List<Relation>> known = byTarget;
    if (known == null) {
      known = new HashMap<>();
      for (Map.Entry<String, Set<String>> relations : seen.relations().entrySet()) {
        addRelations(relations.getKey(), relations.getValue(), known);
      }
      byTarget = known;
    }
    return known;
  }

  private void addRelations(
      String blueprint, Set<String> names, Map<String, List<Relation>> byTarget) {
    Map<String, String> targets = definitions.of(blueprint);
    for (String name : names) {
      byTarget
          .computeIfAbsent(targets.getOrDefault(name, ""), none -> new ArrayList<>())
          .add(new Relation(blueprint, name));
    }
  }
}
