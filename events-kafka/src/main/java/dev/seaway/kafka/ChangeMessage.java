package dev.seaway.kafka;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A message of the catalog's log of changes, which holds those of the whole organization. */
final class ChangeMessage {

  private static final Logger log = LoggerFactory.getLogger(ChangeMessage.class);
  private static final JsonMapper JSON = new JsonMapper();

  private ChangeMessage() {}

  /**
   * Whether it tells that this integration is not what it was: neither that it was deleted, nor how
   * a run stands.
   */
  static boolean asksForResync(String message, String identifier) {
    JsonNode change = parse(message);
    JsonNode after = change.at("/diff/after");
    JsonNode updated = after.path("updatedAt");
    boolean stateOfARun =
        !updated.isMissingNode() && updated.equals(after.at("/resyncState/updatedAt"));
    return after.path("identifier").asText().equals(identifier)
        && change.at("/changelogDestination/type").asText().equals("KAFKA")
        && !stateOfARun;
  }

  private static JsonNode parse(String message) {
    try {
      return JSON.readTree(message);
    } catch (JsonProcessingException e) {
      log.debug("A message of the catalog is not JSON and is passed over");
      return JSON.missingNode();
    }
  }
}
