package dev.seaway.core.config;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.connector.Connector;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Lists every key with its meaning, for the configuration's reference. */
public final class ConfigReference {

  /**
   * One key.
   *
   * @param name as it is written in the environment
   * @param accepted what can be given, in words
   * @param byDefault none: the key is required or may be absent
   */
  public record Key(
      String name,
      String meaning,
      String accepted,
      Optional<String> byDefault,
      boolean required,
      boolean secret) {}

  private ConfigReference() {}

  /** Seaway's own keys. */
  public static List<Key> own() {
    return Stream.of(
            keys("OCEAN__", OwnOptions.class, Map.of()),
            keys("OCEAN__", OwnOptions.Strictness.class, Map.of()),
            keys("OCEAN__INTEGRATION__", OwnOptions.Integration.class, Map.of()),
            keys("OCEAN__EVENT_LISTENER__", OwnOptions.Listener.class, Map.of()),
            keys("OCEAN__EVENT_LISTENER__", EventListener.Polling.class, Map.of()),
            keys("OCEAN__EVENT_LISTENER__", EventListener.Webhook.class, Map.of()),
            keys("OCEAN__EVENT_LISTENER__", EventListener.Kafka.class, Map.of()),
            keys("OCEAN__LIVE_EVENTS__", OwnOptions.LiveEvents.class, Map.of()),
            keys("OCEAN__LIVE_EVENTS__KAFKA__", EventStore.Kafka.class, Map.of()),
            keys("APPLICATION__", OwnOptions.Application.class, Map.of()),
            keys("", OwnOptions.NetworkVariables.class, Map.of()))
        .flatMap(keys -> keys)
        .toList();
  }

  /** The keys of a connector. */
  public static List<Key> of(Connector<?> connector) {
    return keys("OCEAN__INTEGRATION__CONFIG__", connector.configType(), connector.defaults())
        .toList();
  }

  private static Stream<Key> keys(
      String prefix, Class<? extends Record> type, Map<String, String> defaults) {
    return ComponentOption.of(type, defaults).stream().flatMap(option -> keys(prefix, option));
  }

  private static Stream<Key> keys(String prefix, ComponentOption option) {
    String name = prefix + Spelling.upperSnake(option.name());
    if (option.type() instanceof Class<?> type && type.isRecord() && type != ProxyAddress.class) {
      return keys(name + "__", type.asSubclass(Record.class), Map.of());
    }
    boolean required =
        option.byDefault().isEmpty() && !(option.type() instanceof ParameterizedType);
    return Stream.of(
        new Key(
            name,
            option.meaning(),
            accepted(option.type(), Bounds.of(option)),
            option.byDefault(),
            required,
            option.secret()));
  }

  private static String accepted(Type type, Bounds bounds) {
    if (type instanceof ParameterizedType generic) {
      return generic.getRawType() == Optional.class
          ? accepted(generic.getActualTypeArguments()[0], bounds)
          : generic.getRawType() == List.class ? "a JSON list" : "a JSON object";
    }
    return type instanceof Class<?> plain ? acceptedBy(plain, bounds) : "";
  }

  private static String acceptedBy(Class<?> type, Bounds bounds) {
    if (type.isEnum()) {
      return EnumWords.of(type).accepted();
    }
    return switch (type.getSimpleName()) {
      case "boolean", "Boolean" -> "true, yes, 1 or false, no, 0";
      case "int", "Integer", "long", "Long" -> "a whole number" + bounds.described();
      case "double", "Double" -> "a number" + bounds.described();
      case "Duration" -> "seconds" + bounds.described();
      case "URI" -> "an http or https URL";
      case "ProxyAddress" -> "a proxy's URL";
      case "Path" -> "a path";
      default -> type == JsonNode.class ? "JSON" : "text";
    };
  }
}
