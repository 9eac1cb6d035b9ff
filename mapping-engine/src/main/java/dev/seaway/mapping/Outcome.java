package dev.seaway.mapping;

import java.util.List;

/** What became of one record, or of one item of a record. */
public sealed interface Outcome {

  /**
   * An entity, perhaps with fields that failed and are null.
   *
   * @param fields what is mapped: one and the same list, by identity, for every record of a
   *     mapping; without an expression where null is meant
   * @param nulls of the first 64 fields those that are null without a fault, as bits
   */
  record Mapped(Entity entity, List<FieldFault> faults, List<MappedField> fields, long nulls)
      implements Outcome {
    public Mapped {
      faults = List.copyOf(faults);
      fields = List.copyOf(fields);
    }
  }

  /** The selector's query said no. */
  record Skipped() implements Outcome {}

  /** The record has no identifier or no blueprint, without an error. */
  record Dropped(String field, String expression, String reason) implements Outcome {}

  /** An error, after which nothing can be said about the entity: it must not be deleted. */
  record Failed(String field, String expression, String message) implements Outcome {}
}
