package dev.seaway.service.listen;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tells whether somebody else has changed the integration at the catalog since a run last went by
 * it. What this program changes itself does not count. Thread-safe.
 */
public final class IntegrationWatch {

  /** By any of these a request shows, whatever the catalog's version. */
  private static final List<String> STAMPS =
      List.of("/resyncRequest", "/resyncState/updatedAt", "/updatedAt");

  private static final int REQUEST = 0;

  private JsonNode config = MissingNode.getInstance();
  private Optional<List<JsonNode>> stamps = Optional.empty();
  private long generation;

  /** A run goes by this state: whatever was asked before is done by it. */
  public synchronized void taken(JsonNode integration) {
    generation++;
    config = integration.path("config");
    stamps = Optional.of(stamps(integration));
  }

  /**
   * This program has changed the integration. That hides no request: where the catalog notes
   * requests by themselves, that note is not taken for our own.
   *
   * @param answer what the catalog says to it; where it does not say how the integration looks now,
   *     the next look is taken for that
   */
  public synchronized void changedByUs(JsonNode answer) {
    generation++;
    boolean silent = STAMPS.stream().map(answer::at).allMatch(JsonNode::isMissingNode);
    stamps = silent ? Optional.empty() : stamps.map(known -> later(known, stamps(answer)));
  }

  /** An answer may arrive after a look that was newer. */
  private static List<JsonNode> later(List<JsonNode> known, List<JsonNode> told) {
    List<JsonNode> later = new ArrayList<>();
    for (int index = 0; index < known.size(); index++) {
      boolean isRequest = index == REQUEST;
      boolean isOlder = told.get(index).asText().compareTo(known.get(index).asText()) < 0;
      later.add(isRequest || isOlder ? known.get(index) : told.get(index));
    }
    return later;
  }

  /** To be asked for before a look, and handed over with what it has seen. */
  public synchronized long beforeLook() {
    return generation;
  }

  /**
   * What somebody else has changed, told once.
   *
   * @param before from {@link #beforeLook}: what was seen while this program changed the
   *     integration itself may be older than that change, and is left to the next look
   */
  public synchronized Optional<String> changed(long before, JsonNode integration) {
    if (before != generation) {
      return Optional.empty();
    }
    List<JsonNode> now = stamps(integration);
    boolean newMapping = !integration.path("config").equals(config);
    boolean newStamps = stamps.isPresent() && !stamps.get().equals(now);
    config = integration.path("config");
    stamps = Optional.of(now);
    if (newMapping) {
      return Optional.of("the mapping was changed at the catalog");
    }
    return newStamps ? Optional.of("the catalog asks for it") : Optional.empty();
  }

  private static List<JsonNode> stamps(JsonNode integration) {
    return STAMPS.stream().map(integration::at).toList();
  }
}
