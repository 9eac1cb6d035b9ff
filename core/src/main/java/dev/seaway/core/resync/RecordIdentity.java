package dev.seaway.core.resync;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * By what a record is known, so that no other is taken for it.
 *
 * @param values places in the record to what they hold, as text
 * @param every whether each of them must be so; else one is enough
 */
record RecordIdentity(Map<JsonPointer, String> values, boolean every) {

  RecordIdentity {
    values = Map.copyOf(values);
  }

  /** One that has all these fields. */
  static RecordIdentity allOf(ObjectNode known) {
    Map<JsonPointer, String> values = new LinkedHashMap<>();
    known
        .properties()
        .forEach(
            field ->
                values.put(
                    JsonPointer.empty().appendProperty(field.getKey()), field.getValue().asText()));
    return new RecordIdentity(values, true);
  }

  /** One that holds the id at one of its places. */
  static RecordIdentity byId(Collection<JsonPointer> places, String id) {
    Map<JsonPointer, String> values = new LinkedHashMap<>();
    places.forEach(place -> values.put(place, id));
    return new RecordIdentity(values, false);
  }

  boolean isOf(JsonNode record) {
    Stream<JsonPointer> places = values.keySet().stream();
    return every
        ? places.allMatch(place -> isSame(record, place))
        : places.anyMatch(place -> isSame(record, place));
  }

  private boolean isSame(JsonNode record, JsonPointer place) {
    return isTold(record, place) && record.at(place).asText().equals(values.get(place));
  }

  /** The places that the record leaves empty, so that it does not tell which one it is. */
  List<JsonPointer> untold(JsonNode record) {
    List<JsonPointer> untold =
        values.keySet().stream()
            .filter(place -> !isTold(record, place))
            .sorted(Comparator.comparing(JsonPointer::toString))
            .toList();
    return every || untold.size() == values.size() ? untold : List.of();
  }

  private static boolean isTold(JsonNode record, JsonPointer place) {
    return record.at(place).isValueNode() && !record.at(place).isNull();
  }
}
