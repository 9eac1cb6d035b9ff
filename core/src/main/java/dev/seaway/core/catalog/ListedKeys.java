package dev.seaway.core.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.core.evidence.LongSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a list of the catalog has brought, to see whether it goes in circles. Not thread-safe. */
final class ListedKeys {

  /** Pages in a row that bring nothing new. */
  private static final int IDLE_PAGES = 2;

  /** Pages in a row that are empty although they name a next one. */
  private static final int EMPTY_PAGES = 1_000;

  private final Set<String> tokens = new HashSet<>();
  private final LongSet hashes = new LongSet();
  private int idle;
  private int empty;

  /**
   * Takes a page; true where the list has no end.
   *
   * @param next the token of the page that follows
   */
  boolean isCircle(List<EntityKey> keys, Optional<JsonNode> next) {
    int before = hashes.size();
    keys.forEach(key -> hashes.add(key.hash()));
    empty = keys.isEmpty() ? empty + 1 : 0;
    idle = keys.isEmpty() || hashes.size() > before ? 0 : idle + 1;
    return next.isPresent()
        && (!tokens.add(next.get().toString()) || idle == IDLE_PAGES || empty == EMPTY_PAGES);
  }
}
