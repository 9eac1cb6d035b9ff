package dev.seaway.connector;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How the tool tells of changes: what it posts to {@code /integration/<path>}, and what that means.
 * Pure and thread-safe, a record of its configuration: the engine receives, keeps, reads and
 * applies.
 */
public interface LiveEvents {

  /**
   * What a delivery says.
   *
   * @param name what happened, for logs, for example {@code jira:issue_updated}
   * @param key the same whenever the tool delivers this event again; empty where it gives none, so
   *     that each delivery counts
   * @param subject what it happened to: events of one subject are applied in the order received
   * @param changes what may be different now; empty: nothing that concerns the kinds
   */
  record Event(String name, Optional<String> key, String subject, List<Change> changes) {
    public Event {
      changes = List.copyOf(changes);
    }
  }

  /** One word below {@code /integration/}; {@code webhook} where nothing speaks against it. */
  String path();

  /**
   * Why this delivery cannot be trusted; empty where it is the tool's. Compare secrets in constant
   * time ({@link Delivery#isSigned}).
   */
  Optional<String> refusal(Delivery delivery);

  /**
   * Reads a delivery that is the tool's.
   *
   * @throws IllegalArgumentException if it is not what the tool sends, with a message that holds no
   *     value of the delivery
   */
  Event event(Delivery delivery);

  /**
   * The fields by which the records of a kind are told apart: no two of them ever have the same
   * value there. An entity is deleted by an event only where its name depends on none but these and
   * those that {@link Change.Deleted} and {@link Change.Stale} tell, for others may be what several
   * records make.
   *
   * @param kind the name of the declared kind
   */
  default Set<String> tellingFields(String kind) {
    return Set.of();
  }
}
