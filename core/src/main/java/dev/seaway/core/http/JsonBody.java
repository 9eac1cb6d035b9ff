package dev.seaway.core.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Optional;

/**
 * Reads a body straight from its bytes. Of fields with equal names the last counts, as it does for
 * jq; what follows the document is an error.
 */
final class JsonBody {

  /** How deep arrays and objects may be nested. */
  static final int MAX_DEPTH = 500;

  private static final int MAX_STRING_CHARACTERS = 64 << 20;

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MAX_DEPTH)
                          .maxStringLength(MAX_STRING_CHARACTERS)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final FieldNames NAMES = new FieldNames();

  private JsonBody() {}

  /**
   * A missing node where there is nothing but white space.
   *
   * @param hasRecords whether objects in an array are records, of which not all is looked into
   */
  static JsonNode read(byte[] body, boolean hasRecords) throws IOException {
    try {
      return JsonReader.read(body, NAMES, hasRecords);
    } catch (JsonScan.Unusual other) {
      return JSON.readTree(body);
    }
  }

  static Optional<JsonNode> readIfJson(byte[] body) {
    try {
      return Optional.of(read(body, false)).filter(JsonNode::isContainerNode);
    } catch (IOException e) {
      // An error page need not be JSON; its excerpt is in the message either way.
      return Optional.empty();
    }
  }
}
