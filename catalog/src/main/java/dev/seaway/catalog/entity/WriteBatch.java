package dev.seaway.catalog.entity;

import dev.seaway.catalog.blueprint.Blueprint;
import dev.seaway.catalog.blueprint.Blueprints;
import dev.seaway.catalog.blueprint.RelationRule;
import dev.seaway.catalog.wire.Json;
import dev.seaway.catalog.wire.Refusal;
import dev.seaway.catalog.wire.Times;
import dev.seaway.store.Session;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Drafts of different entities that are stored together, so that they may relate to each other in
 * any order, in circles too. A draft whose targets are missing takes down those that relate to it.
 */
final class WriteBatch {
  private final Session session;
  private final Blueprints blueprints;
  private final Blueprint blueprint;
  private final Entities entities;
  private final BulkOptions options;
  private final long datasource;
  private final Map<StoredKey, PendingWrite> standing = new LinkedHashMap<>();
  private final Map<StoredKey, Long> ids = new HashMap<>();

  WriteBatch(
      Session session,
      Blueprints blueprints,
      Blueprint blueprint,
      BulkOptions options,
      long datasource) {
    this.session = session;
    this.blueprints = blueprints;
    this.blueprint = blueprint;
    this.entities = new Entities(session);
    this.options = options;
    this.datasource = datasource;
  }

  boolean has(StoredKey key) {
    return standing.containsKey(key);
  }

  void add(PendingWrite draft) {
    standing.put(draft.key(), draft);
    draft.before().ifPresent(before -> ids.put(draft.key(), before.id()));
  }

  /** A draft that cannot be stored because a target is missing. */
  record Stuck(PendingWrite draft, Refusal refusal) {}

  /** Takes out the drafts that lack a target. */
  List<Stuck> dropStuck() {
    List<Stuck> stuck = new ArrayList<>();
    int before;
    do {
      before = stuck.size();
      for (PendingWrite draft : List.copyOf(standing.values())) {
        missing(draft)
            .ifPresent(
                refusal -> {
                  standing.remove(draft.key());
                  stuck.add(new Stuck(draft, refusal));
                });
      }
    } while (stuck.size() > before);
    return stuck;
  }

  private Optional<Refusal> missing(PendingWrite draft) {
    List<Refusal> missing = new ArrayList<>();
    Entities.eachTarget(
        draft.patch().relations(),
        (relation, target) ->
            missing(draft.key(), relation, target(relation, target)).ifPresent(missing::add));
    return missing.stream().findFirst();
  }

  private Optional<Refusal> missing(StoredKey key, String relation, StoredKey target) {
    if (standing.containsKey(target) || id(target).isPresent()) {
      return Optional.empty();
    }
    if (!options.createMissing()) {
      return Optional.of(
          Refusal.notFound(
              "Entity %s: relation \"%s\" names the entity %s, which does not exist."
                  .formatted(key, relation, target)));
    }
    if (!blueprints.rules(session, target.blueprint()).bareEntitiesAllowed()) {
      return Optional.of(
          Refusal.notFound(
              "Entity %s: relation \"%s\" names the entity %s, which does not exist and is never created by a relation."
                  .formatted(key, relation, target)));
    }
    return target.valid()
        ? Optional.empty()
        : Optional.of(
            Refusal.invalid(
                "Entity %s: relation \"%s\" names %s, which is not a valid identifier."
                    .formatted(key, relation, target)));
  }

  private StoredKey target(String relation, String identifier) {
    RelationRule rule =
        Objects.requireNonNull(blueprint.relations().get(relation), "a checked relation");
    return new StoredKey(rule.target(), identifier);
  }

  private Optional<Long> id(StoredKey key) {
    Long known = ids.get(key);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<Long> found = entities.id(key);
    found.ifPresent(id -> ids.put(key, id));
    return found;
  }

  List<WriteResult.Written> store() {
    List<WriteResult.Written> written = new ArrayList<>();
    standing.values().forEach(draft -> written.add(store(draft)));
    standing.values().stream().filter(PendingWrite::relationsChange).forEach(this::relate);
    return written;
  }

  private WriteResult.Written store(PendingWrite draft) {
    boolean created = draft.before().isEmpty();
    if (created) {
      ids.put(draft.key(), entities.insert(draft.after(), datasource));
    } else {
      entities.update(draft.after(), datasource);
    }
    return new WriteResult.Written(draft.patch().index(), draft.key().identifier(), created);
  }

  private void relate(PendingWrite draft) {
    long source = id(draft.key()).orElseThrow();
    if (draft.before().isPresent()) {
      entities.unrelate(source);
    }
    Entities.eachTarget(
        draft.after().relations(),
        (relation, name) -> {
          StoredKey target = target(relation, name);
          entities.relate(source, relation, id(target).orElseGet(() -> createBare(target)));
        });
  }

  private long createBare(StoredKey key) {
    long now = Times.micros(options.now());
    StoredEntity bare = new StoredEntity(0, key, Optional.empty(), Json.object(), now, now);
    long id = entities.insert(bare, datasource);
    ids.put(key, id);
    return id;
  }
}
