package dev.seaway.core.http;

import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Holds the token of a source. One thread fetches a new one while the others wait for its result,
 * be it a token or a failure. Thread-safe.
 */
final class TokenKeeper {

  private record Refusal(long number, Optional<ApiException> failure) {}

  private final Supplier<Token> issuer;
  private final Waits waits;
  private final ReentrantLock oneFetchAtATime = new ReentrantLock();
  private volatile Optional<Token> held = Optional.empty();
  private volatile Refusal lastRefusal = new Refusal(0, Optional.empty());

  TokenKeeper(Supplier<Token> issuer, Waits waits) {
    this.issuer = issuer;
    this.waits = waits;
  }

  /** The token held, or a new one where that is due. */
  Token current() {
    Predicate<Token> usable = token -> !token.isDue(waits.now());
    return held.filter(usable).orElseGet(() -> fetch(usable));
  }

  /** A token of a later fetch than this one, which the server has refused. */
  @SuppressWarnings("ReferenceEquality") // the server may issue an equal one again
  Token insteadOf(Token refused) {
    return fetch(token -> token != refused);
  }

  private Token fetch(Predicate<Token> usable) {
    long before = lastRefusal.number();
    lock();
    try {
      Optional<Token> byAnother = held.filter(usable);
      if (byAnother.isPresent()) {
        return byAnother.get();
      }
      throwRefusalSince(before);
      Token token = issued();
      held = Optional.of(token);
      return token;
    } finally {
      oneFetchAtATime.unlock();
    }
  }

  private Token issued() {
    try {
      return issuer.get();
    } catch (ApiException failure) {
      lastRefusal = new Refusal(lastRefusal.number() + 1, Optional.of(failure));
      throw failure;
    }
  }

  private void throwRefusalSince(long number) {
    Refusal refusal = lastRefusal;
    if (refusal.number() != number && refusal.failure().isPresent()) {
      throw refusal.failure().get();
    }
  }

  private void lock() {
    try {
      oneFetchAtATime.lockInterruptibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ApiException(
          ApiException.Reason.INTERRUPTED, "Interrupted while waiting for a token", e);
    }
  }
}
