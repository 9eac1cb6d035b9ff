package dev.seaway.jq;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;

/** Functions of texts. */
final class TextFunctions {

  private TextFunctions() {}

  static void addTo(Library library) {
    library.value("tostring", 0, (run, in, none) -> text(run, in));
    library.value("tojson", 0, (run, in, none) -> TextNode.valueOf(Printer.json(run, in)));
    library.value("fromjson", 0, (run, in, none) -> parse(run, in));
    library.value("ascii_downcase", 0, (run, in, none) -> ascii(run, "ascii_downcase", in, 'A'));
    library.value("ascii_upcase", 0, (run, in, none) -> ascii(run, "ascii_upcase", in, 'a'));
    library.value("utf8bytelength", 0, (run, in, none) -> bytes(run, in));
    library.value("explode", 0, (run, in, none) -> explode(run, in));
    library.value("implode", 0, (run, in, none) -> implode(run, in));
    library.value("trim", 0, (run, in, none) -> trimmed(run, in, true, true));
    library.value("ltrim", 0, (run, in, none) -> trimmed(run, in, true, false));
    library.value("rtrim", 0, (run, in, none) -> trimmed(run, in, false, true));
    library.value("startswith", 1, (run, in, of) -> startsWith(run, in, of.get(0)));
    library.value("endswith", 1, (run, in, of) -> endsWith(run, in, of.get(0)));
    library.value("ltrimstr", 1, (run, in, of) -> without(run, in, of.get(0), true, false));
    library.value("rtrimstr", 1, (run, in, of) -> without(run, in, of.get(0), false, true));
    library.value("trimstr", 1, (run, in, of) -> without(run, in, of.get(0), true, true));
    library.value("split", 1, (run, in, of) -> split(run, in, of.get(0)));
    library.value("join", 1, (run, in, of) -> join(run, in, of.get(0)));
    library.value("indices", 1, (run, in, of) -> Strings.indices(run, in, of.get(0)));
    library.value("index", 1, (run, in, of) -> end(run, Strings.indices(run, in, of.get(0)), 0));
    library.value("rindex", 1, (run, in, of) -> end(run, Strings.indices(run, in, of.get(0)), -1));
  }

  static List<JsonNode> texts(Collection<String> texts) {
    return texts.stream().<JsonNode>map(TextNode::valueOf).toList();
  }

  static JsonNode text(Run run, JsonNode in) {
    return in.isTextual() ? in : TextNode.valueOf(Printer.json(run, in));
  }

  private static JsonNode parse(Run run, JsonNode in) {
    if (!in.isTextual()) {
      throw new JqError(Types.shown(in) + " only strings can be parsed");
    }
    return JsonText.parse(run, in);
  }

  private static String required(String function, JsonNode in) {
    if (!in.isTextual()) {
      throw new JqError(function + " input must be a string");
    }
    return in.textValue();
  }

  /**
   * @param first the first of the letters to change
   */
  private static JsonNode ascii(Run run, String function, JsonNode in, char first) {
    char[] letters = required(function, in).toCharArray();
    run.chargeText(letters.length);
    for (int i = 0; i < letters.length; i++) {
      if (letters[i] >= first && letters[i] < first + 26) {
        letters[i] = (char) (letters[i] ^ 0x20);
      }
    }
    return TextNode.valueOf(new String(letters));
  }

  private static JsonNode bytes(Run run, JsonNode in) {
    if (!in.isTextual()) {
      throw new JqError(Types.shown(in) + " only strings have UTF-8 byte length");
    }
    run.chargeText(in.textValue().length());
    return Numbers.of(in.textValue().getBytes(StandardCharsets.UTF_8).length);
  }

  private static JsonNode explode(Run run, JsonNode in) {
    ArrayNode points = Containers.array(run, 0);
    required("explode", in)
        .codePoints()
        .forEach(
            point -> {
              run.charge(Run.ELEMENT);
              points.add(point);
            });
    return points;
  }

  private static JsonNode implode(Run run, JsonNode in) {
    if (!in.isArray()) {
      throw new JqError("implode input must be an array");
    }
    StringBuilder text = new StringBuilder();
    for (JsonNode point : in) {
      if (!point.isNumber() || Numbers.isNan(point)) {
        throw new JqError(
            Types.shown(point) + " can't be imploded, unicode codepoint needs to be numeric");
      }
      run.charge(4);
      int code = (int) point.doubleValue();
      boolean character = Character.isValidCodePoint(code) && (code < 0xD800 || code > 0xDFFF);
      text.appendCodePoint(character ? code : 0xFFFD);
    }
    return TextNode.valueOf(text.toString());
  }

  private static JsonNode trimmed(Run run, JsonNode in, boolean left, boolean right) {
    String text = required("trim", in);
    run.chargeText(text.length());
    String trimmed = Strings.trim(text, left, right);
    return trimmed.length() == text.length() ? in : TextNode.valueOf(trimmed);
  }

  private static JsonNode startsWith(Run run, JsonNode in, JsonNode start) {
    if (!in.isTextual() || !start.isTextual()) {
      throw new JqError("startswith() requires string inputs");
    }
    run.read(start.textValue().length());
    return BooleanNode.valueOf(in.textValue().startsWith(start.textValue()));
  }

  private static JsonNode endsWith(Run run, JsonNode in, JsonNode end) {
    if (!in.isTextual() || !end.isTextual()) {
      throw new JqError("endswith() requires string inputs");
    }
    run.read(end.textValue().length());
    return BooleanNode.valueOf(in.textValue().endsWith(end.textValue()));
  }

  /** Anything but two texts is left as it is. */
  private static JsonNode without(
      Run run, JsonNode in, JsonNode part, boolean left, boolean right) {
    if (!in.isTextual() || !part.isTextual() || part.textValue().isEmpty()) {
      return in;
    }
    String text = in.textValue();
    String gone = part.textValue();
    run.chargeText(text.length());
    UnaryOperator<String> start =
        given -> left && given.startsWith(gone) ? given.substring(gone.length()) : given;
    String rest = start.apply(text);
    if (right && rest.endsWith(gone)) {
      rest = rest.substring(0, rest.length() - gone.length());
    }
    return rest.length() == text.length() ? in : TextNode.valueOf(rest);
  }

  private static JsonNode split(Run run, JsonNode in, JsonNode separator) {
    if (!in.isTextual() || !separator.isTextual()) {
      throw new JqError("split input and separator must be strings");
    }
    return Strings.split(run, in.textValue(), separator.textValue());
  }

  private static JsonNode join(Run run, JsonNode in, JsonNode separator) {
    if (!in.isContainerNode()) {
      throw new JqError("Cannot iterate over " + Types.shown(in));
    }
    return TextNode.valueOf(Strings.join(run, in, separator));
  }

  private static JsonNode end(Run run, JsonNode indices, int index) {
    return Containers.get(run, indices, IntNode.valueOf(index));
  }
}
