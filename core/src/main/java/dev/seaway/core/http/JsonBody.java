package dev.seaway.core.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Optional;

/**
 * Reads a body straight from its bytes. Of fields of a record with equal names the last counts, as
 * it does for jq; outside of records they are an error. What follows the document is an error,
 * unless the server says that each line is one.
 */
final class JsonBody {

  /** How deep arrays and objects may be nested. */
  static final int MAX_DEPTH = 500;

  /** What a small value takes as a tree: its node, and its place in an array or among fields. */
  private static final int BYTES_OF_VALUE = 64;

  /**
   * One document may take half of the memory: less would refuse ordinary records, of some 22 bytes
   * for each value, below {@link TransportOptions#largestResponse}.
   */
  private static final int SHARE_OF_MEMORY = 2;

  private static final FieldNames NAMES = new FieldNames();

  private final int maxValues;
  private final GeneralJson general;

  /**
   * @param maxValues that one document may hold, as {@link JsonScan} counts them
   */
  JsonBody(int maxValues) {
    this.maxValues = maxValues;
    this.general = new GeneralJson(maxValues);
  }

  /** Of documents with as many values as Java's memory has room for. */
  static JsonBody ofMemory() {
    return new JsonBody(mostValues(Runtime.getRuntime().maxMemory()));
  }

  static int mostValues(long memoryBytes) {
    return (int) Math.min(memoryBytes / SHARE_OF_MEMORY / BYTES_OF_VALUE, Integer.MAX_VALUE / 4);
  }

  /**
   * A missing node where there is nothing but white space.
   *
   * @param hasRecords whether objects in an array are records, of which not all is looked into
   */
  JsonNode read(HttpAnswer answer, boolean hasRecords) throws IOException {
    ContentType type = ContentType.of(answer);
    if (type.isLines()) {
      return general.lines(answer.body(), type);
    }
    try {
      return JsonReader.read(answer.body(), NAMES, hasRecords, maxValues);
    } catch (JsonScan.TooManyValues tooMany) {
      throw new TooManyValuesException(maxValues);
    } catch (JsonScan.Repeated repeated) {
      throw new RepeatedKeyException(repeated.key());
    } catch (JsonScan.Unusual other) {
      return general.document(answer.body(), type, hasRecords);
    }
  }

  Optional<JsonNode> readIfJson(HttpAnswer answer) {
    try {
      return Optional.of(read(answer, false)).filter(JsonNode::isContainerNode);
    } catch (IOException e) {
      // An error page need not be JSON; its excerpt is in the message either way.
      return Optional.empty();
    }
  }
}
