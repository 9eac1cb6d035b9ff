package dev.seaway.jq;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/** The formats: {@code @csv}, {@code @uri} and the like. */
final class Formats {

  private static final String UNRESERVED = "-_.~";
  private static final String HEXADECIMAL = "0123456789ABCDEF";

  private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]*");

  private Formats() {}

  static void addTo(Library library) {
    library.format("@text", (run, in, of) -> TextFunctions.text(run, in));
    library.format("@json", (run, in, of) -> TextNode.valueOf(Printer.json(run, in)));
    library.format("@csv", (run, in, of) -> row(run, in, ",", "csv", Formats::csvCell));
    library.format("@tsv", (run, in, of) -> row(run, in, "\t", "tsv", Formats::tsvCell));
    library.format("@sh", (run, in, of) -> shell(run, in));
    text(library, "@html", Formats::html);
    text(library, "@uri", Formats::uri);
    text(library, "@urid", Formats::plain);
    text(library, "@base64", Formats::base64);
    text(library, "@base64d", Formats::fromBase64);
    text(library, "@base32", Base32::encode);
    text(library, "@base32d", Base32::decode);
  }

  /** A format of the text that a value is printed as. */
  private static void text(Library library, String name, BiFunction<Run, String, String> format) {
    library.format(
        name,
        (run, in, of) -> {
          String text = Printer.text(run, in);
          run.chargeText(8L * text.length());
          return TextNode.valueOf(format.apply(run, text));
        });
  }

  private static JsonNode row(
      Run run, JsonNode in, String separator, String name, BiFunction<Run, JsonNode, String> cell) {
    if (!in.isArray()) {
      throw new JqError(
          Types.shown(in) + " cannot be " + name + "-formatted, only an array can be");
    }
    List<String> cells = new ArrayList<>();
    for (JsonNode value : in) {
      if (value.isContainerNode()) {
        throw new JqError("%s is not valid in a %s row".formatted(Types.shown(value), name));
      }
      // Each letter may need an escape.
      run.chargeText(2L * value.asText().length());
      String text = value.isNull() ? "" : cell.apply(run, value);
      cells.add(text);
    }
    return TextNode.valueOf(String.join(separator, cells));
  }

  private static String csvCell(Run run, JsonNode value) {
    return value.isTextual()
        ? '"' + value.textValue().replace("\"", "\"\"") + '"'
        : Printer.text(run, value);
  }

  private static String tsvCell(Run run, JsonNode value) {
    return Printer.text(run, value)
        .replace("\\", "\\\\")
        .replace("\t", "\\t")
        .replace("\n", "\\n")
        .replace("\r", "\\r");
  }

  private static JsonNode shell(Run run, JsonNode in) {
    List<String> words = new ArrayList<>();
    for (JsonNode value : in.isArray() ? in : Containers.array(run, 1).add(in)) {
      if (value.isContainerNode()) {
        throw new JqError(Types.shown(value) + " can not be escaped for shell");
      }
      run.chargeText(4L * value.asText().length());
      String word =
          value.isTextual()
              ? "'" + value.textValue().replace("'", "'\\''") + "'"
              : Printer.text(run, value);
      words.add(word);
    }
    return TextNode.valueOf(String.join(" ", words));
  }

  private static String html(Run run, String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("'", "&apos;")
        .replace("\"", "&quot;");
  }

  private static String uri(Run run, String text) {
    StringBuilder encoded = new StringBuilder();
    for (byte part : text.getBytes(StandardCharsets.UTF_8)) {
      char letter = (char) (part & 0xFF);
      boolean plain = letter < 0x80 && Character.isLetterOrDigit(letter);
      if (plain || UNRESERVED.indexOf(letter) >= 0) {
        encoded.append(letter);
      } else {
        encoded.append('%').append(HEXADECIMAL.charAt(letter >> 4));
        encoded.append(HEXADECIMAL.charAt(letter & 15));
      }
    }
    return encoded.toString();
  }

  private static String plain(Run run, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream decoded = new ByteArrayOutputStream(bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] != '%') {
        decoded.write(bytes[i]);
        continue;
      }
      int high = i + 2 <= bytes.length - 1 ? Character.digit(bytes[i + 1], 16) : -1;
      int low = i + 2 <= bytes.length - 1 ? Character.digit(bytes[i + 2], 16) : -1;
      if (high < 0 || low < 0) {
        throw notUri(text);
      }
      decoded.write(high * 16 + low);
      i += 2;
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(decoded.toByteArray()))
          .toString();
    } catch (CharacterCodingException e) {
      throw notUri(text);
    }
  }

  private static JqError notUri(String text) {
    return new JqError(Types.shown(TextNode.valueOf(text)) + " is not a valid uri encoding");
  }

  private static String base64(Run run, String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String fromBase64(Run run, String text) {
    String digits = Texts.without(text, '=');
    if (digits.length() % 4 == 1 && BASE64.matcher(digits).matches()) {
      throw new JqError(Types.shown(TextNode.valueOf(text)) + " trailing base64 byte found");
    }
    try {
      if (digits.isEmpty() && !text.isEmpty()) {
        throw new IllegalArgumentException("nothing but padding");
      }
      return Utf8.text(Base64.getDecoder().decode(digits));
    } catch (IllegalArgumentException e) {
      throw new JqError(Types.shown(TextNode.valueOf(text)) + " is not valid base64 data");
    }
  }
}
