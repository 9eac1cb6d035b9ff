package dev.seaway.core.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.StringReader;
import java.math.BigInteger;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Reads a YAML document as JSON. No object is made from a tag; aliases are followed, but what they
 * unfold to is bounded.
 */
final class YamlDocument {

  private static final int MAX_VALUES = 100_000;
  private static final int MAX_DEPTH = 50;
  private static final int MAX_ALIASES = 500;
  private static final String WHOLE_NUMBER = "[-+]?(0|[1-9][0-9]*)";
  private static final String FRACTION = "[-+]?[0-9]+(\\.[0-9]*)?([eE][-+]?[0-9]{1,3})?";

  private int values;

  private YamlDocument() {}

  /** The document; none if the text is empty. */
  static Optional<JsonNode> parse(String text) {
    try {
      Node root = new Yaml(new SafeConstructor(limits())).compose(new StringReader(text));
      return Optional.ofNullable(root).map(node -> new YamlDocument().json(node, 0));
    } catch (MarkedYAMLException e) {
      throw new InvalidValue(place(e.getProblemMark()) + e.getProblem());
    } catch (YAMLException e) {
      throw new InvalidValue(
          "the YAML cannot be read: "
              + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
    }
  }

  private static LoaderOptions limits() {
    LoaderOptions limits = new LoaderOptions();
    limits.setMaxAliasesForCollections(MAX_ALIASES);
    limits.setNestingDepthLimit(MAX_DEPTH);
    limits.setCodePointLimit(TextFile.MAX_BYTES);
    return limits;
  }

  private JsonNode json(Node node, int depth) {
    values++;
    if (values > MAX_VALUES || depth > MAX_DEPTH) {
      throw new InvalidValue(at(node) + "the aliases unfold to too many values");
    }
    return switch (node) {
      case MappingNode mapping -> object(mapping, depth);
      case SequenceNode sequence -> array(sequence, depth);
      case ScalarNode scalar -> scalar(scalar);
      default ->
          throw new InvalidValue(at(node) + "this is neither a value nor a list nor a mapping");
    };
  }

  private ObjectNode object(MappingNode mapping, int depth) {
    checkTag(mapping, Tag.MAP);
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    ObjectNode merged = JsonNodeFactory.instance.objectNode();
    for (NodeTuple entry : mapping.getValue()) {
      if (entry.getKeyNode().getTag().equals(Tag.MERGE)) {
        merge(entry.getValueNode(), merged, depth);
      } else {
        String key = key(entry.getKeyNode());
        if (object.has(key)) {
          throw new InvalidValue(at(entry.getKeyNode()) + "the key " + key + " is repeated");
        }
        object.set(key, json(entry.getValueNode(), depth + 1));
      }
    }
    merged.properties().forEach(field -> object.putIfAbsent(field.getKey(), field.getValue()));
    return object;
  }

  private void merge(Node node, ObjectNode merged, int depth) {
    JsonNode content = json(node, depth + 1);
    for (JsonNode each :
        content.isArray() ? content : JsonNodeFactory.instance.arrayNode().add(content)) {
      if (!each.isObject()) {
        throw new InvalidValue(at(node) + "only mappings can be merged with <<");
      }
      each.properties().forEach(field -> merged.putIfAbsent(field.getKey(), field.getValue()));
    }
  }

  private static String key(Node node) {
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    throw new InvalidValue(at(node) + "a key must be a word, not a list or a mapping");
  }

  private ArrayNode array(SequenceNode sequence, int depth) {
    checkTag(sequence, Tag.SEQ);
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    sequence.getValue().forEach(each -> array.add(json(each, depth + 1)));
    return array;
  }

  /** Dates, octal numbers and the like stay the text that they are. */
  private static JsonNode scalar(ScalarNode node) {
    JsonNodeFactory json = JsonNodeFactory.instance;
    String text = node.getValue();
    Tag tag = node.getTag();
    if (tag.equals(Tag.NULL)) {
      return json.nullNode();
    }
    if (tag.equals(Tag.BOOL)) {
      return json.booleanNode(text.matches("(?i)true|yes|on"));
    }
    if (tag.equals(Tag.INT) && text.matches(WHOLE_NUMBER)) {
      return number(new BigInteger(text));
    }
    if (tag.equals(Tag.FLOAT) && text.matches(FRACTION)) {
      return json.numberNode(Double.parseDouble(text));
    }
    if (!tag.equals(Tag.INT) && !tag.equals(Tag.FLOAT) && !tag.equals(Tag.TIMESTAMP)) {
      checkTag(node, Tag.STR);
    }
    return json.textNode(text);
  }

  private static JsonNode number(BigInteger number) {
    JsonNodeFactory json = JsonNodeFactory.instance;
    if (number.bitLength() < Integer.SIZE) {
      return json.numberNode(number.intValue());
    }
    return number.bitLength() < Long.SIZE
        ? json.numberNode(number.longValue())
        : json.numberNode(number);
  }

  private static void checkTag(Node node, Tag expected) {
    if (!node.getTag().equals(expected)) {
      throw new InvalidValue(at(node) + "the tag " + node.getTag().getValue() + " is not accepted");
    }
  }

  private static String at(Node node) {
    return place(node.getStartMark());
  }

  private static String place(Mark mark) {
    return "line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1) + ": ";
  }
}
