package dev.seaway.kafka;

import java.util.LinkedHashSet;
import java.util.Set;

/** The keys of the latest events of a partition. Not thread-safe. */
final class KnownKeys {

  private final int most;
  private final Set<String> keys = new LinkedHashSet<>();

  KnownKeys(int most) {
    this.most = most;
  }

  /** False if it is known already. */
  boolean add(String key) {
    boolean isNew = keys.add(key);
    if (keys.size() > most) {
      keys.remove(keys.iterator().next());
    }
    return isNew;
  }
}
