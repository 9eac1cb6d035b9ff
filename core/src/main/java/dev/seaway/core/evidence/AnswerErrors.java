package dev.seaway.core.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/** What an answer without a list says in its place. */
public final class AnswerErrors {

  /** Where errors have a text for people. */
  private static final List<String> MESSAGES =
      List.of("message", "detail", "title", "description", "reason", "error");

  private AnswerErrors() {}

  /** The first sign of a failure, by its place and what it says; empty where there is none. */
  public static Optional<String> named(JsonNode body) {
    return Envelope.of(body).signs().stream()
        .filter(sign -> PartSigns.saysPart(sign) || PartSigns.saysFailure(sign))
        .findFirst()
        .map(
            sign ->
                sign.place()
                    + " "
                    + Shown.said(sign.value())
                    + message(sign.value()).map(text -> ": " + Shown.of(text)).orElse(""));
  }

  /** The text of an error, or of the first one of a list. */
  private static Optional<String> message(JsonNode value) {
    JsonNode error = value.isArray() ? value.path(0) : value;
    return MESSAGES.stream()
        .map(error::path)
        .filter(JsonNode::isTextual)
        .map(JsonNode::textValue)
        .findFirst()
        .or(
            () ->
                value.isArray() && error.isTextual()
                    ? Optional.of(error.textValue())
                    : Optional.empty());
  }
}
