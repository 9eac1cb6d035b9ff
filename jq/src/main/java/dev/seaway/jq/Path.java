package dev.seaway.jq;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a value stands: keys, indexes and slices from the input down. */
final class Path {

  static final Path ROOT = new Path(null, NullNode.getInstance());

  /** Of a value that was computed and stands nowhere. */
  static final Path LOST = new Path(null, NullNode.getInstance());

  private final @Nullable Path parent;
  private final JsonNode key;

  private Path(@Nullable Path parent, JsonNode key) {
    this.parent = parent;
    this.key = key;
  }

  /** One step down, if the path is asked for. */
  static @Nullable Path step(@Nullable Path path, JsonNode from, JsonNode key) {
    if (path == null) {
      return null;
    }
    if (path == LOST) {
      throw new JqError(
          "Invalid path expression near attempt to access element %s of %s"
              .formatted(Types.shortened(key), Types.shortened(from)),
          "Invalid path expression near attempt to access an element of " + Types.name(from));
    }
    return new Path(path, key);
  }

  /** A path, if it is asked for, whose value is about to be iterated over. */
  static @Nullable Path iterated(@Nullable Path path, JsonNode from) {
    if (path == LOST) {
      throw new JqError(
          "Invalid path expression near attempt to iterate through " + Types.shortened(from),
          "Invalid path expression near attempt to iterate through " + Types.name(from));
    }
    return path;
  }

  /** The path of a value that was computed: it survives only if the value is the input itself. */
  @SuppressWarnings("ReferenceEquality") // An equal value that was computed stands nowhere.
  static @Nullable Path after(@Nullable Path path, JsonNode in, JsonNode value) {
    return path == null || in == value ? path : LOST;
  }

  /** The path that {@code path(f)} gives. */
  static Path known(@Nullable Path path, JsonNode value) {
    if (path == null || path == LOST) {
      throw invalid(value);
    }
    return path;
  }

  private static JqError invalid(JsonNode value) {
    return new JqError(
        "Invalid path expression with result " + Types.shortened(value),
        "Invalid path expression with result " + Types.name(value));
  }

  List<JsonNode> keys() {
    List<JsonNode> keys = new ArrayList<>();
    for (Path at = this; at != ROOT && at.parent != null; at = at.parent) {
      keys.add(at.key);
    }
    Collections.reverse(keys);
    return keys;
  }

  ArrayNode toJson(Run run) {
    ArrayNode json = JsonNodeFactory.instance.arrayNode();
    List<JsonNode> keys = keys();
    run.charge(Run.CONTAINER + Run.ELEMENT * (long) keys.size());
    return json.addAll(keys);
  }
}
