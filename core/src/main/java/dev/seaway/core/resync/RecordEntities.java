package dev.seaway.core.resync;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seaway.core.catalog.EntityKey;
import dev.seaway.mapping.Entity;
import dev.seaway.mapping.Mapping;
import dev.seaway.mapping.Names;
import dev.seaway.mapping.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gathers what the mappings make of one event's records: entities to write and to delete. Not
 * thread-safe.
 */
final class RecordEntities {

  private static final Logger log = LoggerFactory.getLogger(RecordEntities.class);

  private final HeardLists lists;
  private final LeftToResync left;
  private final List<Entity> upserts = new ArrayList<>();
  private final Set<EntityKey> gone = new LinkedHashSet<>();
  private final List<String> faults = new ArrayList<>();

  RecordEntities(HeardLists lists, LeftToResync left) {
    this.lists = lists;
    this.left = left;
  }

  /** A record that the tool has. What the selector leaves out has no entity, or none any more. */
  void add(KindPlan list, JsonNode record) {
    String kind = list.name();
    List<Names> leftOut = new ArrayList<>();
    boolean identified = true;
    for (Mapping mapping : list.mappings()) {
      for (Outcome outcome : mapping.apply(record)) {
        switch (outcome) {
          case Outcome.Mapped mapped -> upserts.add(mapped.entity());
          case Outcome.Skipped _ -> leftOut.add(mapping.names(record));
          case Outcome.Dropped dropped -> identified &= dropped.intended();
          case Outcome.Failed failed -> faults.add(fault(kind, failed));
        }
      }
    }
    if (identified) {
      leftOut.forEach(names -> remove(kind, names));
    } else {
      log.info(
          "{}: a record of an event has no identifier, no blueprint or no list of items; nothing"
              + " is deleted for it",
          kind);
    }
  }

  private static String fault(String kind, Outcome.Failed failed) {
    String value = failed.value().isEmpty() ? "" : ": " + failed.value();
    return "%s: %s: %s: %s%s"
        .formatted(kind, failed.field(), failed.expression(), failed.message(), value);
  }

  /** A record that the tool no longer has, and of which these fields are known. */
  void removed(KindPlan list, ObjectNode known) {
    Map<String, JsonNode> fields = new LinkedHashMap<>();
    known.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
    list.mappings().forEach(mapping -> remove(list.name(), mapping.names(fields)));
  }

  private void remove(String kind, Names names) {
    names.certain().forEach(name -> gone.add(new EntityKey(name.blueprint(), name.identifier())));
    if (!names.whole()) {
      left.unnamed(kind);
    }
  }

  /** A fault in the data or the mapping, after which the event as a whole is in doubt. */
  Optional<String> fault() {
    return faults.stream().findFirst();
  }

  List<Entity> upserts() {
    return upserts;
  }

  /** What one mapping leaves out and another one makes, or may make, stays. */
  Set<EntityKey> deletions() {
    Set<EntityKey> deletions = new LinkedHashSet<>(gone);
    upserts.stream()
        .filter(entity -> !entity.hasSearchIdentifier())
        .forEach(entity -> deletions.remove(new EntityKey(entity.blueprint(), entity.id())));
    deletions.removeIf(this::mayBeMadeElsewhere);
    return deletions;
  }

  private boolean mayBeMadeElsewhere(EntityKey key) {
    Optional<KindPlan> unheard = lists.unheard(key.blueprint());
    unheard.ifPresent(list -> left.unasked(list.name(), key.blueprint()));
    return unheard.isPresent();
  }
}
