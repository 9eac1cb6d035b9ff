package dev.seaway.catalog.entity;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.catalog.blueprint.Blueprint;
import dev.seaway.catalog.blueprint.Blueprints;
import dev.seaway.catalog.wire.Refusal;
import dev.seaway.store.Session;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Writes some entities of one blueprint within a transaction; each may fail alone. Used once.
 *
 * <p>They are stored in waves: first those without searches, each entity once, then what is left:
 * searches, which may find what the first wave stored, and further writes to the same entities, in
 * the order of the bulk.
 */
public final class BulkWrite {
  private final Session session;
  private final Blueprints blueprints;
  private final Blueprint blueprint;
  private final BulkOptions options;
  private final Entities entities;
  private final References references;
  private final EntityRules rules;
  private final long datasource;
  private final List<WriteResult> outcomes = new ArrayList<>();

  public BulkWrite(Session session, Blueprints blueprints, String blueprint, BulkOptions options) {
    this.session = session;
    this.blueprints = blueprints;
    this.blueprint = blueprints.rules(session, blueprint);
    this.options = options;
    this.entities = new Entities(session);
    this.references = new References(session, blueprints, entities);
    this.rules = new EntityRules(this.blueprint);
    this.datasource = entities.datasource(options.datasource());
  }

  /** The outcomes in the order of the entities. */
  public List<WriteResult> write(List<JsonNode> nodes) {
    List<EntityPatch> waiting = read(nodes);
    boolean searches = waiting.stream().allMatch(EntityPatch::searches);
    while (!waiting.isEmpty()) {
      waiting = writeWave(waiting, searches);
      searches = true;
    }
    outcomes.sort(Comparator.comparingInt(WriteResult::index));
    return List.copyOf(outcomes);
  }

  private List<EntityPatch> read(List<JsonNode> nodes) {
    List<EntityPatch> patches = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      try {
        patches.add(EntityPatch.read(i, blueprint.identifier(), nodes.get(i)));
      } catch (Refusal e) {
        outcomes.add(
            new WriteResult.Failed(i, EntityPatch.name(nodes.get(i).path("identifier")), e));
      }
    }
    return patches;
  }

  /** Stores what it can and gives back what must wait for the next wave: at least one less. */
  private List<EntityPatch> writeWave(List<EntityPatch> waiting, boolean searches) {
    WriteBatch wave = new WriteBatch(session, blueprints, blueprint, options, datasource);
    List<EntityPatch> later = new ArrayList<>();
    for (EntityPatch patch : waiting) {
      if (patch.searches() && !searches) {
        later.add(patch);
      } else {
        join(wave, patch, later);
      }
    }
    List<WriteBatch.Stuck> stuck = wave.dropStuck();
    List<WriteResult.Written> written = wave.store();
    outcomes.addAll(written);
    // A search of the next wave, or a write after this one, may still bring the target.
    boolean hope = !later.isEmpty() && (!searches || !written.isEmpty());
    for (WriteBatch.Stuck entry : stuck) {
      if (hope) {
        later.add(entry.draft().patch());
      } else {
        fail(entry.draft().patch(), entry.draft().key().identifier(), entry.refusal());
      }
    }
    later.sort(Comparator.comparingInt(EntityPatch::index));
    return later;
  }

  private void join(WriteBatch wave, EntityPatch patch, List<EntityPatch> later) {
    String name = EntityPatch.name(patch.identifier());
    try {
      StoredKey key = references.key(blueprint, patch.identifier());
      name = key.identifier();
      if (wave.has(key)) {
        later.add(patch);
      } else {
        wave.add(draft(key, patch));
      }
    } catch (Refusal e) {
      fail(patch, name, e);
    }
  }

  private PendingWrite draft(StoredKey key, EntityPatch sent) {
    Optional<StoredEntity> before = entities.find(key);
    if (before.isPresent() && !options.upsert()) {
      throw Refusal.taken("Entity %s exists already. Write it with upsert=true.".formatted(key));
    }
    EntityPatch patch = references.resolve(rules, key, sent);
    rules.checkSent(key, patch);
    PendingWrite draft = PendingWrite.of(key, patch, before, options);
    rules.checkComplete(draft.after());
    return draft;
  }

  private void fail(EntityPatch patch, String identifier, Refusal refusal) {
    outcomes.add(new WriteResult.Failed(patch.index(), identifier, refusal));
  }
}
