package dev.seaway.service.listen;

import java.util.Optional;

/** Waits for what is to start a resync, on threads of its own. */
public interface Listener extends AutoCloseable {

  /** Begins to listen, and returns. Called once. */
  void start(ResyncRequests requests);

  /** Why no request would be heard of now, as far as is known. */
  default Optional<String> obstacle() {
    return Optional.empty();
  }

  /** Asks for no further resync. */
  @Override
  void close();
}
