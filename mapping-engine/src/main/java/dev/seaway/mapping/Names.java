package dev.seaway.mapping;

import java.util.List;

/**
 * The entities that a record names, whether or not it is selected.
 *
 * @param certain those that can be named
 * @param whole false where the record may name others, which cannot be told
 */
public record Names(List<Name> certain, boolean whole) {

  /** What an entity is called. */
  public record Name(String blueprint, String identifier) {}

  public Names {
    certain = List.copyOf(certain);
  }
}
