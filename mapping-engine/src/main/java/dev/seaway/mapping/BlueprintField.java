package dev.seaway.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.mapping.Outcome.Dropped;
import dev.seaway.mapping.Outcome.Failed;
import dev.seaway.mapping.jq.EvaluationFailed;
import dev.seaway.mapping.jq.Program;

/** Computes the blueprint of an entity. */
record BlueprintField(Program program) {

  private static final String FIELD = "blueprint";

  Key of(JsonNode record) {
    try {
      JsonNode value = program.first(record);
      if (value.isNull() || (value.isTextual() && value.textValue().isEmpty())) {
        return new Key.Refused(
            new Dropped(
                FIELD, program.text(), value.isNull() ? "it is null" : "it is an empty text"));
      }
      return value.isTextual()
          ? new Key.Given(value)
          : failed("must give a text, but gave " + TypeName.of(value));
    } catch (EvaluationFailed e) {
      return failed(e.plainReason());
    }
  }

  private Key failed(String message) {
    return new Key.Refused(new Failed(FIELD, program.text(), message));
  }
}
