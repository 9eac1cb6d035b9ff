package dev.seaway.core.http;

import dev.seaway.connector.ApiRequest;
import java.time.Duration;

/**
 * Is told before the pipeline waits to send a request: for the log and for progress. A pause of all
 * requests is told once.
 */
public interface WaitListener {

  /**
   * Called on the thread that is about to wait.
   *
   * @param reason why, and until when the wait lasts; fit for the log
   */
  void waiting(ApiRequest request, Duration wait, String reason);
}
