package dev.seaway.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seaway.jq.text.NearMiss;
import dev.seaway.jq.text.Shown;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One object of the document, read key by key. A key may be spelled {@code data_path} or {@code
 * dataPath}; a key whose value is null counts as absent. What was never asked for is unknown.
 */
final class Section {

  private static final Pattern CAPITAL = Pattern.compile("[A-Z]");
  private static final Pattern UNDERSCORE = Pattern.compile("_([a-z])");

  private final String path;
  private final ObjectNode object;
  private final Problems problems;
  private final Set<String> known = new LinkedHashSet<>();

  private Section(String path, ObjectNode object, Problems problems) {
    this.path = path;
    this.object = object;
    this.problems = problems;
  }

  /** The value as a section; an error if it is not an object. */
  static Optional<Section> of(JsonNode value, String path, Problems problems) {
    if (value instanceof ObjectNode object) {
      return Optional.of(new Section(path, object, problems));
    }
    problems.error(path, "must be an object, but is " + TypeName.of(value) + ".");
    return Optional.empty();
  }

  Optional<Section> section(String key) {
    return value(key).flatMap(value -> of(value, path(key), problems));
  }

  /** The section of that key; an error if it is missing. */
  Optional<Section> requiredSection(String key) {
    return required(key).flatMap(value -> of(value, path(key), problems));
  }

  boolean flag(String key, boolean otherwise) {
    Optional<JsonNode> value = value(key);
    if (value.isPresent() && !value.get().isBoolean()) {
      problems.error(path(key), "must be true or false, but is %s.".formatted(shown(value.get())));
    }
    return value.map(JsonNode::booleanValue).orElse(otherwise);
  }

  Optional<String> text(String key) {
    Optional<JsonNode> value = value(key);
    if (value.isPresent() && !isText(value.get())) {
      problems.error(path(key), "must be a text, but is %s.".formatted(shown(value.get())));
      return Optional.empty();
    }
    return value.map(JsonNode::textValue);
  }

  Optional<String> requiredText(String key) {
    return required(key).isPresent() ? text(key) : Optional.empty();
  }

  private static boolean isText(JsonNode value) {
    return value.isTextual() && !value.textValue().isBlank();
  }

  /** The value of that key; an error if it is missing. */
  Optional<JsonNode> required(String key) {
    Optional<JsonNode> value = value(key);
    if (value.isEmpty()) {
      problems.error(path(key), "is missing.");
    }
    return value;
  }

  Optional<JsonNode> value(String key) {
    if (known.add(key) && isGivenTwice(key)) {
      problems.error(
          path(key), "is given twice, also as %s. Keep one of them.".formatted(otherSpelling(key)));
    }
    return Optional.ofNullable(object.get(spelling(key))).filter(value -> !value.isNull());
  }

  private boolean isGivenTwice(String key) {
    String other = otherSpelling(key);
    return !other.equals(key) && object.has(key) && object.has(other);
  }

  /** All entries, for sections whose keys are free. */
  Set<Map.Entry<String, JsonNode>> entries() {
    return object.properties();
  }

  /** Where a key of this section is, as the document spells it. */
  String path(String key) {
    return path.isEmpty() ? spelling(key) : path + "." + spelling(key);
  }

  String path() {
    return path;
  }

  /** Warns of every key that nobody asked for; to be called when all keys have been read. */
  void warnOfUnknownKeys() {
    for (Map.Entry<String, JsonNode> entry : object.properties()) {
      String key = entry.getKey();
      if (known.stream().noneMatch(name -> spelling(name).equals(key))) {
        problems.warning(
            path(key),
            "is not a known key and has no effect.%s Known here: %s."
                .formatted(NearMiss.hint(key, known), String.join(", ", known)));
      }
    }
  }

  private String spelling(String key) {
    String other = otherSpelling(key);
    return !object.has(key) && object.has(other) ? other : key;
  }

  private static String otherSpelling(String key) {
    return key.indexOf('_') < 0
        ? CAPITAL.matcher(key).replaceAll(letter -> "_" + letter.group().toLowerCase(Locale.ROOT))
        : UNDERSCORE.matcher(key).replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT));
  }

  /** A value as a message shows it: scalars as they are, the rest by its type. */
  static String shown(JsonNode value) {
    return value.isContainerNode()
        ? TypeName.of(value)
        : "`%s`".formatted(Shown.shortened(value.asText()));
  }
}
