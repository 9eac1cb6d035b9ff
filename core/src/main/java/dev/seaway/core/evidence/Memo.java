package dev.seaway.core.evidence;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Remembers what a pure function gives: the pages of a list bring the same names again and again.
 * Bounded, for an API may invent names. Thread-safe.
 */
final class Memo<K, V> {

  private static final int MOST = 4_096;

  private final Map<K, V> known = new ConcurrentHashMap<>();

  V of(K key, Function<K, V> function) {
    V value = known.get(key);
    if (value == null) {
      value = function.apply(key);
      if (known.size() < MOST) {
        known.put(key, value);
      }
    }
    return value;
  }
}
