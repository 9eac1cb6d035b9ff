package dev.seaway.core.resync;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.core.catalog.UpsertResult;
import dev.seaway.core.resync.KindReport.Remark;
import dev.seaway.core.resync.KindReport.Remark.Severity;
import dev.seaway.mapping.Entity;
import dev.seaway.mapping.FieldFault;
import dev.seaway.mapping.Outcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Words what is remarkable about one kind. Remarks of one sort are kept once, and at most 100
 * sorts. Not thread-safe.
 */
final class Remarks {

  private static final int LIMIT = 100;
  private static final String IF_MEANT =
      " (if that is meant, say so with selector.query, // empty or // [])";

  private record Sort(Severity severity, String what) {}

  private final Map<Sort, Remark> remarks = new LinkedHashMap<>();

  /**
   * A record that no entity can be made of.
   *
   * @param recordsSoFar says where the record is, where it has no name
   */
  void failed(Outcome.Failed failed, JsonNode record, long recordsSoFar) {
    String label = RecordLabel.of(record, recordsSoFar);
    add(
        Severity.DOUBT,
        "%s: %s: %s".formatted(failed.field(), failed.expression(), failed.message()),
        recordsSoFar,
        failed.value().isEmpty() ? label : "%s: \"%s\"".formatted(label, failed.value()));
  }

  /** What could not be identified may be an entity that the tool still has. */
  void dropped(Outcome.Dropped drop, JsonNode record, long recordsSoFar) {
    String dropped =
        "%s: %sdropped, for %s"
            .formatted(
                drop.field(),
                drop.expression().isEmpty() ? "" : drop.expression() + ": ",
                drop.reason());
    if (drop.intended()) {
      add(Severity.NOTE, dropped, record, recordsSoFar);
    } else if (record.isNull()) {
      add(Severity.CAUTION, "the tool gave null for a record" + IF_MEANT, record, recordsSoFar);
    } else {
      add(Severity.CAUTION, dropped + IF_MEANT, record, recordsSoFar);
    }
  }

  /** A field that could not be computed. */
  void fault(FieldFault fault, JsonNode record, long recordsSoFar) {
    add(
        fault.isHeldBack() ? Severity.DOUBT : Severity.NOTE,
        "%s: %s: %s".formatted(fault.field(), fault.expression(), fault.message()),
        record,
        recordsSoFar);
  }

  /** An entity that the catalog does not take. */
  void refused(UpsertResult.Refused refusal) {
    add(
        Severity.REFUSED,
        "refused by the catalog (" + refusal.status() + "): " + Refusal.withoutNames(refusal),
        0,
        refusal.entity().blueprint() + " " + name(refusal.entity()));
    if (refusal.entity().hasSearchIdentifier()) {
      add(
          Severity.DOUBT,
          "an entity named by a search was refused, so that its key is not known",
          0,
          refusal.entity().blueprint());
    }
  }

  private static String name(Entity entity) {
    return entity.hasSearchIdentifier() ? "named by a search" : entity.id();
  }

  /** Whether none of them is more than a note. */
  boolean areNotes() {
    return remarks.keySet().stream().allMatch(sort -> sort.severity() == Severity.NOTE);
  }

  /**
   * All of them, in the order in which they came up.
   *
   * @param records how many there were in all
   */
  List<Remark> all(long records) {
    return remarks.values().stream()
        .map(remark -> remark.of() > 0 ? remark.of(records) : remark)
        .toList();
  }

  private void add(Severity severity, String what, JsonNode record, long recordsSoFar) {
    add(severity, what, recordsSoFar, RecordLabel.of(record, recordsSoFar));
  }

  private void add(Severity severity, String what, long of, String example) {
    Sort sort = new Sort(severity, what);
    if (!remarks.containsKey(sort) && remarks.size() >= LIMIT) {
      sort = new Sort(severity, "further faults of other sorts");
    }
    String text = sort.what();
    remarks.merge(sort, new Remark(severity, text, 1, of, example), (before, _) -> before.again());
  }
}
