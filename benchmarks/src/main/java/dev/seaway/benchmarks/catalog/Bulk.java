package dev.seaway.benchmarks.catalog;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.seaway.benchmarks.wire.WireRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Cuts a bulk into its entities, each with its own bytes; what is in them is not looked at. */
final class Bulk {

  /** One entity of a bulk; never compared, so that its bytes may be an array. */
  @SuppressWarnings("ArrayRecordComponent")
  record Sent(String identifier, byte[] json) {}

  private static final JsonFactory JSON = new JsonFactory();

  private Bulk() {}

  static List<Sent> entities(WireRequest request) throws IOException {
    List<Sent> entities = new ArrayList<>();
    try (JsonParser parser = parser(request)) {
      toArray(parser, "entities");
      while (parser.nextToken() == JsonToken.START_OBJECT) {
        entities.add(entity(parser, request));
      }
    }
    return entities;
  }

  /** The texts of the body's array of that name. */
  static List<String> texts(WireRequest request, String name) throws IOException {
    List<String> texts = new ArrayList<>();
    try (JsonParser parser = parser(request)) {
      toArray(parser, name);
      while (parser.nextToken() == JsonToken.VALUE_STRING) {
        texts.add(parser.getText());
      }
    }
    return texts;
  }

  static JsonParser parser(WireRequest request) throws IOException {
    return JSON.createParser(request.buffer(), request.from(), request.bodyLength());
  }

  private static void toArray(JsonParser parser, String name) throws IOException {
    parser.nextToken();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      boolean found = parser.currentName().equals(name);
      parser.nextToken();
      if (found) {
        return;
      }
      parser.skipChildren();
    }
    throw new IOException("The body has no field " + name);
  }

  private static Sent entity(JsonParser parser, WireRequest request) throws IOException {
    int start = offset(parser, request);
    String identifier = "";
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      boolean found = parser.currentName().equals("identifier");
      parser.nextToken();
      if (found) {
        identifier = parser.getText();
      }
      parser.skipChildren();
    }
    int end = offset(parser, request) + 1;
    return new Sent(identifier, Arrays.copyOfRange(request.buffer(), start, end));
  }

  /** Jackson counts from the first byte that it was given. */
  private static int offset(JsonParser parser, WireRequest request) {
    return request.from() + (int) parser.currentTokenLocation().getByteOffset();
  }
}
