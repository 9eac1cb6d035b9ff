package dev.seaway.core.resync;

import dev.seaway.core.catalog.EntityKey;
import dev.seaway.mapping.Entity;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Entities that wait to be written, oldest first. What two resources make of one entity is two
 * writes, in the order of the mapping: the first may well succeed where the second is refused. Not
 * thread-safe.
 */
final class GatheredEntities {

  private record Made(Entity entity, int resource) {}

  private final Deque<Made> waiting = new ArrayDeque<>();
  private final boolean severalResources;

  GatheredEntities(boolean severalResources) {
    this.severalResources = severalResources;
  }

  /**
   * Adds an entity.
   *
   * @param resource number of the mapping that has made it
   */
  void add(Entity entity, int resource) {
    waiting.add(new Made(entity, resource));
  }

  int size() {
    return waiting.size();
  }

  void clear() {
    waiting.clear();
  }

  /**
   * Takes the oldest: those that can be written together, at least one.
   *
   * @param most how many at most
   */
  List<Entity> take(int most) {
    List<Entity> taken = new ArrayList<>();
    Map<EntityKey, Integer> resources = new HashMap<>();
    while (taken.size() < most && !waiting.isEmpty() && fits(waiting.element(), resources)) {
      taken.add(waiting.remove().entity());
    }
    return taken;
  }

  private boolean fits(Made made, Map<EntityKey, Integer> resources) {
    Entity entity = made.entity();
    if (!severalResources || entity.hasSearchIdentifier()) {
      return true;
    }
    Integer before =
        resources.putIfAbsent(new EntityKey(entity.blueprint(), entity.id()), made.resource());
    return before == null || before == made.resource();
  }
}
