package dev.seaway.core.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.connector.SignPlaces;
import java.util.List;
import java.util.Optional;

/** What no look at the envelopes of a list has seen, so that no proof is believed. */
final class UnseenParts {

  private final SignPlaces ignored;
  private Optional<String> doubt = Optional.empty();

  UnseenParts(SignPlaces ignored) {
    this.ignored = ignored;
  }

  /**
   * Takes an answer's body.
   *
   * @param records those of its nodes that are records
   * @param made what the reader takes for records
   */
  void page(JsonNode body, List<JsonNode> records, List<JsonNode> made, Envelope envelope) {
    if (envelope.isCut()) {
      doubt = Optional.of("an answer has too many fields beside its records to look at all");
    } else if (doubt.isEmpty() && isUnplaced(body, records, made, envelope)) {
      doubt = UnplacedRecords.doubt(body, made.size(), ignored);
    }
  }

  /** Why no proof is believed; empty where all was seen. */
  Optional<String> doubt() {
    return doubt;
  }

  /** Whether the records are none of the answer's nodes. */
  private static boolean isUnplaced(
      JsonNode body, List<JsonNode> records, List<JsonNode> made, Envelope envelope) {
    return body.isObject()
        && (made.size() > records.size()
            || (!records.isEmpty() && !envelope.way().isFound() && !envelope.way().isRecord(body)));
  }
}
