package dev.seaway.testkit;

import dev.seaway.connector.Connector;
import dev.seaway.connector.Option;
import dev.seaway.connector.Secret;
import dev.seaway.core.config.ConfigLoader;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A connector's configuration, bound as for a run. */
final class Configuration {

  private static final Pattern CAPITAL = Pattern.compile("([A-Z])");

  /** There is none, so that no file of the author's takes part. */
  private static final Path NOWHERE = Path.of("").toAbsolutePath().resolve("no-such-folder");

  private Configuration() {}

  /**
   * The configuration record with these options and the connector's defaults.
   *
   * @throws dev.seaway.core.config.ConfigException if an option is unknown, missing or wrong
   */
  static <C extends Record> C bind(Connector<C> connector, Map<String, String> options) {
    Map<String, String> environment = new HashMap<>();
    environment.put("OCEAN__STRICT", "true");
    environment.put("OCEAN__INTEGRATION__TYPE", connector.name());
    options.forEach(
        (name, value) -> environment.put("OCEAN__INTEGRATION__CONFIG__" + variable(name), value));
    return connector
        .configType()
        .cast(new ConfigLoader(environment, NOWHERE).load(new Only(connector)).options());
  }

  /** {@code pageSize} is {@code PAGE_SIZE}. */
  private static String variable(String option) {
    return CAPITAL.matcher(option).replaceAll("_$1").toUpperCase(Locale.ROOT);
  }

  /** Whatever the name, it is this connector. */
  private record Only(Connector<?> connector) implements ConfigLoader.ConnectorLookup {

    @Override
    public Optional<Connector<?>> find(String type) {
      return Optional.of(connector);
    }

    @Override
    public Set<String> names() {
      return Set.of(connector.name());
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
      case Optional<?> optional -> optional.stream().flatMap(Configuration::shown);
      case Map<?, ?> map -> map.values().stream().flatMap(Configuration::shown);
      case Secret secret -> Stream.of(secret.reveal());
      default -> Stream.of(value.toString());
    };
  }

  private static Object read(RecordComponent component, Record config) {
    try {
      return component.getAccessor().invoke(config);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(config.getClass() + " must be public", e);
    }
  }
}
