package dev.seaway.core.read;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Tells whether the pages of a list repeat each other: by the same records, or by records that the
 * mapping gives the same names, whatever else has changed in them. Not thread-safe.
 */
final class RepeatedPage {

  /** A list that has moved may bring the same names once more. */
  private static final int SAME_NAMES = 2;

  /** Of pages of one record, several may well be of one name. */
  private static final int SAME_NAME = 100;

  private final Listing.Naming naming;
  private List<JsonNode> previous = List.of();
  private int inARow;

  RepeatedPage(Listing.Naming naming) {
    this.naming = naming;
  }

  /**
   * Takes a page; true where it and those before it are the same.
   *
   * @param byName whether names count: not where a field tells the records apart
   */
  boolean take(List<JsonNode> records, boolean byName) {
    boolean equal = !records.isEmpty() && records.equals(previous);
    inARow = byName && isCalledTheSame(records) ? inARow + 1 : 0;
    previous = records;
    return equal || inARow == (records.size() == 1 ? SAME_NAME : SAME_NAMES);
  }

  private boolean isCalledTheSame(List<JsonNode> records) {
    if (records.isEmpty() || records.size() != previous.size()) {
      return false;
    }
    Set<Object> names = new HashSet<>();
    for (int index = 0; index < records.size(); index++) {
      Object name = naming.of(records.get(index));
      if (!name.equals(naming.of(previous.get(index))) || !names.add(name)) {
        return false;
      }
    }
    return true;
  }
}
