package dev.seaway.core.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** A 64-bit hash of all that a value holds, whatever the order of its fields; no text is made. */
final class TreeHash {

  private static final long PRIME = 0x9E37_79B9_7F4A_7C15L;

  private TreeHash() {}

  static long of(JsonNode value) {
    return switch (value.getNodeType()) {
      case OBJECT -> ofFields(value);
      case ARRAY -> ofElements(value);
      case STRING -> mix(ofText(value.textValue()), 3);
      case NUMBER ->
          value.isIntegralNumber() && value.canConvertToLong()
              ? mix(value.longValue(), 4)
              : mix(ofText(value.asText()), 5);
      case BOOLEAN -> mix(value.booleanValue() ? 1 : 2, 6);
      case BINARY, MISSING, NULL, POJO -> mix(ofText(value.asText()), 7);
    };
  }

  private static long ofFields(JsonNode object) {
    long hash = 0;
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      hash += mix(ofText(field.getKey()) ^ Long.rotateLeft(of(field.getValue()), 21), 1);
    }
    return mix(hash, 1);
  }

  private static long ofElements(JsonNode array) {
    long hash = array.size();
    for (JsonNode element : array) {
      hash = mix(hash ^ of(element), 2);
    }
    return hash;
  }

  private static long ofText(String text) {
    long hash = text.length();
    for (int at = 0; at < text.length(); at++) {
      hash = hash * 0x0000_0100_0000_01B3L + text.charAt(at);
    }
    return hash;
  }

  private static long mix(long value, int kind) {
    long hash = (value + kind * PRIME) * 0xBF58_476D_1CE4_E5B9L;
    hash = (hash ^ (hash >>> 32)) * 0x94D0_49BB_1331_11EBL;
    return hash ^ (hash >>> 29);
  }
}
