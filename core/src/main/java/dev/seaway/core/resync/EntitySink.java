package dev.seaway.core.resync;

import dev.seaway.core.catalog.CatalogException;
import dev.seaway.core.catalog.EntityKey;
import dev.seaway.core.catalog.EntityWriter;
import dev.seaway.core.catalog.KnownEntities;
import dev.seaway.core.catalog.UpsertResult;
import dev.seaway.core.catalog.UpsertResult.Written;
import dev.seaway.core.reconcile.SeenEntities;
import dev.seaway.mapping.Entity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a page's entities to the catalog: remembers their keys, leaves out what is unchanged,
 * writes the rest.
 */
final class EntitySink {

  private static final Logger log = LoggerFactory.getLogger(EntitySink.class);

  private final KnownEntities known;
  private final EntityWriter writer;
  private final SeenEntities seen;

  EntitySink(KnownEntities known, EntityWriter writer, SeenEntities seen) {
    this.known = known;
    this.writer = writer;
    this.seen = seen;
  }

  /** One result for each distinct entity of the page. */
  List<UpsertResult> write(List<Entity> page) {
    List<Entity> entities = PageEntities.distinct(page);
    Set<Entity> firstSeen = Collections.newSetFromMap(new IdentityHashMap<>());
    entities.stream().filter(seen::add).forEach(firstSeen::add);
    List<UpsertResult> results = new ArrayList<>(entities.size());
    byBlueprint(entities).forEach((blueprint, group) -> results.addAll(write(blueprint, group)));
    results.forEach(result -> remember(result, firstSeen));
    return results;
  }

  private List<UpsertResult> write(String blueprint, List<Entity> entities) {
    Set<Entity> unchanged = unchanged(blueprint, entities);
    List<UpsertResult> results = new ArrayList<>(entities.size());
    unchanged.forEach(entity -> results.add(new UpsertResult.Unchanged(entity)));
    results.addAll(
        writer.write(
            blueprint, entities.stream().filter(entity -> !unchanged.contains(entity)).toList()));
    return results;
  }

  /** Not knowing is no harm: then everything is written. */
  private Set<Entity> unchanged(String blueprint, List<Entity> entities) {
    List<Entity> comparable =
        entities.stream().filter(entity -> !entity.hasSearchIdentifier()).toList();
    try {
      return comparable.isEmpty() ? Set.of() : known.unchanged(blueprint, comparable);
    } catch (CatalogException e) {
      log.warn(
          "Could not compare with the catalog, so {} entities of {} are written unseen: {}",
          entities.size(),
          blueprint,
          e.getMessage());
      return Set.of();
    }
  }

  private void remember(UpsertResult result, Set<Entity> firstSeen) {
    if (result instanceof Written written) {
      String blueprint = written.entity().blueprint();
      boolean first = firstSeen.contains(written.entity());
      if (written.entity().hasSearchIdentifier()) {
        first = seen.add(new EntityKey(blueprint, written.identifier()));
      }
      if (first && !written.created()) {
        seen.rewritten(blueprint);
      }
    }
  }

  private static Map<String, List<Entity>> byBlueprint(List<Entity> entities) {
    Map<String, List<Entity>> groups = new LinkedHashMap<>();
    entities.forEach(
        entity ->
            groups.computeIfAbsent(entity.blueprint(), none -> new ArrayList<>()).add(entity));
    return groups;
  }
}
