package dev.seaway.core.catalog;

import dev.seaway.connector.ApiRequest.Parameter;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Marks the writes of one run, or of live events, for the catalog's audit log.
 *
 * @param eventType what made the writes, in Port Ocean's words
 */
public record RunTag(String eventType, Optional<String> resyncId) {

  /** What live events write: they come by HTTP, and belong to no run. */
  public static final RunTag LIVE = new RunTag("http_request", Optional.empty());

  /** The tag of the run of that id. */
  public RunTag(String resyncId) {
    this("resync", Optional.of(resyncId));
  }

  /** A tag for a new run. */
  public static RunTag random() {
    return new RunTag(UUID.randomUUID().toString());
  }

  List<Parameter> parameters() {
    return Stream.concat(
            Stream.of(new Parameter("ocean_info_event_type", eventType)),
            resyncId.stream().map(id -> new Parameter("ocean_info_resync_id", id)))
        .toList();
  }
}
