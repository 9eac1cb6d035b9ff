package dev.seaway.core.catalog;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * How a run stands, as the catalog shows it.
 *
 * @param start absent where it is not to be changed
 * @param end absent while it runs
 * @param next when the next one is due, where a schedule says so
 * @param interval between two scheduled ones
 */
public record ResyncState(
    Status status,
    Optional<Instant> start,
    Optional<Instant> end,
    Optional<Instant> next,
    Optional<Duration> interval) {

  /** The words of the catalog's API, in capitals. */
  public enum Status {
    RUNNING,
    COMPLETED,
    FAILED,
    ABORTED
  }

  /** The name of the interval is misspelled in the catalog's API. */
  ObjectNode json() {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("status", status.name().toLowerCase(Locale.ROOT));
    body.put("lastResyncEnd", end.map(Instant::toString).orElse(null));
    start.ifPresent(at -> body.put("lastResyncStart", at.toString()));
    body.put("nextResync", next.map(Instant::toString).orElse(null));
    interval.ifPresentOrElse(
        each -> body.put("intervalInMinuets", each.toMinutes()),
        () -> body.putNull("intervalInMinuets"));
    return body;
  }
}
