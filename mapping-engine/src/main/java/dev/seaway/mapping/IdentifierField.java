package dev.seaway.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.jq.EvaluationFailed;
import dev.seaway.jq.JqProgram;
import dev.seaway.jq.text.Shown;
import dev.seaway.mapping.Outcome.Dropped;
import dev.seaway.mapping.Outcome.Failed;
import dev.seaway.mapping.Template.Leaf;

/** Computes the identifier of an entity: a text by which it is known, or a search for it. */
record IdentifierField(Template template) {

  private static final String FIELD = "identifier";

  Key of(JsonNode record) {
    try {
      return template instanceof Leaf(String _, JqProgram program)
          ? scalar(program, record)
          : search(record);
    } catch (EvaluationFailed e) {
      return new Key.Refused(new Failed(FIELD, e.expression(), e.plainReason()));
    }
  }

  private static Key scalar(JqProgram program, JsonNode record) {
    return program
        .firstOutput(record)
        .map(value -> scalar(value, program, record))
        .orElseGet(() -> new Key.Refused(Dropped.intended(FIELD, program.text())));
  }

  private static Key scalar(JsonNode value, JqProgram program, JsonNode record) {
    String expression = program.text();
    if (value.isContainerNode()) {
      return new Key.Refused(
          new Failed(
              FIELD, expression, "must give a text or a number, but gave " + TypeName.of(value)));
    }
    JsonNode identifier = ScalarText.normalised(value);
    if (ScalarText.namesNothing(identifier)) {
      return dropped(expression, ScalarText.reason(identifier));
    }
    if (NullPart.isIn(identifier.textValue(), program, record)) {
      return dropped(expression, "it has the part \"null\", made of a null");
    }
    return IdentifierRule.of(identifier.textValue())
        .map(violation -> refused(expression, violation, identifier.textValue()))
        .orElseGet(() -> new Key.Given(identifier));
  }

  private static Key refused(String expression, String violation, String identifier) {
    return new Key.Refused(new Failed(FIELD, expression, violation, Shown.shortened(identifier)));
  }

  /** A search for null would find entities that this record has nothing to do with. */
  private Key search(JsonNode record) {
    JsonNode search = template.evaluate(record);
    if (!hasNull(search)) {
      return new Key.Given(search);
    }
    return template.hasPartWithoutOutput(record)
        ? new Key.Refused(new Dropped(FIELD, "", "a value of its search gives nothing", true))
        : dropped("", "a value of its search is null");
  }

  private static boolean hasNull(JsonNode value) {
    return ScalarText.isNull(value) || value.valueStream().anyMatch(IdentifierField::hasNull);
  }

  private static Key dropped(String expression, String reason) {
    return new Key.Refused(Dropped.unintended(FIELD, expression, reason));
  }
}
