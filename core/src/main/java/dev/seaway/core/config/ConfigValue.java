package dev.seaway.core.config;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A value that the user gave, and where.
 *
 * @param prefix what stands before the name, for example {@code OCEAN__PORT__} or {@code
 *     config.yaml: port.}
 * @param name the last part of the key, as written
 * @param rank the smaller wins; two different values of one rank contradict each other
 */
record ConfigValue(String prefix, String name, JsonNode value, int rank) {

  String key() {
    return prefix + name;
  }

  /** Helm renders options that were not set as empty strings; JSON and YAML say null. */
  boolean isAbsent() {
    return value.isNull()
        || value.isMissingNode()
        || (value.isTextual() && value.asText().isBlank());
  }

  ConfigValue field(String field, JsonNode content) {
    return new ConfigValue(
        key().isEmpty() || key().endsWith(": ") ? key() : key() + ".", field, content, rank);
  }

  ConfigValue weaker(int by) {
    return new ConfigValue(prefix, name, value, rank + by);
  }

  /** Whether it is a variable, rather than a field in JSON or YAML. */
  boolean isVariable() {
    return prefix.isEmpty() || prefix.endsWith("__");
  }

  @Override
  public String toString() {
    return key();
  }
}
