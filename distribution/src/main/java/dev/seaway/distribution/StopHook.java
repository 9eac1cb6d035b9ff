package dev.seaway.distribution;

/** Does something when the program is asked to end, until it is closed. */
record StopHook(Thread thread) implements AutoCloseable {

  static StopHook start(Stop stop, Runnable action) {
    return new StopHook(Thread.ofVirtual().name("stop").start(() -> await(stop, action)));
  }

  private static void await(Stop stop, Runnable action) {
    try {
      stop.await();
      action.run();
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
