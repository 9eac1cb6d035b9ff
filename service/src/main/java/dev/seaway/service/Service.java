package dev.seaway.service;

import dev.seaway.core.SeawayException;
import dev.seaway.service.listen.Listener;
import dev.seaway.service.listen.ResyncQueue;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs a resync whenever one is asked for, until it is stopped. */
final class Service {

  private static final Logger log = LoggerFactory.getLogger(Service.class);

  private final ResyncRunner runs;
  private final ResyncQueue queue;
  private final List<Listener> listeners;
  private final Abort abort;

  Service(ResyncRunner runs, ResyncQueue queue, List<Listener> listeners, Abort abort) {
    this.runs = runs;
    this.queue = queue;
    this.listeners = List.copyOf(listeners);
    this.abort = abort;
  }

  /**
   * Returns when it was stopped.
   *
   * @param told of each run
   * @return true if no run was cut short by the stop
   * @throws SeawayException if the first run finds that the tool cannot be read at all
   */
  boolean run(Consumer<RunOutcome> told) {
    listeners.forEach(listener -> listener.start(queue));
    boolean first = true;
    boolean whole = true;
    try {
      Optional<String> reason = queue.take();
      while (reason.isPresent() && !abort.isAsked()) {
        log.info("A resync begins: {}", reason.get());
        RunOutcome outcome = runs.run();
        throwIfHopeless(first, outcome);
        first = false;
        whole = !(outcome instanceof RunOutcome.Aborted);
        told.accept(outcome);
        reason = queue.take();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      listeners.forEach(Listener::close);
    }
    return whole;
  }

  /** Wrong credentials are better told at once than found in a log weeks later. */
  private static void throwIfHopeless(boolean first, RunOutcome outcome) {
    if (first && outcome instanceof RunOutcome.Ended ended) {
      ended
          .report()
          .couldNotStart()
          .ifPresent(
              failure -> {
                throw failure;
              });
    }
  }
}
