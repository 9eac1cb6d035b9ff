package dev.seaway.distribution.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Port's ways to answer. */
final class PortReply {

  private PortReply() {}

  static ObjectNode ok() {
    return JsonNodeFactory.instance.objectNode().put("ok", true);
  }

  static Reply ok(String name, JsonNode value) {
    return Reply.json(200, ok().set(name, value));
  }

  static Reply error(int status, String error, String message) {
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("ok", false);
    return Reply.json(status, body.put("error", error).put("message", message));
  }
}
