package dev.seaway.core.resync;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seaway.core.evidence.SignVocabulary;
import java.util.List;

/** The words by which an answer says that it is a part. */
final class PartWords {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final List<String> STATUSES = List.of("timeout", "partial", "FAILED");

  private PartWords() {}

  static void put(ObjectNode root, List<String> records, Fault fault) {
    String meaning =
        switch (fault.kind()) {
          case PARTIAL -> "PART";
          case BAD_STATUS -> "STATUS";
          case WARNING -> "WARNING";
          default -> "ERROR";
        };
    int number = fault.form() + 12 * (fault.reading() + 3 * (fault.list() + 1));
    List<String> words = SignVocabulary.fields(meaning);
    Choices choices = new Choices(List.of(number, number * 7, number * 11, number * 13));
    List<String> path = ApiShape.path(choices, records, words.get(number % words.size()));
    SignWriter.put(root, path, value(fault));
  }

  private static JsonNode value(Fault fault) {
    ObjectNode text = JSON.objectNode().put("message", "results were truncated");
    return switch (fault.kind()) {
      case PARTIAL ->
          fault.form() % 3 == 0
              ? JSON.booleanNode(true)
              : fault.form() % 3 == 1 ? JSON.numberNode(2) : JSON.arrayNode().add("x");
      case BAD_STATUS -> JSON.textNode(STATUSES.get(fault.form() % STATUSES.size()));
      case WARNING ->
          fault.form() % 2 == 0
              ? JSON.arrayNode().add(text)
              : JSON.textNode("Only the first 10 are shown");
      default -> fault.form() % 2 == 0 ? JSON.arrayNode().add(text) : text;
    };
  }
}
