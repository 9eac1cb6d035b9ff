package dev.seaway.core.resync;

/** Is told what a run does. Calls come from any thread, and must return quickly. */
@FunctionalInterface
public interface SyncListener {

  /** Hears nothing. */
  SyncListener NONE = _ -> {};

  /** Something has happened. */
  void on(SyncEvent event);

  /** This one is told, and then the other. */
  default SyncListener and(SyncListener next) {
    return event -> {
      on(event);
      next.on(event);
    };
  }
}
