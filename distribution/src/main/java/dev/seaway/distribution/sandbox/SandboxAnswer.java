package dev.seaway.distribution.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** An answer of the sandbox site: a status and a JSON document. */
public record SandboxAnswer(int status, JsonNode body) {

  static SandboxAnswer ok(JsonNode body) {
    return new SandboxAnswer(200, body);
  }

  static SandboxAnswer error(int status, String message) {
    return new SandboxAnswer(
        status, JsonNodeFactory.instance.objectNode().put("errorMessage", message));
  }
}
