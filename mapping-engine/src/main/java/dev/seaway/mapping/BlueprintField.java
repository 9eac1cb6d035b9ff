package dev.seaway.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.jq.EvaluationFailed;
import dev.seaway.jq.JqProgram;
import dev.seaway.mapping.Outcome.Dropped;
import dev.seaway.mapping.Outcome.Failed;

/** Computes the blueprint of an entity. */
record BlueprintField(JqProgram program) {

  private static final String FIELD = "blueprint";

  Key of(JsonNode record) {
    try {
      return program
          .firstOutput(record)
          .map(this::given)
          .orElseGet(() -> new Key.Refused(Dropped.intended(FIELD, program.text())));
    } catch (EvaluationFailed e) {
      return failed(e.plainReason());
    }
  }

  private Key given(JsonNode value) {
    if (ScalarText.namesNothing(value)) {
      return new Key.Refused(Dropped.unintended(FIELD, program.text(), ScalarText.reason(value)));
    }
    return value.isTextual()
        ? new Key.Given(value)
        : failed("must give a text, but gave " + TypeName.of(value));
  }

  private Key failed(String message) {
    return new Key.Refused(new Failed(FIELD, program.text(), message));
  }
}
