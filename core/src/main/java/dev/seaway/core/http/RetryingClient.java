package dev.seaway.core.http;

import dev.seaway.connector.ApiClient;
import dev.seaway.connector.ApiRequest;
import dev.seaway.connector.ApiResponse;
import java.time.Duration;

/**
 * Sends again what failed for a reason that may pass. The server's own wish of when is obeyed up to
 * a bound; without one the pause is random, up to a bound that doubles with each try. Each try
 * awaits its turn; that wait is part of no try.
 */
final class RetryingClient implements ApiClient {

  private final PacedClient next;
  private final Sleeper waits;
  private final WaitListener listener;
  private final Duration longestServerWait;

  RetryingClient(
      PacedClient next, Sleeper waits, WaitListener listener, Duration longestServerWait) {
    this.longestServerWait = longestServerWait;
    this.next = next;
    this.waits = waits;
    this.listener = listener;
  }

  @Override
  public ApiResponse send(ApiRequest request) {
    TurnWait turn = new TurnWait();
    Tries tries = new Tries(waits, longestServerWait, turn);
    while (true) {
      try {
        do {
          tries.begin();
        } while (!next.isTurn(request, turn));
        tries.begin();
        return next.send(request);
      } catch (ApiException failure) {
        Tries.Pause pause = tries.after(failure).orElseThrow(() -> failure);
        if (!pause.ofAll()) {
          pause(request, pause);
        }
      }
    }
  }

  private void pause(ApiRequest request, Tries.Pause pause) {
    Duration wait = pause.length();
    listener.waiting(request, wait, pause.reason());
    waits.sleep(wait);
  }
}
