package dev.seaway.distribution.fake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** What a server does with a request. */
public sealed interface Reply {

  /** A whole answer. */
  record Text(int status, Map<String, String> headers, String body) implements Reply {}

  /** A whole answer whose body is not text, for example a compressed one. */
  @SuppressWarnings("ArrayRecordComponent") // Nobody compares answers.
  record Bytes(int status, Map<String, String> headers, byte[] body) implements Reply {}

  /** Announces the whole body by Content-Length, sends half of it and closes the connection. */
  record Truncated(String body) implements Reply {}

  /** Closes the connection without an answer. */
  record Cut() implements Reply {}

  /** Answers nothing until the server is closed. */
  record Hang() implements Reply {}

  /** A JSON document. */
  static Reply json(int status, JsonNode body) {
    return new Text(status, Map.of("Content-Type", "application/json"), body.toString());
  }
}
