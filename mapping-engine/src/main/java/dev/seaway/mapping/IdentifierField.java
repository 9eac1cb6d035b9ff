package dev.seaway.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.mapping.Outcome.Dropped;
import dev.seaway.mapping.Outcome.Failed;
import dev.seaway.mapping.Template.Leaf;
import dev.seaway.mapping.jq.EvaluationFailed;
import dev.seaway.mapping.jq.Program;

/** Computes the identifier of an entity: a text by which it is known, or a search for it. */
record IdentifierField(Template template) {

  private static final String FIELD = "identifier";

  Key of(JsonNode record) {
    try {
      JsonNode value = template.evaluate(record);
      return template instanceof Leaf(String field, Program program)
          ? scalar(value, program.text())
          : search(value);
    } catch (EvaluationFailed e) {
      return new Key.Refused(new Failed(FIELD, e.expression(), e.plainReason()));
    }
  }

  private static Key scalar(JsonNode value, String expression) {
    if (value.isContainerNode()) {
      return new Key.Refused(
          new Failed(
              FIELD, expression, "must give a text or a number, but gave " + TypeName.of(value)));
    }
    JsonNode identifier = ScalarText.normalised(value);
    if (identifier.isNull() || identifier.textValue().isEmpty()) {
      return dropped(expression, identifier.isNull() ? "it is null" : "it is an empty text");
    }
    return IdentifierRule.violation(identifier.textValue())
        .<Key>map(violation -> new Key.Refused(new Failed(FIELD, expression, violation)))
        .orElseGet(() -> new Key.Given(identifier));
  }

  /** A search for null would find entities that this record has nothing to do with. */
  private static Key search(JsonNode search) {
    return hasNull(search) ? dropped("", "a value of its search is null") : new Key.Given(search);
  }

  private static boolean hasNull(JsonNode value) {
    return value.isNull() || value.valueStream().anyMatch(IdentifierField::hasNull);
  }

  private static Key dropped(String expression, String reason) {
    return new Key.Refused(new Dropped(FIELD, expression, reason));
  }
}
