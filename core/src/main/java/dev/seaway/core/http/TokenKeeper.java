package dev.seaway.core.http;

import java.util.Optional;
import java.util.function.Predicate;

/**
 * Holds the token of a source. One thread fetches a new one while the others wait for its result,
 * be it a token or a failure. Thread-safe.
 */
final class TokenKeeper {

  private record Refusal(long number, Optional<ApiException> failure) {}

  private final TokenIssuer issuer;
  private final Sleeper waits;
  private final Pace pace;
  private final InterruptibleLock oneFetchAtATime = new InterruptibleLock("a token");
  private volatile Optional<Token> held = Optional.empty();
  private volatile Refusal lastRefusal = new Refusal(0, Optional.empty());

  /**
   * @param pace of the server that issues the tokens
   */
  TokenKeeper(TokenIssuer issuer, Sleeper waits, Pace pace) {
    this.issuer = issuer;
    this.waits = waits;
    this.pace = pace;
  }

  /**
   * Fetches a token where one is due, as soon as the pace of its server allows that. Not to be
   * called by a request in flight, which would wait for itself.
   */
  void prepare() {
    if (held.filter(this::isUsable).isEmpty()) {
      pace.await(issuer.request());
      try {
        fetch(this::isUsable);
      } finally {
        pace.end();
      }
    }
  }

  /** The token held, or a new one where that is due. */
  Token current() {
    return held.filter(this::isUsable).orElseGet(() -> fetch(this::isUsable));
  }

  private boolean isUsable(Token token) {
    return !token.isDue(waits.instant());
  }

  /** A token of a later fetch than this one, which the server has refused. */
  @SuppressWarnings("ReferenceEquality") // the server may issue an equal one again
  Token insteadOf(Token refused) {
    return fetch(token -> token != refused);
  }

  private Token fetch(Predicate<Token> usable) {
    long before = lastRefusal.number();
    return oneFetchAtATime.call(
        () -> held.filter(usable).orElseGet(() -> issuedUnlessRefused(before)));
  }

  private Token issuedUnlessRefused(long before) {
    throwRefusalSince(before);
    // Where none can be fetched now, the next request prepares one at the pace of its server.
    held = Optional.empty();
    Token token = issued();
    held = Optional.of(token);
    return token;
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
}
