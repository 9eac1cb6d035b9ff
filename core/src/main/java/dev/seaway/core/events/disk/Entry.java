package dev.seaway.core.events.disk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seaway.core.events.DeadLetter;
import dev.seaway.core.events.EventQueue.Posted;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One line of the queue's history, as JSON. */
sealed interface Entry {

  JsonMapper JSON = new JsonMapper();

  /** An event was received. */
  record Put(long number, Posted event) implements Entry {}

  /** An event was applied. */
  record Done(long number) implements Entry {}

  /** An event was given up. */
  record Buried(long number, Instant at, String reason) implements Entry {}

  /** A dead letter was thrown away, or put anew. */
  record Dropped(long number) implements Entry {}

  /** A dead letter, after its history was forgotten. */
  record Dead(DeadLetter letter) implements Entry {}

  /** The key of an event that was applied, after its history was forgotten. */
  record Known(String key) implements Entry {}

  /** The next event's number, so that no number is used twice. */
  record Next(long number) implements Entry {}

  /** Whether who asked for it is told of a failure; all others are written as soon as can be. */
  default boolean mayFail() {
    return this instanceof Put || this instanceof Dropped;
  }

  default byte[] bytes() {
    ObjectNode json = JSON.createObjectNode();
    switch (this) {
      case Put(long number, Posted event) -> write(json.put("put", number), event);
      case Done(long number) -> json.put("done", number);
      case Buried(long number, Instant at, String reason) ->
          json.put("buried", number).put("at", at.toString()).put("reason", reason);
      case Dropped(long number) -> json.put("dropped", number);
      case Dead(DeadLetter letter) ->
          write(
              json.put("dead", letter.number())
                  .put("at", letter.buried().toString())
                  .put("reason", letter.reason()),
              letter.event());
      case Known(String key) -> json.put("known", key);
      case Next(long number) -> json.put("next", number);
    }
    return json.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void write(ObjectNode json, Posted event) {
    event.key().ifPresent(key -> json.put("key", key));
    json.put("subject", event.subject());
    json.put("received", event.received().toString());
    json.put("payload", event.payload());
  }

  /** Throws an {@link IllegalArgumentException} where this version does not know what it says. */
  static Entry of(byte[] bytes) {
    try {
      JsonNode json = JSON.readTree(bytes);
      if (json.has("put")) {
        return new Put(json.get("put").longValue(), event(json));
      } else if (json.has("done")) {
        return new Done(json.get("done").longValue());
      } else if (json.has("buried")) {
        return new Buried(json.get("buried").longValue(), at(json, "at"), text(json, "reason"));
      } else if (json.has("dropped")) {
        return new Dropped(json.get("dropped").longValue());
      } else if (json.has("dead")) {
        return new Dead(
            new DeadLetter(
                json.get("dead").longValue(), event(json), at(json, "at"), text(json, "reason")));
      } else if (json.has("known")) {
        return new Known(text(json, "known"));
      } else if (json.has("next")) {
        return new Next(json.get("next").longValue());
      }
      List<String> fields = json.properties().stream().map(Map.Entry::getKey).toList();
      throw new IllegalArgumentException(
          "an entry is of a kind that is not known, with the fields " + fields);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("an entry is not JSON", e);
    } catch (IOException | DateTimeException e) {
      throw new IllegalArgumentException("an entry cannot be understood", e);
    }
  }

  private static Posted event(JsonNode json) {
    return new Posted(
        Optional.ofNullable(json.get("key")).map(JsonNode::asText),
        text(json, "subject"),
        text(json, "payload"),
        at(json, "received"));
  }

  private static String text(JsonNode json, String field) {
    return json.path(field).asText();
  }

  private static Instant at(JsonNode json, String field) {
    return Instant.parse(json.path(field).asText());
  }
}
