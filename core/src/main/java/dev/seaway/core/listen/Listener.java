package dev.seaway.core.listen;

/** Waits for what is to start a resync, on threads of its own. */
public interface Listener extends AutoCloseable {

  /** Begins to listen, and returns. Called once. */
  void start(ResyncRequests requests);

  /** Asks for no further resync. */
  @Override
  void close();
}
