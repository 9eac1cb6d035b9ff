package dev.seaway.core.http;

import java.io.IOException;

/**
 * A document holds a key twice where it speaks of its list, so that nobody knows which of the
 * values counts: the earlier one may be the list, a total or a flag.
 */
final class RepeatedKeyException extends IOException {

  RepeatedKeyException(String key) {
    super("the key \"" + key + "\" twice outside of its records");
  }
}
