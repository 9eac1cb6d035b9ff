package dev.seaway.service.listen;

/** Takes requests for a resync. Thread-safe; returns at once. */
@FunctionalInterface
public interface ResyncRequests {

  /**
   * Asks for a resync that begins after this call.
   *
   * @param reason for the log: what happened
   */
  void request(String reason);
}
