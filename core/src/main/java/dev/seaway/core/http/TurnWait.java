package dev.seaway.core.http;

import dev.seaway.connector.ApiRequest;
import java.time.Duration;
import java.time.Instant;

/**
 * How long one request has waited in a row: because the server asked it to, because a rate limit's
 * window was used up, or because the server asks others for one pause after another. Used by one
 * thread.
 */
final class TurnWait {

  /** As often as the request itself might be asked to wait. */
  private static final int MOST_PAUSES = Tries.MAX_SERVER_WAITS;

  private int pausesOfOthers;
  private Duration ofOthers = Duration.ZERO;
  private Duration own = Duration.ZERO;

  /** What the request was asked to wait itself, and what windows have made it wait. */
  Duration own() {
    return own;
  }

  /** The server has asked the request to wait. */
  void add(Duration asked) {
    own = own.plus(asked);
  }

  /** An answer came, whatever it was: what follows is a new wait. */
  void begin() {
    own = Duration.ZERO;
  }

  /**
   * To be called before a pause until a window ends.
   *
   * @throws ApiException where it would make the wait longer than is allowed
   */
  void pauseOfWindow(ApiRequest request, Duration length, Instant until, Duration longest) {
    if (own.plus(length).compareTo(longest) > 0) {
      throw ServerWait.tooLong(request, until, own.plus(length), longest);
    }
    own = own.plus(length);
  }

  /**
   * To be called before a pause that another request was asked for.
   *
   * @throws ApiException where there were too many
   */
  void pauseOfOthers(ApiRequest request, Duration length) {
    if (pausesOfOthers == MOST_PAUSES) {
      throw new ApiException(
          ApiException.Reason.RATE_LIMITED,
          "%s was not sent: the server has asked other requests to wait %d times in a row, %d seconds in all. Let fewer requests run at a time, or ask for a higher limit at the server"
              .formatted(request, pausesOfOthers, ofOthers.toSeconds()));
    }
    pausesOfOthers++;
    ofOthers = ofOthers.plus(length);
  }

  /** It is the request's turn. */
  void end() {
    pausesOfOthers = 0;
    ofOthers = Duration.ZERO;
  }
}
