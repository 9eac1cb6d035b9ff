package dev.seaway.core.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;

/**
 * Reads a JSON document of the ordinary kind straight from its bytes into the tree that Jackson
 * would make of it. Whatever is not ordinary is {@link Unusual} and left to Jackson: anything
 * malformed, too, so that Jackson alone decides what JSON is and words the fault.
 */
final class JsonReader {

  /** Not an error: somebody else reads this document. */
  static final class Unusual extends RuntimeException {
    Unusual() {
      super("left to the general reader", null, false, false);
    }
  }

  private static final int MAX_DEPTH = 100;
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final byte[] body;
  private final FieldNames names;
  private final JsonText text;
  private int at;
  private int depth;

  private JsonReader(byte[] body, FieldNames names) {
    this.body = body;
    this.names = names;
    this.text = new JsonText(body);
  }

  /**
   * The document.
   *
   * @param names field names that were met before
   * @throws Unusual where another reader must look at it
   */
  static JsonNode read(byte[] body, FieldNames names) {
    JsonReader reader = new JsonReader(body, names);
    try {
      JsonNode document = reader.value(reader.afterSpace());
      reader.end();
      return document;
    } catch (ArrayIndexOutOfBoundsException cut) {
      throw new Unusual();
    }
  }

  private void end() {
    while (at < body.length) {
      if (!isSpace(body[at++])) {
        throw new Unusual();
      }
    }
  }

  /** The value that begins with that byte, which is behind us already. */
  private JsonNode value(byte first) {
    return switch (first) {
      case '"' -> TextNode.valueOf(string());
      case '{' -> object();
      case '[' -> array();
      case 't' -> literal("rue", BooleanNode.TRUE);
      case 'f' -> literal("alse", BooleanNode.FALSE);
      case 'n' -> literal("ull", NullNode.getInstance());
      default -> number();
    };
  }

  private ObjectNode object() {
    enter();
    ObjectNode object = new ObjectNode(NODES);
    byte next = afterSpace();
    if (next != '}') {
      field(next, object);
      while ((next = afterSpace()) == ',') {
        field(afterSpace(), object);
      }
      expect(next, '}');
    }
    depth--;
    return object;
  }

  private void field(byte first, ObjectNode object) {
    expect(first, '"');
    String name = name();
    expect(afterSpace(), ':');
    object.replace(name, value(afterSpace()));
  }

  private ArrayNode array() {
    enter();
    ArrayNode array = new ArrayNode(NODES);
    byte next = afterSpace();
    if (next != ']') {
      array.add(value(next));
      while ((next = afterSpace()) == ',') {
        array.add(value(afterSpace()));
      }
      expect(next, ']');
    }
    depth--;
    return array;
  }

  private void enter() {
    if (++depth > MAX_DEPTH) {
      throw new Unusual();
    }
  }

  private String name() {
    int start = at;
    int hash = 0;
    byte next;
    while ((next = body[at++]) != '"') {
      if (next < ' ' || next == '\\') {
        at = start;
        return string();
      }
      hash = hash * 31 + next;
    }
    return names.of(body, start, at - 1 - start, hash);
  }

  private String string() {
    int start = at;
    byte next;
    while ((next = body[at++]) != '"') {
      if (next < ' ' || next == '\\') {
        String whole = text.from(start);
        at = text.end();
        return whole;
      }
    }
    return new String(body, start, at - 1 - start, StandardCharsets.ISO_8859_1);
  }

  private JsonNode number() {
    int start = at - 1;
    while (at < body.length && JsonNumber.isPart(body[at])) {
      at++;
    }
    return JsonNumber.of(body, start, at);
  }

  private JsonNode literal(String rest, JsonNode value) {
    for (int i = 0; i < rest.length(); i++) {
      expect(body[at++], rest.charAt(i));
    }
    return value;
  }

  private byte afterSpace() {
    byte next = body[at++];
    while (isSpace(next)) {
      next = body[at++];
    }
    return next;
  }

  private static void expect(byte found, char wanted) {
    if (found != wanted) {
      throw new Unusual();
    }
  }

  private static boolean isSpace(byte value) {
    return value == ' ' || value == '\n' || value == '\r' || value == '\t';
  }
}
