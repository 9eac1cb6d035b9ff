package dev.seaway.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.seaway.connector.Connector;
import dev.seaway.connector.Option;
import dev.seaway.connector.Secret;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes a configuration record from options as users write them, without the environment. */
final class OptionBinder {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS).build();

  private OptionBinder() {}

  static <C extends Record> C bind(Connector<C> connector, Map<String, String> options) {
    RecordComponent[] components = connector.configType().getRecordComponents();
    checkNames(components, options.keySet());
    Object[] values =
        Stream.of(components)
            .map(component -> value(component, text(component, connector, options)))
            .toArray();
    try {
      Class<?>[] types =
          Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      return connector.configType().getConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(
          connector.configType() + " must be public and accept these options", e);
    }
  }

  /** Option name to a value that must never be shown. */
  static Map<String, String> secrets(Record config) {
    Map<String, String> secrets = new LinkedHashMap<>();
    for (RecordComponent component : config.getClass().getRecordComponents()) {
      boolean secret =
          component.getGenericType().getTypeName().contains(Secret.class.getName())
              || component.getAnnotation(Option.class).secret();
      if (secret) {
        shown(read(component, config)).forEach(text -> secrets.put(component.getName(), text));
      }
    }
    return secrets;
  }

  private static Stream<String> shown(Object value) {
    return switch (value) {
      case Optional<?> optional -> optional.stream().flatMap(OptionBinder::shown);
      case Map<?, ?> map -> map.values().stream().flatMap(OptionBinder::shown);
      case Secret secret -> Stream.of(secret.reveal());
      default -> Stream.of(value.toString());
    };
  }

  private static void checkNames(RecordComponent[] components, Collection<String> given) {
    List<String> known = Stream.of(components).map(RecordComponent::getName).toList();
    List<String> unknown = given.stream().filter(name -> !known.contains(name)).sorted().toList();
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException("Unknown options " + unknown + "; known are " + known);
    }
  }

  private static Optional<String> text(
      RecordComponent component, Connector<?> connector, Map<String, String> options) {
    String name = component.getName();
    return Stream.of(options, connector.defaults())
        .filter(texts -> texts.containsKey(name))
        .map(texts -> texts.get(name))
        .findFirst()
        .or(
            () ->
                Optional.ofNullable(component.getAnnotation(Option.class))
                    .map(Option::byDefault)
                    .filter(text -> !text.isEmpty()));
  }

  private static Object value(RecordComponent component, Optional<String> text) {
    JavaType type = JSON.constructType(component.getGenericType());
    if (type.hasRawClass(Optional.class)) {
      return text.map(given -> parse(component, type.containedType(0), given));
    }
    return text.map(given -> parse(component, type, given))
        .or(() -> emptyCollection(type))
        .orElseThrow(
            () -> new IllegalArgumentException("The option " + component.getName() + " is needed"));
  }

  private static Optional<Object> emptyCollection(JavaType type) {
    return type.hasRawClass(List.class)
        ? Optional.of(List.of())
        : Optional.<Object>of(Map.of()).filter(map -> type.hasRawClass(Map.class));
  }

  private static Object parse(RecordComponent component, JavaType type, String text) {
    try {
      if (type.hasRawClass(Duration.class)) {
        return Duration.ofSeconds(Long.parseLong(text));
      }
      boolean json = type.isContainerType() || type.isTypeOrSubTypeOf(JsonNode.class);
      return JSON.convertValue(json ? JSON.readTree(text) : TextNode.valueOf(text), type);
    } catch (IllegalArgumentException | JsonProcessingException e) {
      throw new IllegalArgumentException(
          "The option " + component.getName() + " does not accept its value", e);
    }
  }

  private static Object read(RecordComponent component, Record config) {
    try {
      return component.getAccessor().invoke(config);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(config.getClass() + " must be public", e);
    }
  }
}
