package dev.seaway.catalog;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seaway.catalog.wire.Json;
import dev.seaway.catalog.wire.Refusal;
import java.util.List;
import java.util.Optional;

/** A call that matched a route, with the values of the route's placeholders. */
record Request(CatalogCall call, List<String> values) {

  /** The value of a placeholder, decoded, in the order of the path. */
  String value(int place) {
    return values.get(place);
  }

  ObjectNode body() {
    return Json.readBody(call.body());
  }

  /** Who calls: it becomes the datasource of what is written. */
  String userAgent() {
    return call.headers().getOrDefault("user-agent", "");
  }

  boolean flag(String name) {
    return parameter(name)
        .map(
            value ->
                switch (value) {
                  case "true" -> true;
                  case "false" -> false;
                  default ->
                      throw Refusal.invalid(
                          "The query parameter \"%s\" must be true or false, not \"%s\"."
                              .formatted(name, value));
                })
        .orElse(false);
  }

  int limit(int otherwise, int max) {
    return parameter("limit").map(value -> limit(value, max)).orElse(otherwise);
  }

  private static int limit(String value, int max) {
    try {
      return checkedLimit(Integer.parseInt(value), max);
    } catch (NumberFormatException e) {
      throw Refusal.invalid("\"limit\" must be a whole number, not \"%s\".".formatted(value));
    }
  }

  static int checkedLimit(int limit, int max) {
    if (limit < 1 || limit > max) {
      throw Refusal.invalid("\"limit\" must be from 1 to %d, not %d.".formatted(max, limit));
    }
    return limit;
  }

  Optional<String> parameter(String name) {
    return parameters(name).stream().findFirst();
  }

  List<String> parameters(String name) {
    return call.query().getOrDefault(name, List.of());
  }
}
