package dev.seaway.core.resync;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.core.SeawayException;
import dev.seaway.core.catalog.UpsertResult;
import dev.seaway.core.resync.KindReport.Counts;
import dev.seaway.core.resync.KindReport.Remark;
import dev.seaway.core.resync.KindReport.Remark.Severity;
import dev.seaway.mapping.FieldFault;
import dev.seaway.mapping.Outcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Counts what happens to one kind. Remarks of one sort are kept once, and at most 100 sorts. Not
 * thread-safe.
 */
final class Tally {

  private static final int REMARK_LIMIT = 100;

  private record Sort(Severity severity, String what) {}

  private final KindPlan plan;
  private final Map<Sort, Remark> remarks = new LinkedHashMap<>();
  private int pages;
  private long records;
  private long skipped;
  private long dropped;
  private long failed;
  private long upserted;
  private long unchanged;
  private long refused;
  private @Nullable SeawayException failure;

  Tally(KindPlan plan) {
    this.plan = plan;
  }

  int page(int recordCount) {
    records += recordCount;
    return ++pages;
  }

  void outcome(Outcome outcome, JsonNode record) {
    switch (outcome) {
      case Outcome.Mapped mapped -> mapped.faults().forEach(fault -> fault(fault, record));
      case Outcome.Skipped _ -> skipped++;
      case Outcome.Dropped drop -> {
        dropped++;
        remark(
            Severity.NOTE,
            "dropped, for " + drop.field() + " is " + drop.reason(),
            RecordLabel.of(record, records));
      }
      case Outcome.Failed failure -> {
        failed++;
        remark(
            Severity.DOUBT,
            "%s: %s: %s".formatted(failure.field(), failure.expression(), failure.message()),
            RecordLabel.of(record, records));
      }
    }
  }

  private void fault(FieldFault fault, JsonNode record) {
    remark(
        Severity.NOTE,
        "%s: %s: %s".formatted(fault.field(), fault.expression(), fault.message()),
        RecordLabel.of(record, records));
  }

  void result(UpsertResult result) {
    switch (result) {
      case UpsertResult.Written _ -> upserted++;
      case UpsertResult.Unchanged _ -> unchanged++;
      case UpsertResult.Refused refusal -> {
        refused++;
        remark(
            Severity.REFUSED,
            "refused by the catalog (" + refusal.status() + "): " + refusal.message(),
            refusal.entity().blueprint() + " " + refusal.entity().identifier().asText());
      }
    }
  }

  /** An entity that was refused because of what it relates to was written after all. */
  void acceptedLate() {
    upserted++;
  }

  void doubt(String what, String example) {
    remark(Severity.DOUBT, what, example);
  }

  void failure(SeawayException cause) {
    failure = cause;
  }

  KindReport report() {
    return new KindReport(
        plan.name(),
        plan.blueprints(),
        new Counts(pages, records, skipped, dropped, failed, upserted, unchanged, refused),
        Optional.ofNullable(failure),
        List.copyOf(remarks.values()));
  }

  private void remark(Severity severity, String what, String example) {
    Sort sort = new Sort(severity, what);
    if (!remarks.containsKey(sort) && remarks.size() >= REMARK_LIMIT) {
      sort = new Sort(severity, "further faults of other sorts");
    }
    String text = sort.what();
    remarks.merge(
        sort,
        new Remark(severity, text, 1, example),
        (before, _) -> new Remark(severity, text, before.count() + 1, before.example()));
  }
}
