package dev.seaway.core.resync;

import dev.seaway.core.catalog.CatalogException;
import dev.seaway.core.catalog.EntityKey;
import dev.seaway.core.catalog.EntityWriter;
import dev.seaway.core.catalog.KnownEntities;
import dev.seaway.core.catalog.UpsertResult;
import dev.seaway.core.catalog.UpsertResult.Written;
import dev.seaway.core.reconcile.EventGuard;
import dev.seaway.core.reconcile.SeenEntities;
import dev.seaway.mapping.Entity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
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
  private final boolean compares;
  private final boolean again;
  private final Set<EntityKey> missed = ConcurrentHashMap.newKeySet();

  /**
   * @param compares whether the catalog may hold anything to compare with
   */
  EntitySink(KnownEntities known, EntityWriter writer, SeenEntities seen, boolean compares) {
    this(known, writer, seen, compares, false);
  }

  private EntitySink(
      KnownEntities known,
      EntityWriter writer,
      SeenEntities seen,
      boolean compares,
      boolean again) {
    this.compares = compares;
    this.again = again;
    this.known = known;
    this.writer = writer;
    this.seen = seen;
  }

  /**
   * The distinct entities of one page.
   *
   * @param firstSeen those whose key this run had not seen before, compared by identity
   */
  record Batch(List<Entity> entities, Set<Entity> firstSeen) {

    /**
     * True if an earlier page of this run has named one of these keys: then the order of writing
     * matters.
     */
    boolean repeatsKeys() {
      return entities.stream()
          .anyMatch(entity -> !entity.hasSearchIdentifier() && !firstSeen.contains(entity));
    }
  }

  /**
   * For what is read once more: remembers all keys, and writes only entities that this sink has not
   * seen.
   */
  EntitySink again() {
    return new EntitySink(known, writer, seen, true, true);
  }

  /** Remembers the keys of a page's entities. Called in the order of the pages. */
  Batch remember(List<Entity> page) {
    List<Entity> entities = PageEntities.distinct(page);
    Set<Entity> firstSeen = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Entity entity : entities) {
      if (seen.add(entity)) {
        firstSeen.add(entity);
      }
    }
    return new Batch(again ? missed(entities, firstSeen) : entities, firstSeen);
  }

  /** Of what is named by a search it is not known whether it was seen, so it is written again. */
  private List<Entity> missed(List<Entity> entities, Set<Entity> firstSeen) {
    firstSeen.forEach(entity -> missed.add(key(entity)));
    return entities.stream()
        .filter(entity -> entity.hasSearchIdentifier() || missed.contains(key(entity)))
        .toList();
  }

  private static EntityKey key(Entity entity) {
    return new EntityKey(entity.blueprint(), entity.id());
  }

  /** One result for each entity. May be called for several batches at a time. */
  List<UpsertResult> write(Batch batch) {
    return write(
        batch.entities(),
        entities -> {
          List<UpsertResult> results = new ArrayList<>(entities.size());
          byBlueprint(entities)
              .forEach((blueprint, group) -> results.addAll(write(blueprint, group)));
          return results;
        });
  }

  /**
   * What a live event has written since the run began is newer than any page of it, and left alone.
   */
  private List<UpsertResult> write(
      List<Entity> entities, Function<List<Entity>, List<UpsertResult>> writing) {
    List<EntityKey> keys =
        entities.stream()
            .filter(entity -> !entity.hasSearchIdentifier())
            .map(EntitySink::key)
            .toList();
    try (EventGuard.Claim claim = seen.claim(keys)) {
      if (claim.keys().size() == keys.size()) {
        return writing.apply(entities);
      }
      Set<EntityKey> claimed = Set.copyOf(claim.keys());
      List<Entity> mine = new ArrayList<>(entities.size());
      List<UpsertResult> results = new ArrayList<>(entities.size());
      for (Entity entity : entities) {
        if (entity.hasSearchIdentifier() || claimed.contains(key(entity))) {
          mine.add(entity);
        } else {
          results.add(new UpsertResult.Unchanged(entity));
        }
      }
      results.addAll(writing.apply(mine));
      return results;
    }
  }

  /** Remembers what was written of entities that the catalog held before. */
  void count(Batch batch, List<UpsertResult> results) {
    results.forEach(result -> remember(result, batch.firstSeen()));
  }

  /** Writes an entity once more, now that what it relates to may exist. */
  UpsertResult writeLate(Entity entity) {
    UpsertResult result =
        write(List.of(entity), mine -> mine.stream().map(writer::write).toList()).getFirst();
    remember(result, Set.of());
    return result;
  }

  private List<UpsertResult> write(String blueprint, List<Entity> entities) {
    Set<Entity> unchanged = compares ? unchanged(blueprint, entities) : Set.of();
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

  /** The catalog may name an entity otherwise than it was sent: by a search, or in another form. */
  private void remember(UpsertResult result, Set<Entity> firstSeen) {
    if (result instanceof Written written) {
      Entity entity = written.entity();
      boolean renamed = entity.hasSearchIdentifier() || !written.identifier().equals(entity.id());
      boolean newName =
          renamed && seen.add(new EntityKey(entity.blueprint(), written.identifier()));
      boolean first = entity.hasSearchIdentifier() ? newName : firstSeen.contains(entity);
      if (first && !written.created()) {
        seen.rewritten(entity.blueprint());
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
