package dev.seaway.core.resync;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Names a raw record for people, without showing what is in it. */
final class RecordLabel {

  private static final List<String> NAMING_FIELDS =
      List.of("issueKey", "key", "id", "issueId", "identifier", "name");

  private RecordLabel() {}

  /**
   * @param recordsSoFar says where the record is, where it has no name
   */
  static String of(JsonNode record, long recordsSoFar) {
    return NAMING_FIELDS.stream()
        .filter(field -> record.path(field).isTextual() || record.path(field).isNumber())
        .findFirst()
        .map(field -> field + " " + record.path(field).asText())
        .orElse("a record among the first " + recordsSoFar);
  }
}
