package dev.seaway.core.resync;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.core.SeawayException.Category;
import dev.seaway.core.read.Listing;
import dev.seaway.core.read.ReadException;
import dev.seaway.jq.EvaluationFailed;
import dev.seaway.jq.JqProgram;
import dev.seaway.mapping.PathParameter;
import java.util.Optional;

/** The value of a path parameter that the mapping's author names in jq, with a filter or none. */
record JqValue(PathParameter parameter) implements Listing.Value {

  @Override
  public Optional<JsonNode> of(JsonNode record) {
    boolean wanted = parameter.filter().map(filter -> wanted(filter, record)).orElse(true);
    return wanted ? Optional.of(evaluate(parameter.field(), record)) : Optional.empty();
  }

  private boolean wanted(JqProgram filter, JsonNode record) {
    JsonNode wanted = evaluate(filter, record);
    if (!wanted.isBoolean()) {
      throw new ReadException(
          Category.USER,
          "Path parameter %s: its filter %s gives %s, not true or false."
              .formatted(parameter.name(), filter.text(), wanted.getNodeType()));
    }
    return wanted.booleanValue();
  }

  private JsonNode evaluate(JqProgram program, JsonNode record) {
    try {
      return program.first(record);
    } catch (EvaluationFailed e) {
      throw new ReadException(
          Category.USER,
          "Path parameter %s: %s: %s".formatted(parameter.name(), program.text(), e.getMessage()),
          e);
    }
  }
}
