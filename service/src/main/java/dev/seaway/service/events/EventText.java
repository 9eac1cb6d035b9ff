package dev.seaway.service.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seaway.connector.Change;
import dev.seaway.connector.LiveEvents.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An event as it is kept: what is to be done, as JSON, and nothing else of its delivery. */
final class EventText {

  private static final JsonMapper JSON = new JsonMapper();

  private EventText() {}

  static String write(Event event) {
    ObjectNode json = JSON.createObjectNode().put("name", event.name());
    ArrayNode changes = json.putArray("changes");
    for (Change change : event.changes()) {
      ObjectNode written = changes.addObject().put("kind", change.kind());
      switch (change) {
        case Change.Upserted(String _, ObjectNode record) -> written.set("upserted", record);
        case Change.Deleted(String _, ObjectNode known) -> written.set("deleted", known);
        case Change.Stale(String _, String id, ObjectNode known) -> {
          written.put("id", id);
          written.set("stale", known);
        }
      }
    }
    return json.toString();
  }

  static Event read(EventQueue.NewEvent posted) {
    try {
      JsonNode json = JSON.readTree(posted.payload());
      List<Change> changes = new ArrayList<>();
      json.path("changes").forEach(change -> changes.add(change((ObjectNode) change)));
      return new Event(json.path("name").asText(), Optional.empty(), posted.subject(), changes);
    } catch (JsonProcessingException | ClassCastException e) {
      throw new IllegalArgumentException("The event is not kept in a form that is known", e);
    }
  }

  private static Change change(ObjectNode json) {
    String kind = json.path("kind").asText();
    if (json.has("upserted")) {
      return new Change.Upserted(kind, (ObjectNode) json.get("upserted"));
    }
    if (json.has("deleted")) {
      return new Change.Deleted(kind, (ObjectNode) json.get("deleted"));
    }
    return new Change.Stale(kind, json.path("id").asText(), (ObjectNode) json.path("stale"));
  }
}
