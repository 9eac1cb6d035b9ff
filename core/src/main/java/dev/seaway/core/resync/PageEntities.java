package dev.seaway.core.resync;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seaway.core.catalog.EntityKey;
import dev.seaway.mapping.Entity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The entities of one page, each key once: a bulk must not name an entity twice. */
final class PageEntities {

  private PageEntities() {}

  /**
   * Entities of one key become one, in which the later values win, as if they were written one
   * after the other.
   */
  static List<Entity> distinct(List<Entity> entities) {
    Map<EntityKey, Entity> byKey = new LinkedHashMap<>();
    List<Entity> bySearch = new ArrayList<>();
    for (Entity entity : entities) {
      if (entity.hasSearchIdentifier()) {
        bySearch.add(entity);
      } else {
        byKey.merge(new EntityKey(entity.blueprint(), entity.id()), entity, PageEntities::merged);
      }
    }
    List<Entity> distinct = new ArrayList<>(byKey.values());
    distinct.addAll(bySearch);
    return distinct;
  }

  private static Entity merged(Entity earlier, Entity later) {
    ObjectNode json = earlier.json().deepCopy();
    for (Map.Entry<String, JsonNode> field : later.json().properties()) {
      if (field.getValue() instanceof ObjectNode group
          && json.get(field.getKey()) instanceof ObjectNode before) {
        before.setAll(group);
      } else {
        json.set(field.getKey(), field.getValue());
      }
    }
    return new Entity(later.blueprint(), later.identifier(), json);
  }
}
