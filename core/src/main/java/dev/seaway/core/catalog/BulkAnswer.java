package dev.seaway.core.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.core.catalog.UpsertResult.Refused;
import dev.seaway.core.catalog.UpsertResult.Written;
import dev.seaway.mapping.Entity;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Reads the answer to a bulk: what became of each entity, by its index. */
final class BulkAnswer {

  private BulkAnswer() {}

  /** One result for each entity, in their order. What the answer does not mention is refused. */
  static List<UpsertResult> of(List<Entity> sent, JsonNode answer) {
    List<UpsertResult> results = new ArrayList<>(sent.size());
    sent.forEach(entity -> results.add(unmentioned(entity)));
    for (JsonNode line : answer.path("entities")) {
      index(line, sent).ifPresent(index -> results.set(index, written(sent.get(index), line)));
    }
    for (JsonNode line : answer.path("errors")) {
      index(line, sent).ifPresent(index -> results.set(index, refused(sent.get(index), line)));
    }
    if (sent.size() == 1 && refusesAll(sent, answer)) {
      answer
          .path("errors")
          .valueStream()
          .findFirst()
          .ifPresent(line -> results.set(0, refused(sent.getFirst(), line)));
    }
    return results;
  }

  /** Whether the answer refuses the bulk as a whole, and says of no entity that it is at fault. */
  static boolean refusesAll(List<Entity> sent, JsonNode answer) {
    boolean refused =
        !answer.path("ok").asBoolean(true)
            || !answer.path("errors").isEmpty()
            || answer.hasNonNull("error");
    return refused && !namesAny(sent, answer);
  }

  private static boolean namesAny(List<Entity> sent, JsonNode answer) {
    return Stream.of("entities", "errors")
        .flatMap(list -> answer.path(list).valueStream())
        .anyMatch(line -> index(line, sent).isPresent());
  }

  /** What is not said to have existed must not count as known: that would allow to delete more. */
  static boolean isCreated(JsonNode written) {
    return written.path("created").asBoolean(true);
  }

  private static OptionalInt index(JsonNode line, List<Entity> sent) {
    int index = line.path("index").asInt(-1);
    return index >= 0 && index < sent.size() ? OptionalInt.of(index) : OptionalInt.empty();
  }

  private static Written written(Entity entity, JsonNode line) {
    return new Written(entity, line.path("identifier").asText(entity.id()), isCreated(line));
  }

  private static Refused refused(Entity entity, JsonNode line) {
    int status = line.path("statusCode").asInt(0);
    String error = line.path("error").asText();
    String message = line.path("message").asText(error.isEmpty() ? "no reason given" : error);
    return new Refused(entity, status, message, status == 404 || error.contains("not_found"));
  }

  private static Refused unmentioned(Entity entity) {
    return new Refused(entity, 200, "the catalog's answer does not mention it", false);
  }
}
