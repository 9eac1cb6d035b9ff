package dev.seaway.core.config;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.connector.Secret;
import dev.seaway.core.SeawayException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Turns what the user wrote into the type of a record's component.
 *
 * @param references replaces {@code ${NAME}} in the values of maps
 * @param folder against which relative paths are resolved
 */
record Conversion(References references, Path folder) {

  Object convert(ComponentOption option, JsonNode value) {
    return convert(option.type(), value, Bounds.of(option));
  }

  private Object convert(Type type, JsonNode value, Bounds bounds) {
    if (type instanceof ParameterizedType generic) {
      Type[] arguments = generic.getActualTypeArguments();
      if (generic.getRawType() == Optional.class) {
        return Optional.of(convert(arguments[0], value, bounds));
      }
      if (generic.getRawType() == List.class) {
        return list(arguments[0], value, bounds);
      }
      if (generic.getRawType() == Map.class && arguments[0] == String.class) {
        return map(arguments[1], value, bounds);
      }
    }
    return type instanceof Class<?> plain ? single(plain, value, bounds) : unsupported(type);
  }

  private Object single(Class<?> type, JsonNode value, Bounds bounds) {
    if (type == JsonNode.class) {
      return value.isTextual() ? Json.parse(value.textValue()) : value;
    }
    if (value.isContainerNode()) {
      throw new InvalidValue("must be one value, not a list or an object");
    }
    return fromText(type, value.asText().strip(), value, bounds);
  }

  private Object fromText(Class<?> type, String text, JsonNode value, Bounds bounds) {
    return switch (type.getName()) {
      case "java.lang.String" -> value.asText();
      case "dev.seaway.connector.Secret" -> Secret.of(text);
      case "boolean", "java.lang.Boolean" -> truth(text);
      case "int", "java.lang.Integer" ->
          (int) bounds.within(Integer.MIN_VALUE, Integer.MAX_VALUE).whole(text);
      case "long", "java.lang.Long" -> bounds.whole(text);
      case "double", "java.lang.Double" -> bounds.number(text).doubleValue();
      case "java.time.Duration" -> duration(text, bounds);
      case "java.net.URI" -> WebAddress.parse(text);
      case "dev.seaway.core.config.ProxyAddress" -> new ProxyAddress(WebAddress.proxy(text));
      case "java.nio.file.Path" -> path(text);
      default -> type.isEnum() ? EnumWords.of(type).constant(text) : unsupported(type);
    };
  }

  private List<Object> list(Type element, JsonNode value, Bounds bounds) {
    String example = element == Integer.class ? "[404, 410]" : "[\"a\", \"b\"]";
    JsonNode array = value.isTextual() ? listed(value.textValue(), example) : value;
    if (!array.isArray()) {
      throw new InvalidValue("must be a JSON list, for example " + example);
    }
    List<Object> converted = new ArrayList<>();
    for (JsonNode each : array) {
      converted.add(
          inside("element " + (converted.size() + 1), each, one -> convert(element, one, bounds)));
    }
    return List.copyOf(converted);
  }

  private static JsonNode listed(String text, String example) {
    try {
      return Json.parse(text);
    } catch (InvalidValue e) {
      throw new InvalidValue(e.reason() + "; wanted is a list, for example " + example);
    }
  }

  private Map<String, Object> map(Type type, JsonNode value, Bounds bounds) {
    JsonNode object = value.isTextual() ? Json.parse(value.textValue()) : value;
    if (!object.isObject()) {
      throw new InvalidValue("must be a JSON object, for example {\"a\": \"b\"}");
    }
    Map<String, Object> converted = new LinkedHashMap<>();
    object
        .properties()
        .forEach(
            field ->
                converted.put(
                    field.getKey(),
                    inside(
                        "its key " + field.getKey(),
                        field.getValue(),
                        each -> resolved(convert(type, each, bounds)))));
    return converted;
  }

  private Object resolved(Object value) {
    return value instanceof String text ? references.resolve(text) : value;
  }

  private static Object inside(String where, JsonNode value, Function<JsonNode, Object> convert) {
    if (value.isNull()) {
      throw new InvalidValue(where + " must not be null");
    }
    try {
      return convert.apply(value);
    } catch (InvalidValue e) {
      throw new InvalidValue(where + " " + e.reason());
    }
  }

  private static boolean truth(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "yes", "1" -> true;
      case "false", "no", "0" -> false;
      default -> throw new InvalidValue("accepted are true, yes, 1 and false, no, 0");
    };
  }

  private static Duration duration(String text, Bounds bounds) {
    return Duration.ofMillis(bounds.number(text).movePointRight(3).longValue());
  }

  private Path path(String text) {
    try {
      return folder.resolve(text).normalize();
    } catch (InvalidPathException e) {
      throw new InvalidValue("must be a path of this file system");
    }
  }

  private static Object unsupported(Type type) {
    throw new SeawayException(
        SeawayException.Category.INTERNAL,
        "A configuration record has a component of type "
            + type.getTypeName()
            + ", which cannot be bound");
  }
}
