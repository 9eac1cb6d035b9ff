package dev.seaway.core.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.connector.SignPlaces;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Records that a reader has made anew, so that it is not known from which list of an answer they
 * come. Where they are more than the elements of an outer list, they may come from lists in these.
 */
final class UnplacedRecords {

  private static final int DEPTH = 4;

  private final int records;
  private final SignPlaces ignored;

  private UnplacedRecords(int records, SignPlaces ignored) {
    this.records = records;
    this.ignored = ignored;
  }

  /** Why the records may not be all; empty where no list in an element says so. */
  static Optional<String> doubt(JsonNode body, int records, SignPlaces ignored) {
    return new UnplacedRecords(records, ignored)
        .below(body, "", 0)
        .findFirst()
        .map(
            objection -> "a list that may be one of those read is not whole: " + objection.found());
  }

  private Stream<ListObjection> below(JsonNode value, String place, int depth) {
    if (value.isArray()) {
      return holdsObjects(value) && value.size() < records
          ? Envelope.elements(value, place, RecordWay.to(value, List.of())).stream()
              .flatMap(this::in)
          : Stream.empty();
    }
    return depth > DEPTH
        ? Stream.empty()
        : value
            .propertyStream()
            .flatMap(
                field ->
                    below(field.getValue(), place + "/" + Sign.escaped(field.getKey()), depth + 1));
  }

  private Stream<ListObjection> in(Envelope.Element element) {
    return element
        .node()
        .propertyStream()
        .flatMap(UnplacedRecords::lists)
        .flatMap(path -> objection(element, path).stream());
  }

  /** A field that is a list of objects, or an object that holds one. */
  private static Stream<List<String>> lists(Map.Entry<String, JsonNode> field) {
    return holdsObjects(field.getValue())
        ? Stream.of(List.of(field.getKey()))
        : field.getValue().isObject()
            ? field
                .getValue()
                .propertyStream()
                .filter(inner -> holdsObjects(inner.getValue()))
                .map(inner -> List.of(field.getKey(), inner.getKey()))
            : Stream.empty();
  }

  private Optional<ListObjection> objection(Envelope.Element element, List<String> path) {
    JsonNode list = element.node();
    for (String name : path) {
      list = list.path(name);
    }
    return new InnerList(
            new InnerSigns(path, false).of(element.node(), element.place()), list.size())
        .without(ignored)
        .strong(list.size(), 1);
  }

  private static boolean holdsObjects(JsonNode value) {
    return value.isArray() && value.path(0).isObject();
  }
}
