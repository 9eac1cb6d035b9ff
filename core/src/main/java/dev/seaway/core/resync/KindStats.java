package dev.seaway.core.resync;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.connector.LookUp;
import dev.seaway.core.SeawayException;
import dev.seaway.core.SeawayException.Category;
import dev.seaway.core.catalog.UpsertResult;
import dev.seaway.core.evidence.Coverage;
import dev.seaway.core.evidence.Verdict;
import dev.seaway.core.resync.KindReport.Counts;
import dev.seaway.core.resync.KindReport.Remark;
import dev.seaway.core.resync.KindReport.Remark.Severity;
import dev.seaway.mapping.Entity;
import dev.seaway.mapping.Mapping;
import dev.seaway.mapping.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts what happens to one kind. Not thread-safe. */
final class KindStats {

  private static final Logger log = LoggerFactory.getLogger(KindStats.class);

  private record Written(long upserted, long unchanged, long refused) {
    SyncEvent.Written since(Written before, String kind) {
      return new SyncEvent.Written(
          kind,
          (int) (upserted - before.upserted),
          (int) (unchanged - before.unchanged),
          (int) (refused - before.refused));
    }
  }

  private final int number;
  private final KindPlan plan;
  private final SyncListener listener;
  private final Remarks remarks = new Remarks();
  private final Repetitions repetitions;
  private final NullFields nulls = new NullFields();
  private int pages;
  private long records;
  private long mappedRecords;
  private long mapped;
  private long skipped;
  private long dropped;
  private long failed;
  private long upserted;
  private long unchanged;
  private long refused;
  private @Nullable SeawayException failure;
  private @Nullable Verdict evidence;
  private final Map<String, Boolean> namedById = new HashMap<>();
  private long firstSeen;
  private boolean foundBefore;
  private boolean postponed;
  private Written reported = new Written(0, 0, 0);

  /**
   * @param number of the kind in its plan
   */
  KindStats(int number, KindPlan plan, SyncListener listener) {
    this.number = number;
    this.plan = plan;
    this.listener = listener;
    this.repetitions = new Repetitions(plan);
  }

  void page(int recordCount) {
    records += recordCount;
    pages++;
    listener.on(new SyncEvent.PageRead(plan.name(), pages, recordCount));
  }

  /**
   * Entities were made, and went to the catalog.
   *
   * @param distinct how many of them it was; the others came more than once, and went as one
   */
  void mapped(int entities, int distinct) {
    listener.on(new SyncEvent.Mapped(plan.name(), entities, entities - distinct));
  }

  /** What one mapping made of a record. */
  void outcomes(List<Outcome> outcomes, JsonNode record) {
    outcomes.forEach(outcome -> outcome(outcome, record));
    repetitions.count(outcomes, record);
  }

  private void outcome(Outcome outcome, JsonNode record) {
    switch (outcome) {
      case Outcome.Mapped entity -> {
        mapped++;
        nulls.count(entity, record, records);
        plan.lookUp().ifPresent(lookUp -> name(entity.entity(), record, lookUp));
        entity.faults().forEach(fault -> remarks.fault(fault, record, records));
      }
      case Outcome.Skipped _ -> skipped++;
      case Outcome.Dropped drop -> {
        dropped++;
        remarks.dropped(drop, record, records);
      }
      case Outcome.Failed failed -> {
        this.failed++;
        remarks.failed(failed, record, records);
      }
    }
  }

  void result(UpsertResult result) {
    switch (result) {
      case UpsertResult.Written _ -> upserted++;
      case UpsertResult.Unchanged _ -> unchanged++;
      case UpsertResult.Refused refusal -> {
        refused++;
        remarks.refused(refusal);
      }
    }
  }

  /** Reports what was written since the last time. */
  void reportWritten() {
    Written now = new Written(upserted, unchanged, refused);
    if (!now.equals(reported)) {
      listener.on(now.since(reported, plan.name()));
      reported = now;
    }
  }

  /** The first failure is the one that is reported. */
  void failure(SeawayException cause) {
    if (failure == null) {
      failure = cause;
    }
  }

  /** Whether one of its lists was read to its end. */
  void ended(Verdict verdict) {
    evidence = evidence == null ? verdict : evidence.and(verdict);
  }

  /** So many entities were seen that the run had not seen before. */
  void firstSeen(int entities) {
    firstSeen += entities;
  }

