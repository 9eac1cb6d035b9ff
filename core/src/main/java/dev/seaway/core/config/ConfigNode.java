package dev.seaway.core.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One key of the configuration: the values given for it by all sources, and the keys below it. */
final class ConfigNode {

  private final List<ConfigValue> given = new ArrayList<>();
  private final Map<String, ConfigNode> below = new LinkedHashMap<>();

  void add(ConfigValue value) {
    given.add(value);
  }

  /** The key below this one, made if need be. */
  ConfigNode at(String name) {
    return below.computeIfAbsent(Spelling.plain(name), _ -> new ConfigNode());
  }

  /** Adds what another key holds, behind everything of this one's source. */
  void addWeaker(ConfigNode other, int by) {
    other.given.forEach(value -> given.add(value.weaker(by)));
    other.below.forEach((name, setting) -> at(name).addWeaker(setting, by));
  }

  Map<String, ConfigNode> below() {
    return below;
  }

  /** Something that the user wrote at this key or below it. */
  Optional<ConfigValue> example() {
    return Stream.concat(
            given.stream().filter(value -> !value.isAbsent()),
            below.values().stream().flatMap(setting -> setting.example().stream()))
        .findFirst();
  }

  /** The strongest value; two that contradict each other are a fault. */
  Optional<ConfigValue> value(Problems problems) {
    List<ConfigValue> present =
        given.stream()
            .filter(value -> !value.isAbsent())
            .sorted(Comparator.comparingInt(ConfigValue::rank))
            .toList();
    Optional<ConfigValue> first = present.stream().findFirst();
    first.ifPresent(
        winner ->
            present.stream()
                .filter(other -> other.rank() == winner.rank())
                .filter(other -> !other.value().equals(winner.value()))
                .findFirst()
                .ifPresent(other -> contradiction(winner, other, problems)));
    return first;
  }

  private static void contradiction(ConfigValue one, ConfigValue other, Problems problems) {
    problems.fault(
        one.key(), "and " + other.key() + " have different values; set only one of them");
  }

  /** Moves the fields of JSON objects given for this key to the keys below it. */
  void open(Problems problems) {
    for (ConfigValue value : given) {
      if (!value.isAbsent()) {
        fields(value, problems)
            .properties()
            .forEach(
                field -> at(field.getKey()).add(value.field(field.getKey(), field.getValue())));
      }
    }
    given.clear();
  }

  private static JsonNode fields(ConfigValue value, Problems problems) {
    String text = value.value().asText().strip();
    try {
      JsonNode node = text.startsWith("{") ? Json.parse(text) : value.value();
      if (node.isObject()) {
        return node;
      }
      problems.fault(value.key(), "must be a JSON object, or set its keys one by one");
    } catch (InvalidValue e) {
      problems.fault(value.key(), e.reason());
    }
    return JsonNodeFactory.instance.objectNode();
  }
}
