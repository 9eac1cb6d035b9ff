package dev.seaway.mapping.jq;

import com.fasterxml.jackson.databind.JsonNode;

/** The estimated size of a value with everything in it. */
final class Weight {

  private Weight() {}

  static long of(Run run, JsonNode value) {
    run.step();
    return switch (value.getNodeType()) {
      case STRING, BINARY -> 48 + 2L * value.asText().length();
      case ARRAY -> {
        long bytes = Run.ELEMENT;
        for (JsonNode element : value) {
          bytes += 8 + of(run, element);
        }
        yield bytes;
      }
      case OBJECT, POJO -> {
        long bytes = Run.ENTRY;
        for (JsonNode element : value) {
          bytes += Run.ENTRY + of(run, element);
        }
        yield bytes;
      }
      case NULL, MISSING, BOOLEAN, NUMBER -> Run.ELEMENT;
    };
  }
}
