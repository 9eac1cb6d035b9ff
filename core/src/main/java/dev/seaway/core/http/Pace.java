package dev.seaway.core.http;

import dev.seaway.connector.ApiRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * The pace that a server allows: no request while a 429 asks for a pause, and none beyond what the
 * rate limit of the last answers leaves. Thread-safe.
 */
final class Pace {

  /** Pauses that end so close to each other are one for people. */
  private static final Duration SAME_PAUSE = Duration.ofSeconds(2);

  /**
   * A pause of one request.
   *
   * @param reason empty where a pause until then was announced before
   * @param asked whether the server has asked for it, by refusing a request
   */
  private record Pause(Duration length, Optional<String> reason, boolean asked) {}

  /** What the server has asked for. */
  private record Refusal(Instant from, Instant until, String reason) {

    private static final Refusal NONE = new Refusal(Instant.MIN, Instant.MIN, "");

    /** Not where the clock was set back: then it would last longer than it was asked for. */
    boolean holds(Instant now) {
      return until.isAfter(now) && !now.plus(SAME_PAUSE).isBefore(from);
    }
  }

  private final Sleeper waits;
  private final WaitListener listener;
  private final Duration longestWait;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition answered = lock.newCondition();
  private int inFlight;
  private Optional<RateLimit> window = Optional.empty();
  private OptionalLong limit = OptionalLong.empty();
  private Refusal refusal = Refusal.NONE;
  private Instant announcedUntil = Instant.MIN;

  /**
   * @param longestWait of one request: a 429 that asks for longer fails the request that met it,
   *     and windows that end later one that would wait for them
   */
  Pace(Sleeper waits, WaitListener listener, Duration longestWait) {
    this.longestWait = longestWait;
    this.waits = waits;
    this.listener = listener;
  }

  /** Blocks until it is the request's turn. Then it must be sent at once, and {@link #end}. */
  void await(ApiRequest request) {
    TurnWait turn = new TurnWait();
    while (!isTurn(request, turn)) {
      // Time has passed, and others may have been faster.
    }
  }

  /**
   * Whether the request may go, and is in flight from now on. False once a pause has passed.
   *
   * @throws ApiException if it would wait for too long; then it is not sent
   */
  boolean isTurn(ApiRequest request, TurnWait turn) {
    Optional<Pause> pause = admit();
    if (pause.isEmpty()) {
      turn.end();
      return true;
    }
    Duration length = pause.get().length();
    if (pause.get().asked()) {
      turn.pauseOfOthers(request, length);
    } else {
      turn.pauseOfWindow(request, length, waits.instant().plus(length), longestWait);
    }
    pause.get().reason().ifPresent(reason -> listener.waiting(request, length, reason));
    waits.sleep(length);
    return false;
  }

  /** Empty if the request may go; it is in flight from then on. */
  private Optional<Pause> admit() {
    lock.lock();
    try {
      while (true) {
        Instant now = waits.instant();
        if (refusal.holds(now)) {
          return Optional.of(pause(now, refusal.until(), refusal.reason(), true));
        }
        window = window.filter(open -> open.isOpen(now));
        if (inFlight < allowed()) {
          inFlight++;
          return Optional.empty();
        }
        if (inFlight == 0) {
          Instant reset = window.map(RateLimit::reset).orElse(now);
          return Optional.of(pause(now, reset, "The rate limit is used up until " + reset, false));
        }
        answered.await();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ApiException(
          ApiException.Reason.INTERRUPTED, "Interrupted before a request could be sent", e);
    } finally {
      lock.unlock();
    }
  }

  /**
   * How many requests may be in flight. Whether the server has counted those that are is not known,
   * so they are taken for uncounted. At the start of a new window only its size is known.
   */
  private long allowed() {
    return window.map(RateLimit::remaining).orElseGet(() -> limit.orElse(Long.MAX_VALUE));
  }

  private Pause pause(Instant now, Instant until, String reason, boolean asked) {
    boolean announced =
        announcedUntil.isAfter(now) && !until.isAfter(announcedUntil.plus(SAME_PAUSE));
    if (!announced) {
      announcedUntil = until;
    }
    return new Pause(
        Duration.between(now, until), announced ? Optional.empty() : Optional.of(reason), asked);
  }

  /**
   * Learns from an answer's headers.
   *
   * @param header finds a header's first value by its name in lower case
   */
  void learn(Function<String, Optional<String>> header) {
    lock.lock();
    try {
      // The time of the lock: what was told of a window that has ended since tells nothing.
      Optional<RateLimit> told = RateLimit.of(header, waits.instant());
      if (told.isPresent()) {
        limit = told.get().limit().isPresent() ? told.get().limit() : limit;
        window = Optional.of(window.map(open -> open.and(told.get())).orElse(told.get()));
      }
    } finally {
      lock.unlock();
    }
  }

  /** What one request is told concerns all: each would be refused by itself. */
  void pauseAll(ApiException failure) {
    Instant now = waits.instant();
    Optional<Duration> asked =
        ServerWait.of(failure, now)
            .filter(wait -> ServerWait.concernsAll(failure) && wait.compareTo(longestWait) <= 0);
    lock.lock();
    try {
      asked
          .map(now::plus)
          .filter(until -> !refusal.holds(now) || until.isAfter(refusal.until()))
          .ifPresent(until -> refusal = new Refusal(now, until, ServerWait.reason(failure, until)));
    } finally {
      lock.unlock();
    }
  }

  /** The request is in flight no longer. */
  void end() {
    lock.lock();
    try {
      inFlight--;
      answered.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
