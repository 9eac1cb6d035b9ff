package dev.seaway.core.http;

import dev.seaway.connector.ApiRequest;
import java.time.Duration;

/**
 * One request's wait for its turn. Where the server asks others for one pause after another, it
 * ends. Used by one thread.
 */
final class TurnWait {

  /** As often as the request itself might be asked to wait. */
  private static final int MOST_PAUSES = Tries.MAX_SERVER_WAITS;

  private int pauses;
  private Duration waited = Duration.ZERO;

  /**
   * To be called before a pause that another request was asked for; throws where it is too many.
   */
  void pause(ApiRequest request, Duration length) {
    if (pauses == MOST_PAUSES) {
      throw new ApiException(
          ApiException.Reason.RATE_LIMITED,
          "%s was not sent: the server has asked other requests to wait %d times in a row, %d seconds in all. Let fewer requests run at a time, or ask for a higher limit at the server"
              .formatted(request, pauses, waited.toSeconds()));
    }
    pauses++;
    waited = waited.plus(length);
  }

  /** It is the request's turn: what follows is a new wait. */
  void end() {
    pauses = 0;
    waited = Duration.ZERO;
  }
}
