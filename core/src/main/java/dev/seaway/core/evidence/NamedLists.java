package dev.seaway.core.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.connector.SignPlaces;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Looks for the lists of certain names in a record, wherever they lie, and for what speaks against
 * one of them.
 */
final class NamedLists {

  /** No answer that is read is deeper. */
  private static final int DEPTH = 500;

  private final Set<String> names;
  private final SignPlaces ignored;

  NamedLists(Set<String> names, SignPlaces ignored) {
    this.names = names;
    this.ignored = ignored;
  }

  Optional<ListObjection> objection(JsonNode record) {
    return in(record, "", 0);
  }

  private Optional<ListObjection> in(JsonNode object, String place, int depth) {
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      JsonNode value = field.getValue();
      if (value.isContainerNode()) {
        Optional<ListObjection> found =
            at(object, place, field, depth).or(() -> below(value, place, field.getKey(), depth));
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  /** The field itself, and the lists that it holds if it is an object. */
  private Optional<ListObjection> at(
      JsonNode object, String place, Map.Entry<String, JsonNode> field, int depth) {
    JsonNode value = field.getValue();
    if (names.contains(field.getKey())) {
      Optional<ListObjection> beside =
          judged(object, place, List.of(field.getKey()), depth > 0, value.size());
      if (beside.isPresent()) {
        return beside;
      }
    }
    return value
        .propertyStream()
        .filter(inner -> inner.getValue().isArray() && names.contains(inner.getKey()))
        .flatMap(
            inner ->
                judged(
                    object,
                    place,
                    List.of(field.getKey(), inner.getKey()),
                    false,
                    inner.getValue().size())
                    .stream())
        .findFirst();
  }

  private Optional<ListObjection> judged(
      JsonNode object, String place, List<String> path, boolean alone, int size) {
    return new InnerList(new InnerSigns(path, alone).of(object, place), size)
        .without(ignored)
        .strong(size, 1);
  }

  private Optional<ListObjection> below(JsonNode value, String place, String name, int depth) {
    if (depth >= DEPTH) {
      return Optional.empty();
    }
    String at = place + "/" + Sign.escaped(name);
    if (value.isObject()) {
      return in(value, at, depth + 1);
    }
    for (int index = 0; index < value.size(); index++) {
      Optional<ListObjection> found = in(value.get(index), at + "/" + index, depth + 1);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }
}
