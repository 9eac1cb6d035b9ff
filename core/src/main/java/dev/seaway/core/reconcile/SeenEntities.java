package dev.seaway.core.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seaway.core.catalog.EntityKey;
import dev.seaway.core.evidence.LongSet;
import dev.seaway.mapping.Entity;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a run has seen at the tool: the key of each entity and of each entity that they relate to,
 * as 64-bit hashes. Two keys of one hash can only keep an entity that might be deleted, never
 * delete one that must be kept. Thread-safe.
 */
public final class SeenEntities {

  private LongSet keys = new LongSet();
  private LongSet targets = new LongSet();
  private final Map<String, Set<String>> relations = new HashMap<>();
  private final Map<String, Set<String>> alwaysSet = new HashMap<>();
  private final Map<String, Long> rewritten = new HashMap<>();
  private final EventGuard guard;
  private final SeenHashes fresh = new SeenHashes();
  private boolean relatesBySearch;

  /** What a run has seen beside which no live events are applied. */
  public SeenEntities() {
    this(new EventGuard());
  }

  SeenEntities(EventGuard guard) {
    this.guard = guard;
  }

  /**
   * Claims what the run is about to write: the keys that no live event has touched since it began.
   */
  public EventGuard.Claim claim(Collection<EntityKey> wanted) {
    return guard.claim(this, wanted, false);
  }

  /** From now on what is new is kept apart for {@link #drain}. */
  public synchronized void keepApart() {
    fresh.begin();
  }

  /** What was seen since the last call, and the totals; {@link #restore} takes it. */
  public synchronized ObjectNode drain() {
    ObjectNode json = fresh.drain();
    RelationNames.write(relations, json.putObject("relations"));
    RelationNames.write(alwaysSet, json.putObject("alwaysSet"));
    ObjectNode counts = json.putObject("rewritten");
    rewritten.forEach(counts::put);
    return json.put("relatesBySearch", relatesBySearch);
  }

  /** Forgets all, as if nothing had been seen: not all that was to be restored can be. */
  public synchronized void clear() {
    keys = new LongSet();
    targets = new LongSet();
    relations.clear();
    alwaysSet.clear();
    rewritten.clear();
    relatesBySearch = false;
  }

  /** Adds what another process has seen, drained there: one after the other, in their order. */
  public synchronized void restore(JsonNode drained) {
    SeenHashes.keys(drained).forEach(keys::add);
    SeenHashes.targets(drained).forEach(targets::add);
    RelationNames.read(drained.path("relations"))
        .forEach(
            (blueprint, names) ->
                relations.computeIfAbsent(blueprint, none -> new TreeSet<>()).addAll(names));
    RelationNames.read(drained.path("alwaysSet"))
        .forEach(
            (blueprint, names) ->
                alwaysSet
                    .computeIfAbsent(blueprint, none -> new HashSet<>(names))
                    .retainAll(names));
    drained
        .path("rewritten")
        .properties()
        .forEach(count -> rewritten.merge(count.getKey(), count.getValue().asLong(), Math::max));
    relatesBySearch |= drained.path("relatesBySearch").asBoolean();
  }

  /** Claims what the run is about to delete; meanwhile no live event is applied at all. */
  EventGuard.Claim claimToDelete(Collection<EntityKey> wanted) {
    return guard.claim(this, wanted, true);
  }

  /**
   * Remembers the entity's key and its relations. True if the key was not seen before in this run.
   */
  public synchronized boolean add(Entity entity) {
    JsonNode mapped = entity.json().path("relations");
    for (Map.Entry<String, JsonNode> relation : mapped.properties()) {
      addTargets(entity.blueprint(), relation.getKey(), relation.getValue());
    }
    Set<String> always = alwaysSet.computeIfAbsent(entity.blueprint(), none -> names(mapped));
    if (!has(mapped, always)) {
      always.removeIf(name -> !mapped.has(name));
    }
    return !entity.hasSearchIdentifier() && add(new EntityKey(entity.blueprint(), entity.id()));
  }

  private static boolean has(JsonNode object, Set<String> names) {
    for (String name : names) {
      if (!object.has(name)) {
        return false;
      }
    }
    return true;
  }

  /** Remembers a key. True if it was not seen before in this run. */
  public synchronized boolean add(EntityKey key) {
    long hash = key.hash();
    boolean added = keys.add(hash);
    if (added) {
      fresh.key(hash);
    }
    return added;
  }

  /** Counts an entity that the catalog held before and that this run has written anew. */
  public synchronized void rewritten(String blueprint) {
    rewritten.merge(blueprint, 1L, Long::sum);
  }

  synchronized boolean contains(EntityKey key) {
    return keys.contains(key.hash());
  }

  synchronized long rewrittenCount(String blueprint) {
    return rewritten.getOrDefault(blueprint, 0L);
  }

  synchronized Set<String> rewrittenBlueprints() {
    return Set.copyOf(rewritten.keySet());
  }

  /** The blueprints of the seen entities. */
  synchronized Set<String> blueprints() {
    return Set.copyOf(alwaysSet.keySet());
  }

  /** True if each seen entity of that blueprint sets the relation, be it to null. */
  synchronized boolean alwaysSets(String blueprint, String relation) {
    return alwaysSet.getOrDefault(blueprint, Set.of()).contains(relation);
  }

  /** Blueprint to the names of the relations that its seen entities have. */
  synchronized Map<String, Set<String>> relations() {
    Map<String, Set<String>> copy = new HashMap<>();
    relations.forEach((blueprint, names) -> copy.put(blueprint, Set.copyOf(names)));
    return copy;
  }

  /** True if a seen entity of that blueprint relates to that identifier. */
  synchronized boolean relates(String blueprint, String relation, String identifier) {
    return targets.contains(EntityKey.hashOfTarget(blueprint, relation, identifier));
  }

  /**
   * True if a seen entity names what it relates to by a search, so that its targets are not known
   * here.
   */
  synchronized boolean relatesBySearch() {
    return relatesBySearch;
  }

  private static Set<String> names(JsonNode object) {
    Set<String> names = new HashSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private void addTargets(String blueprint, String relation, JsonNode value) {
    if (value.isArray()) {
      value.forEach(element -> addTargets(blueprint, relation, element));
    } else if (value.isValueNode() && !value.isNull()) {
      relations.computeIfAbsent(blueprint, none -> new TreeSet<>()).add(relation);
      long target = EntityKey.hashOfTarget(blueprint, relation, value.asText());
      if (targets.add(target)) {
        fresh.target(target);
      }
    } else if (value.isObject()) {
      relatesBySearch = true;
    }
  }
}
