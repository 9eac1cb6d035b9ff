package dev.seaway.core.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Replaces {@code {{.path.to.value}}} by that value of a token answer. */
final class Templates {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([^{}]*+)}}");
  private static final Pattern INDEX = Pattern.compile("\\[([0-9]{1,6})]");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,6}");
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final JsonNode answer;
  private final Redaction redaction;

  Templates(JsonNode answer, Redaction redaction) {
    this.answer = answer;
    this.redaction = redaction;
  }

  String fill(String template) {
    return PLACEHOLDER
        .matcher(template)
        .replaceAll(placeholder -> Matcher.quoteReplacement(value(placeholder)));
  }

  /** Fills every string of a JSON document, however deep. */
  JsonNode fill(JsonNode template) {
    if (template.isTextual()) {
      return NODES.textNode(fill(template.textValue()));
    }
    if (template.isArray()) {
      ArrayNode filled = NODES.arrayNode();
      template.forEach(element -> filled.add(fill(element)));
      return filled;
    }
    if (template.isObject()) {
      ObjectNode filled = NODES.objectNode();
      template.properties().forEach(field -> filled.set(field.getKey(), fill(field.getValue())));
      return filled;
    }
    return template;
  }

  private String value(MatchResult placeholder) {
    String path = placeholder.group(1).strip();
    JsonNode value = path.startsWith(".") ? at(path.substring(1)) : NODES.missingNode();
    if (!value.isValueNode() || value.isNull()) {
      throw new ApiException(
          ApiException.Reason.TOKEN,
          "The token's answer has no value at "
              + placeholder.group()
              + ". Compare the placeholder with what the endpoint answers; it is written"
              + " {{.path.to.value}}");
    }
    redaction.remember(value.asText());
    return value.asText();
  }

  private JsonNode at(String path) {
    JsonNode node = answer;
    for (String step : INDEX.matcher(path).replaceAll(".$1").split("\\.", -1)) {
      if (!step.isEmpty()) {
        node =
            node.isArray() && NUMBER.matcher(step).matches()
                ? node.path(Integer.parseInt(step))
                : node.path(step);
      }
    }
    return node;
  }
}
