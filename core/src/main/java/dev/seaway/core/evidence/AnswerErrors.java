package dev.seaway.core.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** What an answer without a list says in its place. */
public final class AnswerErrors {

  private AnswerErrors() {}

  /** The first sign of a failure, by its place and what it says; empty where there is none. */
  public static Optional<String> named(JsonNode body) {
    return Envelope.of(body).signs().stream()
        .filter(sign -> PartSigns.saysPart(sign) || PartSigns.saysFailure(sign))
        .findFirst()
        .map(sign -> sign.place() + PartSigns.shownInFull(sign.value()));
  }
}
