package dev.seaway.core.resync;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seaway.core.resync.ApiShape.Place;
import dev.seaway.core.resync.ApiShape.Sign;
import java.util.List;
import java.util.Map;

/** Writes signs where the API has them: in the body or in a header. */
record SignWriter(ApiShape shape, ObjectNode root, Map<String, List<String>> headers) {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** A flag, if the API gives it. */
  void flag(Sign sign, boolean value) {
    boolean strict = sign == Sign.FIRST || sign == Sign.PREVIOUS;
    shape
        .sign(sign)
        .ifPresent(place -> put(root, place.path(), flag(strict ? 0 : place.form(), value)));
  }

  private static JsonNode flag(int form, boolean value) {
    return switch (form) {
      case 0 -> JSON.booleanNode(value);
      case 1 -> JSON.textNode(Boolean.toString(value));
      default -> JSON.numberNode(value ? 1 : 0);
    };
  }

  /** A number, if the API gives it. */
  void number(Sign sign, int value) {
    shape.sign(sign).ifPresent(place -> number(place, value));
  }

  private void number(Place place, int value) {
    String text = Integer.toString(value);
    if (!place.header()) {
      put(root, place.path(), place.form() == 1 ? JSON.textNode(text) : JSON.numberNode(value));
      return;
    }
    String name = place.path().getFirst();
    if (name.equals("contentrange")) {
      headers.put("content-range", List.of("items 0-9/" + text));
    } else {
      headers.put(name.replaceFirst("^x", "x-"), List.of(text));
    }
  }

  static void put(ObjectNode root, List<String> path, JsonNode value) {
    ObjectNode node = root;
    for (String step : path.subList(0, path.size() - 1)) {
      node = node.get(step) instanceof ObjectNode there ? there : node.putObject(step);
    }
    node.set(path.getLast(), value);
  }
}
