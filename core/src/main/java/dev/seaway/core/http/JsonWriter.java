package dev.seaway.core.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/**
 * Writes a tree as JSON in UTF-8, straight to bytes: the same that Jackson would write. Numbers
 * with a fraction, and nodes that no JSON document has, are left to Jackson.
 */
public final class JsonWriter {

  private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);

  /** As an escape, with the quote that ends the string. */
  private static final int LONGEST_CHARACTER = 7;

  private byte[] json = new byte[512];
  private int length;

  private JsonWriter() {}

  /** The document. */
  public static byte[] bytes(JsonNode document) {
    JsonWriter writer = new JsonWriter();
    writer.value(document);
    return Arrays.copyOf(writer.json, writer.length);
  }

  private void value(JsonNode value) {
    switch (value.getNodeType()) {
      case OBJECT -> object(value);
      case ARRAY -> array(value);
      case STRING -> string(value.textValue());
      case BOOLEAN, NULL -> ascii(value.asText());
      case NUMBER -> number(value);
      case BINARY, MISSING, POJO -> ascii(value.toString());
    }
  }

  private void object(JsonNode object) {
    ascii('{');
    boolean first = true;
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      if (!first) {
        ascii(',');
      }
      first = false;
      string(field.getKey());
      ascii(':');
      value(field.getValue());
    }
    ascii('}');
  }

  private void array(JsonNode array) {
    ascii('[');
    for (int at = 0; at < array.size(); at++) {
      if (at > 0) {
        ascii(',');
      }
      value(array.get(at));
    }
    ascii(']');
  }

  private void number(JsonNode number) {
    ascii(
        number.isInt() || number.isLong() ? Long.toString(number.longValue()) : number.toString());
  }

  private void string(String text) {
    ensure(text.length() + 2);
    json[length++] = '"';
    for (int at = 0; at < text.length(); at++) {
      char character = text.charAt(at);
      if (character >= ' ' && character < 0x80 && character != '"' && character != '\\') {
        json[length++] = (byte) character;
      } else {
        ensure(text.length() - at + LONGEST_CHARACTER);
        at += unusual(text, at);
      }
    }
    json[length++] = '"';
  }

  /** How many characters it took beyond the first. */
  private int unusual(String text, int at) {
    char character = text.charAt(at);
    if (character >= 0x80) {
      return beyondAscii(text, at);
    }
    switch (character) {
      case '"', '\\' -> escape((byte) character);
      case '\b' -> escape((byte) 'b');
      case '\t' -> escape((byte) 't');
      case '\n' -> escape((byte) 'n');
      case '\f' -> escape((byte) 'f');
      case '\r' -> escape((byte) 'r');
      default -> {
        escape((byte) 'u');
        json[length++] = '0';
        json[length++] = '0';
        json[length++] = HEX[character >> 4];
        json[length++] = HEX[character & 0xF];
      }
    }
    return 0;
  }

  private void escape(byte letter) {
    json[length++] = '\\';
    json[length++] = letter;
  }

  /** Half of a surrogate pair becomes a question mark. */
  private int beyondAscii(String text, int at) {
    int point = text.codePointAt(at);
    byte[] encoded = Character.toString(point).getBytes(StandardCharsets.UTF_8);
    System.arraycopy(encoded, 0, json, length, encoded.length);
    length += encoded.length;
    return Character.charCount(point) - 1;
  }

  private void ascii(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    ensure(bytes.length);
    System.arraycopy(bytes, 0, json, length, bytes.length);
    length += bytes.length;
  }

  private void ascii(char character) {
    ensure(1);
    json[length++] = (byte) character;
  }

  private void ensure(int more) {
    if (json.length - length < more) {
      json = Arrays.copyOf(json, Math.max(2 * json.length, length + more));
    }
  }
}
