package dev.seaway.core.evidence;

import dev.seaway.connector.Pagination;
import java.util.Optional;

/**
 * How many records the pages of a list held. Pages that are asked for by their number are of one
 * size: one that holds fewer than a later one may lack some. Not thread-safe.
 */
final class PageSizes {

  private final boolean ofOneSize;
  private int smallest = Integer.MAX_VALUE;
  private Optional<String> hole = Optional.empty();

  PageSizes(Pagination pagination) {
    this.ofOneSize = pagination instanceof Pagination.PageNumber;
  }

  void page(int records) {
    if (ofOneSize && records > smallest && hole.isEmpty()) {
      hole =
          Optional.of(
              "a page of %d records came before one of %d, so that some of it may be missing"
                  .formatted(smallest, records));
    }
    smallest = Math.min(smallest, records);
  }

  /** What a page may lack; empty where none does. */
  Optional<String> hole() {
    return hole;
  }
}
