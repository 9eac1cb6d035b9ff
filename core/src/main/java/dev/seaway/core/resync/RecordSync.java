package dev.seaway.core.resync;

import dev.seaway.connector.ApiClient;
import dev.seaway.connector.LiveEvents;
import dev.seaway.connector.Source;
import dev.seaway.core.SeawayException;
import dev.seaway.core.catalog.CatalogException;
import dev.seaway.core.catalog.EntityDeleter;
import dev.seaway.core.catalog.EntityKey;
import dev.seaway.core.catalog.EntityWriter;
import dev.seaway.core.catalog.KnownEntities;
import dev.seaway.core.catalog.UpsertResult;
import dev.seaway.core.http.ApiException;
import dev.seaway.core.reconcile.EventGuard;
import dev.seaway.mapping.Entity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries the records of one live event into the catalog: pages of one record, through the mappings
 * and the writer that a run uses. Thread-safe.
 */
public final class RecordSync {

  private static final Logger log = LoggerFactory.getLogger(RecordSync.class);

  /** The catalog's side of live events. */
  public record CatalogSide(
      KnownEntities known, EntityWriter writer, EntityDeleter deleter, EventGuard guard) {}

  /** What became of an event. Where the tool or the catalog does not answer, that is thrown. */
  public sealed interface Outcome {

    /** It is in the catalog, as far as it concerns it. */
    record Applied(int written, int deleted) implements Outcome {}

    /**
     * It cannot be applied.
     *
     * @param passing true where it may go another time, as things are not yet in place
     */
    record Rejected(String reason, boolean passing) implements Outcome {}
  }

  private final ChangedRecords changes;
  private final CatalogSide catalog;
  private final BooleanSupplier mappingHolds;

  /**
   * @param mappingHolds whether the plan's mapping is still the one to go by; asked before anything
   *     is deleted
   */
  public RecordSync(
      SyncPlan plan,
      Source source,
      LiveEvents events,
      ApiClient tool,
      CatalogSide catalog,
      BooleanSupplier mappingHolds) {
    this.changes = new ChangedRecords(plan, new KindResolver(source), events, tool);
    this.catalog = catalog;
    this.mappingHolds = mappingHolds;
  }

  /** Reads, maps, writes and deletes what the event is about. */
  public Outcome apply(LiveEvents.Event event) throws InterruptedException {
    RecordEntities entities = changes.read(event);
    Optional<String> fault = entities.fault();
    if (fault.isPresent()) {
      return new Outcome.Rejected(fault.get(), false);
    }
    List<Entity> upserts = PageEntities.distinct(entities.upserts());
    Collection<EntityKey> deletions = entities.deletions();
    if (upserts.isEmpty() && deletions.isEmpty()) {
      return new Outcome.Applied(0, 0);
    }
    if (!deletions.isEmpty() && !mappingHolds.getAsBoolean()) {
      return new Outcome.Rejected("the mapping was changed at this moment", true);
    }
    try (EventGuard.Hold hold = catalog.guard().hold(upserts, deletions)) {
      log.debug("Event {} changes {}", event.name(), hold.keys());
      return write(event, upserts, deletions);
    }
  }

  private Outcome write(
      LiveEvents.Event event, List<Entity> upserts, Collection<EntityKey> deletions) {
    int written = 0;
    for (UpsertResult result : upsert(upserts)) {
      switch (result) {
        case UpsertResult.Written _, UpsertResult.Unchanged _ -> written++;
        case UpsertResult.Refused refusal -> {
          return rejected(refusal);
        }
      }
    }
    return new Outcome.Applied(written, delete(event, deletions));
  }

  /** Only what is wrong with this entity is said of it; else the catalog would take no other. */
  private static Outcome rejected(UpsertResult.Refused refusal) {
    String reason =
        "the catalog refused %s %s (%d): %s"
            .formatted(
                refusal.entity().blueprint(),
                refusal.entity().identifier(),
                refusal.status(),
                refusal.message());
    if (refusal.missingRelation() || refusal.isOfThisEntity()) {
      return new Outcome.Rejected(reason, refusal.missingRelation());
    }
    throw new CatalogException(SeawayException.Category.EXTERNAL, reason, null);
  }

  private List<UpsertResult> upsert(List<Entity> entities) {
    Map<String, List<Entity>> byBlueprint = new LinkedHashMap<>();
    entities.forEach(
        entity ->
            byBlueprint.computeIfAbsent(entity.blueprint(), _ -> new ArrayList<>()).add(entity));
    List<UpsertResult> results = new ArrayList<>(entities.size());
    byBlueprint.forEach(
        (blueprint, group) -> results.addAll(catalog.writer().write(blueprint, group)));
    return results;
  }

  /** What has dependents is refused, and left to the next resync, which knows them all. */
  private int delete(LiveEvents.Event event, Collection<EntityKey> keys) {
    Map<String, List<String>> byBlueprint = new LinkedHashMap<>();
    keys.forEach(
        key ->
            byBlueprint
                .computeIfAbsent(key.blueprint(), _ -> new ArrayList<>())
                .add(key.identifier()));
    int deleted = 0;
    for (Map.Entry<String, List<String>> group : byBlueprint.entrySet()) {
      List<String> ours = ours(group.getKey(), group.getValue());
      EntityDeleter.Deletion deletion = catalog.deleter().delete(group.getKey(), ours, false);
      deletion.failure().ifPresent(RecordSync::fail);
      deletion
          .refusals()
          .forEach(
              reason ->
                  log.warn(
                      "{} leaves an entity of {} to the next resync: {}",
                      event.name(),
                      group.getKey(),
                      reason));
      deleted += deletion.deleted();
    }
    return deleted;
  }

  /** A blueprint that the catalog does not have holds nothing of ours. */
  private List<String> ours(String blueprint, List<String> identifiers) {
    try {
      return catalog.known().ours(blueprint, identifiers);
    } catch (CatalogException e) {
      if (e.getCause() instanceof ApiException cause
          && cause.reason() == ApiException.Reason.NOT_FOUND) {
        return List.of();
      }
      throw e;
    }
  }

  private static void fail(CatalogException failure) {
    throw failure;
  }
}