  /** So many records of those that were read went through the mapping. */
  void mapped(int recordCount) {
    mappedRecords += recordCount;
  }

  /** Of all that was read nothing may be lost on the way to the catalog. */
  void checkCoverage() {
    List<Coverage.Window> all =
        List.of(
            new Coverage.Window(0, OptionalLong.empty(), failure == null, records, mappedRecords));
    Coverage.objection(all)
        .ifPresent(
            objection ->
                failure(new SeawayException(Category.INTERNAL, plan.name() + ": " + objection)));
  }

  private void name(Entity entity, JsonNode record, LookUp lookUp) {
    Boolean before = namedById.get(entity.blueprint());
    if (before == null || (before && !isNamedById(entity, record, lookUp))) {
      namedById.put(entity.blueprint(), before == null && isNamedById(entity, record, lookUp));
    }
  }

  private static boolean isNamedById(Entity entity, JsonNode record, LookUp lookUp) {
    if (!entity.hasSearchIdentifier()) {
      for (JsonPointer id : lookUp.ids()) {
        if (record.at(id).asText().equals(entity.id())) {
          return true;
        }
      }
    }
    return false;
  }

  /** The kind is resumed, of which another process has finished a part. */
  void resume(boolean found) {
    foundBefore |= found;
  }

  /** An entity waits for others, and is not written yet. */
  void postponed() {
    postponed = true;
  }

  /** Whether a record has become an entity, or was left out by the selector. */
  boolean found() {
    return foundBefore || mapped > 0 || skipped > 0;
  }

  /** Whether all that was counted so far is beyond doubt, and in the catalog. */
  boolean isSound() {
    return failure == null && !postponed && refused == 0 && remarks.areNotes() && !foundNothing();
  }

  private boolean foundNothing() {
    return dropped > 0 && !found() && failed == 0;
  }

  int number() {
    return number;
  }

  /** Says what is for those who look for it. */
  void end() {
    nulls.sometimes().forEach(remark -> log.debug("{}: {}", plan.name(), remark));
  }

  KindPlan plan() {
    return plan;
  }

  /** What is known once all of it was written, or not. */
  Finding finding() {
    Set<String> named =
        namedById.entrySet().stream()
            .filter(blueprint -> blueprint.getValue() && plan.isNamedAlike(blueprint.getKey()))
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    boolean isEmpty = failure == null && records == 0 && !foundBefore;
    return new Finding(plan, report(), firstSeen, named, isEmpty);
  }

  KindReport report() {
    return new KindReport(
        plan.name(),
        plan.blueprints(),
        new Counts(pages, records, skipped, dropped, failed, upserted, unchanged, refused),
        Optional.ofNullable(failure),
        remarks(),
        Optional.ofNullable(evidence),
        false);
  }

  /** Several resources of one kind may well share its records out among them. */
  private Optional<Remark> leftOut() {
    int resources = plan.mappings().size();
    boolean all = skipped > 0 && skipped == records * resources && !ofItems();
    return skipped > 0 && (all || resources == 1)
        ? Optional.of(new Remark(Severity.NOTE, leftOut(all), skipped, 0, ""))
        : Optional.empty();
  }

  private String leftOut(boolean all) {
    if (all) {
      return "selector.query leaves out all of its %d records; check it, if that is not meant"
          .formatted(records);
    }
    return ofItems()
        ? "selector.query leaves out %d of its items".formatted(skipped)
        : "selector.query leaves out %d of its %d records".formatted(skipped, records);
  }

  private boolean ofItems() {
    return plan.mappings().stream().anyMatch(Mapping::hasItems);
  }

  private List<Remark> remarks() {
    List<Remark> all = new ArrayList<>();
    if (foundNothing()) {
      all.addFirst(
          new Remark(
              Severity.CAUTION,
              "not one of its records has an identifier and a blueprint, as if this were not the"
                  + " list that is meant; check the answer, data_path and the mapping, and leave"
                  + " records out with selector.query",
              dropped,
              0,
              "all of them"));
    }
    all.addAll(remarks.all(records));
    leftOut().ifPresent(all::add);
    if (!(evidence instanceof Verdict.Contradicted)) {
      repetitions.remark().ifPresent(all::add);
    }
    all.addAll(nulls.always());
    return List.copyOf(all);
  }
}
