package dev.seaway.core.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * Tells which nodes of a list's answers are its records: what came over the wire may be no more
 * than what holds them, such as boards of which the items are read. Not thread-safe.
 */
final class RecordNodes {

  private boolean decided;
  private boolean nested;

  /**
   * @param received what came over the wire
   * @param records what the reader takes for records
   */
  List<JsonNode> of(List<JsonNode> received, List<JsonNode> records) {
    if (!decided && !received.isEmpty()) {
      records.stream()
          .filter(record -> !record.isNull())
          .findFirst()
          .ifPresent(
              record -> {
                decided = true;
                nested = isBelow(received, record);
              });
    }
    return nested ? records : received;
  }

  private static boolean isBelow(List<JsonNode> received, JsonNode record) {
    for (JsonNode element : received) {
      RecordWay way = RecordWay.to(element, List.of(record));
      if (way.isRecord(element)) {
        return false;
      }
      if (way.isFound()) {
        return way.passesAList();
      }
    }
    return false;
  }
}
