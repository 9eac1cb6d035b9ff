package dev.seaway.connector;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Answers as tests write them. */
public final class Answers {

  private static final JsonMapper JSON = new JsonMapper();

  private Answers() {}

  public static JsonNode json(String text) {
    try {
      return JSON.readTree(text.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Not JSON: " + text, e);
    }
  }

  static ApiResponse answer(String body) {
    return new ApiResponse(200, Map.of(), json(body));
  }

  static ApiResponse linked(String body, String... links) {
    return new ApiResponse(200, Map.of("link", List.of(links)), json(body));
  }

  static Page records(int count) {
    return new Page(Stream.generate(() -> json("{}")).limit(count).toList());
  }

  public static List<JsonPointer> at(String... pointers) {
    return Stream.of(pointers).map(JsonPointer::compile).toList();
  }
}
