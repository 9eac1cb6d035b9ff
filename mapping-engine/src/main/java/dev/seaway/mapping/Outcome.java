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

  /**
   * The record has no identifier, no blueprint or no list of items, without an error.
   *
   * @param intended whether the mapping's author says so, by an expression that gives no output at
   *     all ({@code .id // empty}, {@code select(...)}). Where not, the tool may have an entity
   *     that could not be identified, and nothing may be deleted for it.
   */
  record Dropped(String field, String expression, String reason, boolean intended)
      implements Outcome {

    /** The expression gave no output at all. */
    static Dropped intended(String field, String expression) {
      return new Dropped(field, expression, "it gives nothing", true);
    }

    static Dropped unintended(String field, String expression, String reason) {
      return new Dropped(field, expression, reason, false);
    }
  }

  /**
   * An error, after which nothing can be said about the entity: it must not be deleted.
   *
   * @param message the same for every record that fails in this way
   * @param value what was wrong in this record, shortened; empty where the message says it
   */
  record Failed(String field, String expression, String message, String value) implements Outcome {

    public Failed(String field, String expression, String message) {
      this(field, expression, message, "");
    }
  }
}
