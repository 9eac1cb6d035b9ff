package dev.seaway.catalog;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The access tokens that are valid now. They live in memory only: after a restart clients ask
 * again. Thread-safe.
 */
final class Tokens {
  static final Duration LIFETIME = Duration.ofHours(3);

  /** A client that asks for a token with every call must not fill the memory. */
  private static final int MAX_TOKENS = 10_000;

  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, Instant> ends = new LinkedHashMap<>();

  Tokens(InstantSource clock) {
    this.clock = clock;
  }

  synchronized String issue() {
    Instant now = clock.instant();
    ends.values().removeIf(end -> !end.isAfter(now));
    if (ends.size() >= MAX_TOKENS) {
      Iterator<String> oldest = ends.keySet().iterator();
      oldest.next();
      oldest.remove();
    }
    String token = secret(32);
    ends.put(token, now.plus(LIFETIME));
    return token;
  }

  synchronized boolean valid(String token) {
    Instant end = ends.get(token);
    return end != null && end.isAfter(clock.instant());
  }

  String secret(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
