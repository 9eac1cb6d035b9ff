package dev.seaway.mapping;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;

/** Reads JSON from tests' source; keys may stand without quotes, as they do in YAML. */
final class Json {

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES).build();

  private Json() {}

  static JsonNode of(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(json, e);
    }
  }

  /** A mapping of one resource with this {@code port} section and selector. */
  static Mapping mapping(String port, String selector) {
    MappingDocument.Parsed parsed =
        MappingDocument.parse(
            of("{resources: [{kind: \"/x\", selector: %s, port: %s}]}".formatted(selector, port)),
            Map.of());
    return parsed
        .document()
        .orElseThrow(() -> new AssertionError(parsed.problems().toString()))
        .resources()
        .getFirst()
        .mapping();
  }

  /** The mapping of one entry of {@code mappings}. */
  static Mapping mapping(String mappings) {
    return mapping("{entity: {mappings: %s}}".formatted(mappings), "{query: \"true\"}");
  }
}
