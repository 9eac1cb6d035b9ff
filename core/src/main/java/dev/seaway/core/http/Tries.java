package dev.seaway.core.http;

import dev.seaway.core.http.ApiException.Reason;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Counts the tries of one request and says whether and when there is another. */
final class Tries {

  /** How often a request is sent in all, waits that the server asked for aside. */
  static final int MAX_TRIES = 5;

  /** Pauses after an answer that may pass. */
  static final Backoff BACKOFF = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(30));

  /** How often a server may ask for a wait in a row. */
  static final int MAX_SERVER_WAITS = 100;

  /** Without a connection: tries in all. With {@link #CONNECT_PATIENCE} this ends within 15 s. */
  static final int MAX_CONNECT_TRIES = 4;

  /** Without a connection: the pauses. */
  static final Backoff CONNECT_BACKOFF = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(2));

  /** Without a connection: no try begins later than this after the first one did. */
  static final Duration CONNECT_PATIENCE = Duration.ofSeconds(10);

  /**
   * A pause before the next try.
   *
   * @param reason what came back and until when the pause lasts
   * @param ofAll whether all requests of the client pause
   */
  record Pause(Duration length, String reason, boolean ofAll) {}

  private final Sleeper waits;
  private final Duration longestServerWait;
  private int failures;
  private int serverWaits;
  private final TurnWait turn;
  private int connectFailures;
  private Instant begun = Instant.MIN;
  private Instant connectionLostSince = Instant.MIN;

  Tries(Sleeper waits, Duration longestServerWait, TurnWait turn) {
    this.waits = waits;
    this.longestServerWait = longestServerWait;
    this.turn = turn;
  }

  void begin() {
    begun = waits.instant();
  }

  /**
   * The pause before the next try; none where the failure is final. Throws where the server asks
   * for too long a wait.
   */
  Optional<Pause> after(ApiException failure) {
    if (!failure.isTransient()) {
      return Optional.empty();
    }
    Instant now = waits.instant();
    Optional<Duration> asked = ServerWait.of(failure, now);
    if (asked.isPresent()) {
      turn.add(asked.get());
      if (turn.own().compareTo(longestServerWait) > 0) {
        throw ServerWait.tooLong(failure, now.plus(asked.get()), turn.own(), longestServerWait);
      }
      return asked
          .filter(wait -> ++serverWaits <= MAX_SERVER_WAITS)
          .map(wait -> asked(failure, wait));
    }
    serverWaits = 0;
    turn.begin();
    failures++;
    return failure.reason() == Reason.UNREACHABLE ? reconnect(failure) : again(failure);
  }

  private Pause asked(ApiException failure, Duration wait) {
    String reason = ServerWait.reason(failure, waits.instant().plus(wait));
    return new Pause(wait, reason, ServerWait.concernsAll(failure));
  }

  private Optional<Pause> again(ApiException failure) {
    connectFailures = 0;
    return failures < MAX_TRIES
        ? Optional.of(pause(failure, BACKOFF.after(failures, waits.jitter())))
        : Optional.empty();
  }

  private Optional<Pause> reconnect(ApiException failure) {
    if (connectFailures++ == 0) {
      connectionLostSince = begun;
    }
    Pause pause = pause(failure, CONNECT_BACKOFF.after(connectFailures, waits.jitter()));
    boolean inTime =
        !waits.instant().plus(pause.length()).isAfter(connectionLostSince.plus(CONNECT_PATIENCE));
    return connectFailures < MAX_CONNECT_TRIES && failures < MAX_TRIES && inTime
        ? Optional.of(pause)
        : Optional.empty();
  }

  private Pause pause(ApiException failure, Duration wait) {
    Instant until = waits.instant().plus(wait).truncatedTo(ChronoUnit.MILLIS);
    return new Pause(
        wait,
        failure.getMessage() + " (try " + (failures + 1) + " begins at " + until + ")",
        false);
  }
}
