package dev.seaway.core.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Reads a JSON document of the ordinary kind straight from its bytes into the tree that Jackson
 * would make of it. Whatever is not ordinary is {@link Unusual} and left to Jackson: anything
 * malformed, too, so that Jackson alone decides what JSON is and words the fault.
 *
 * <p>A mapping looks into few of the objects and arrays that a record holds. They are checked, but
 * stay bytes until somebody looks into them.
 */
final class JsonReader extends JsonScan {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final FieldNames names;
  private final boolean hasRecords;
  private final Function<byte[], Map<String, JsonNode>> fieldsLater;
  private final Function<byte[], List<JsonNode>> elementsLater;

  private JsonReader(byte[] body, FieldNames names, boolean hasRecords) {
    super(body, Integer.MAX_VALUE);
    this.names = names;
    this.hasRecords = hasRecords;
    this.fieldsLater = object -> part(object, names).fields(false);
    this.elementsLater = array -> part(array, names).elements();
  }

  /**
   * The document.
   *
   * @param names field names that were met before
   * @param hasRecords whether objects in an array are records, of which not all is looked into
   * @param maxValues that it may hold
   * @throws TooManyValues where it holds more
   * @throws Repeated where it holds records, and outside of them a key twice
   * @throws Unusual where another reader must look at it
   */
  static JsonNode read(byte[] body, FieldNames names, boolean hasRecords, int maxValues) {
    JsonReader reader = new JsonReader(body, names, hasRecords);
    try {
      checkSize(body, maxValues);
      JsonNode document = reader.value(reader.afterSpace());
      reader.passEnd();
      return document;
    } catch (ArrayIndexOutOfBoundsException cut) {
      throw new Unusual();
    }
  }

  /** Behind the first brace or bracket of a part that was checked before. */
  private static JsonReader part(byte[] json, FieldNames names) {
    JsonReader reader = new JsonReader(json, names, false);
    reader.at = 1;
    return reader;
  }

  /** The value that begins with that byte, which is behind us already. */
  private JsonNode value(byte first) {
    return switch (first) {
      case '"' -> TextNode.valueOf(string());
      case '{' -> new ObjectNode(NODES, fields(false));
      case '[' -> new ArrayNode(NODES, elements());
      case 't' -> literal("rue", BooleanNode.TRUE);
      case 'f' -> literal("alse", BooleanNode.FALSE);
      case 'n' -> literal("ull", NullNode.getInstance());
      default -> JsonNumber.of(body, at - 1, endOfNumber());
    };
  }

  private JsonNode element(byte first) {
    return first == '{' && hasRecords ? new ObjectNode(NODES, fields(true)) : value(first);
  }

  private JsonNode partOfRecord(byte first) {
    return switch (first) {
      case '{' -> new UnreadObject(unread(first, fieldsLater));
      case '[' -> new UnreadList(unread(first, elementsLater));
      default -> value(first);
    };
  }

  private <T> UnreadPart<T> unread(byte first, Function<byte[], T> reader) {
    int start = at - 1;
    pass(first);
    return new UnreadPart<>(Arrays.copyOfRange(body, start, at), reader);
  }

  private Map<String, JsonNode> fields(boolean ofRecord) {
    enter();
    Map<String, JsonNode> fields = new LinkedHashMap<>();
    byte next = afterSpace();
    if (next != '}') {
      field(next, fields, ofRecord);
      while ((next = afterSpace()) == ',') {
        field(afterSpace(), fields, ofRecord);
      }
      expect(next, '}');
    }
    leave();
    return fields;
  }

  private void field(byte first, Map<String, JsonNode> fields, boolean ofRecord) {
    expect(first, '"');
    String name = name();
    expect(afterSpace(), ':');
    byte next = afterSpace();
    JsonNode value = ofRecord ? partOfRecord(next) : value(next);
    JsonNode before = fields.put(name, value);
    if (before != null && hasRecords && !ofRecord && !before.equals(value)) {
      throw new Repeated(name);
    }
  }

  private List<JsonNode> elements() {
    enter();
    List<JsonNode> elements = new ArrayList<>();
    byte next = afterSpace();
    if (next != ']') {
      elements.add(element(next));
      while ((next = afterSpace()) == ',') {
        elements.add(element(afterSpace()));
      }
      expect(next, ']');
    }
    leave();
    return elements;
  }

  private String name() {
    byte[] bytes = body;
    int start = at;
    int end = start;
    int hash = 0;
    byte next;
    while ((next = bytes[end]) != '"') {
      if (next < ' ' || next == '\\') {
        return string();
      }
      hash = hash * 31 + next;
      end++;
    }
    at = end + 1;
    return names.of(bytes, start, end - start, hash);
  }

  private String string() {
    int start = at;
    if (toSpecial() == '"') {
      return new String(body, start, at - 1 - start, StandardCharsets.ISO_8859_1);
    }
    String whole = text.from(start);
    at = text.end();
    return whole;
  }

  private JsonNode literal(String rest, JsonNode value) {
    passLiteral(rest);
    return value;
  }
}
