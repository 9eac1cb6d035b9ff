package dev.seaway.core.resync;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.core.resync.KindReport.Remark;
import dev.seaway.core.resync.KindReport.Remark.Severity;
import dev.seaway.mapping.MappedField;
import dev.seaway.mapping.Outcome;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Counts which fields are null, and in how many of the records. A field that is null in all of them
 * is a mapping's most common fault: the path is misspelt. Not thread-safe.
 */
final class NullFields {

  /** Among fewer, null in all of them may be chance. */
  private static final int ENOUGH_RECORDS = 10;

  private final IdentityHashMap<List<MappedField>, Counts> counts = new IdentityHashMap<>();

  /** Those of one entry of the mapping. */
  private static final class Counts {

    private final int[] nulls;
    private final @Nullable String[] examples;
    private long entities;

    private Counts(int fields) {
      nulls = new int[fields];
      examples = new String[fields];
    }

    private void add(long bits, JsonNode record, long recordsSoFar) {
      for (long left = bits; left != 0; left &= left - 1) {
        int field = Long.numberOfTrailingZeros(left);
        if (nulls[field]++ == 0) {
          examples[field] = RecordLabel.of(record, recordsSoFar);
        }
      }
    }
  }

  void count(Outcome.Mapped mapped, JsonNode record, long recordsSoFar) {
    Counts ofFields = counts.computeIfAbsent(mapped.fields(), fields -> new Counts(fields.size()));
    ofFields.entities++;
    ofFields.add(mapped.nulls(), record, recordsSoFar);
  }

  /** Fields that were never anything else. */
  List<Remark> always() {
    return remarks(remark -> remark.count() == remark.of() && remark.of() >= ENOUGH_RECORDS);
  }

  /** Fields that are null now and then, which is for those who look for it. */
  List<Remark> sometimes() {
    return remarks(remark -> remark.count() < remark.of() || remark.of() < ENOUGH_RECORDS);
  }

  private List<Remark> remarks(Predicate<Remark> wanted) {
    List<Remark> remarks = new ArrayList<>();
    counts.forEach(
        (fields, ofFields) -> {
          for (int i = 0; i < fields.size(); i++) {
            remark(fields.get(i), ofFields, i).filter(wanted).ifPresent(remarks::add);
          }
        });
    return remarks;
  }

  /** Nothing where the expression speaks of null itself, so that null is meant. */
  private static Optional<Remark> remark(MappedField field, Counts counts, int index) {
    String example = counts.examples[index];
    if (example == null || field.expression().isEmpty()) {
      return Optional.empty();
    }
    String what = "%s: %s: null".formatted(field.field(), field.expression());
    return Optional.of(
        new Remark(Severity.NOTE, what, counts.nulls[index], counts.entities, example));
  }
}
