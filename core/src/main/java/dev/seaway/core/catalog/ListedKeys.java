package dev.seaway.core.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.core.evidence.LongSet;
import java.util.ArrayList;
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
   * Takes a page, and gives those of its keys that no page before it held; empty where the list has
   * no end.
   *
   * @param next the token of the page that follows
   */
  Optional<List<EntityKey>> fresh(List<EntityKey> keys, Optional<JsonNode> next) {
    List<EntityKey> fresh = new ArrayList<>(keys.size());
    for (EntityKey key : keys) {
      if (hashes.add(key.hash())) {
        fresh.add(key);
      }
    }
    empty = keys.isEmpty() ? empty + 1 : 0;
    idle = keys.isEmpty() || !fresh.isEmpty() ? 0 : idle + 1;
    boolean isCircle =
        next.isPresent()
            && (!tokens.add(next.get().toString()) || idle == IDLE_PAGES || empty == EMPTY_PAGES);
    return isCircle ? Optional.empty() : Optional.of(fresh);
  }
}
