package dev.seaway.jq;

import com.fasterxml.jackson.databind.JsonNode;

/** The estimated size of a value with everything in it. */
final class Weight {

  private Weight() {}

  static long of(Run run, JsonNode value) {
    run.step();
    return switch (value.getNodeType()) {
      case STRING, BINARY -> 64 + 2L * value.asText().length();
      case ARRAY -> {
        run.down(2);
        long bytes = Run.CONTAINER;
        for (JsonNode element : value) {
          bytes += 8 + of(run, element);
        }
        run.up(2);
        yield bytes;
      }
      case OBJECT, POJO -> {
        run.down(2);
        long bytes = Run.CONTAINER;
        for (JsonNode element : value) {
          bytes += Run.ENTRY + of(run, element);
        }
        run.up(2);
        yield bytes;
      }
      case NULL, MISSING, BOOLEAN, NUMBER -> Run.ELEMENT;
    };
  }
}
