package dev.seaway.core.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills in {@code {{ from env NAME }}}, as Port Ocean's {@code config.yaml} files have it; without
 * that variable the key counts as not set.
 */
final class EnvironmentTemplates {

  private static final Pattern TEMPLATE =
      Pattern.compile("\\s*\\{\\{\\s*from\\s+env\\s+([A-Za-z_][A-Za-z0-9_]*)\\s*}}\\s*");

  private EnvironmentTemplates() {}

  static JsonNode fill(JsonNode node, Map<String, String> environment) {
    if (node instanceof ObjectNode object) {
      ObjectNode filled = JsonNodeFactory.instance.objectNode();
      object
          .properties()
          .forEach(field -> filled.set(field.getKey(), fill(field.getValue(), environment)));
      return filled;
    }
    Matcher template = TEMPLATE.matcher(node.asText());
    if (node.isTextual() && template.matches()) {
      String value = environment.get(template.group(1));
      return value == null
          ? JsonNodeFactory.instance.nullNode()
          : JsonNodeFactory.instance.textNode(value);
    }
    return node;
  }
}
