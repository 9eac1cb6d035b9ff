package dev.seaway.core.config;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.seaway.connector.Secret;
import dev.seaway.core.SeawayException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes a record of what the user gave for a group of keys, and reports all that is wrong in it.
 */
final class RecordBinder {

  /**
   * Where a record stands among the keys.
   *
   * @param prefix of its keys, as they are written in the environment
   * @param defaults component name to default, over those of the record
   * @param elsewhere keys of the same group that others read; {@code *}: any
   */
  record Scope(String prefix, Map<String, String> defaults, Set<String> elsewhere) {

    static Scope of(String prefix) {
      return new Scope(prefix, Map.of(), Set.of());
    }

    Scope below(String name) {
      return of(prefix + Spelling.upperSnake(name) + "__");
    }

    /** The key of each component. */
    Map<String, String> keys(Class<? extends Record> type) {
      return Stream.of(type.getRecordComponents())
          .map(RecordComponent::getName)
          .collect(Collectors.toMap(name -> name, name -> below(name).group()));
    }

    String group() {
      return prefix.replaceFirst("__$", "");
    }
  }

  private final Conversion conversion;
  private final Problems problems;

  RecordBinder(Conversion conversion, Problems problems) {
    this.conversion = conversion;
    this.problems = problems;
  }

  /** The record; none if a fault was found. */
  <C extends Record> Optional<C> bind(Class<C> type, ConfigNode group, Scope scope) {
    int faultsBefore = problems.faults();
    group.open(problems);
    List<ComponentOption> options = ComponentOption.of(type, scope.defaults());
    List<Object> values =
        options.stream().flatMap(option -> argument(option, group, scope).stream()).toList();
    new UnknownKeys(options, scope, problems).report(group);
    return problems.faults() == faultsBefore ? construct(type, values, scope) : Optional.empty();
  }

  private Optional<Object> argument(ComponentOption option, ConfigNode group, Scope scope) {
    ConfigNode setting = new ConfigNode();
    option.names().forEach(name -> setting.addWeaker(group.at(name), 0));
    if (option.type() instanceof Class<?> nested && nested.isRecord()) {
      return bind(nested.asSubclass(Record.class), setting, scope.below(option.name()))
          .map(Object.class::cast);
    }
    setting.below().values().stream()
        .flatMap(below -> below.example().stream())
        .forEach(
            below ->
                problems.fault(
                    below.key(),
                    "lies below a key that takes one value; write "
                        + scope.below(option.name()).group()
                        + " as JSON"));
    return setting
        .value(problems)
        .map(given -> accepted(option, given))
        .orElseGet(() -> byDefault(option, scope));
  }

  private Optional<Object> accepted(ComponentOption option, ConfigValue given) {
    try {
      Object value = conversion.convert(option, given.value());
      if (option.secret()) {
        hide(value);
      }
      return Optional.of(value);
    } catch (InvalidValue e) {
      problems.fault(given.key(), shown(option, given) + "; " + e.reason());
      return Optional.empty();
    }
  }

  private void hide(Object value) {
    switch (value) {
      case Optional<?> optional -> optional.ifPresent(this::hide);
      case Map<?, ?> map -> map.values().forEach(this::hide);
      case Secret secret -> problems.hide(secret.reveal());
      default -> problems.hide(value.toString());
    }
  }

  private static String shown(ComponentOption option, ConfigValue given) {
    if (option.secret()) {
      return "has a wrong value, which is not shown";
    }
    String text = given.value().isValueNode() ? given.value().asText() : given.value().toString();
    String line = WebAddress.withoutCredentials(text.replaceAll("\\s+", " "));
    return "is \"" + (line.length() > 80 ? line.substring(0, 80) + "..." : line) + "\"";
  }

  private Optional<Object> byDefault(ComponentOption option, Scope scope) {
    if (option.byDefault().isPresent()) {
      return Optional.of(conversion.convert(option, TextNode.valueOf(option.byDefault().get())));
    }
    if (option.type() instanceof ParameterizedType generic) {
      return Optional.of(
          generic.getRawType() == Optional.class
              ? Optional.empty()
              : generic.getRawType() == List.class ? List.of() : Map.of());
    }
    problems.fault(
        scope.below(option.name()).group(),
        "is missing" + (option.meaning().isEmpty() ? "" : ". " + option.meaning()));
    return Optional.empty();
  }

  private <C extends Record> Optional<C> construct(
      Class<C> type, List<Object> values, Scope scope) {
    try {
      Constructor<C> canonical =
          type.getDeclaredConstructor(
              Stream.of(type.getRecordComponents())
                  .map(RecordComponent::getType)
                  .toArray(Class<?>[]::new));
      canonical.setAccessible(true);
      return Optional.of(canonical.newInstance(values.toArray()));
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IllegalArgumentException refusal) {
        problems.refused(scope.group(), scope.keys(type), refusal);
        return Optional.empty();
      }
      throw broken(type, e);
    } catch (ReflectiveOperationException e) {
      throw broken(type, e);
    }
  }

  private static SeawayException broken(Class<?> type, ReflectiveOperationException e) {
    return new SeawayException(
        SeawayException.Category.INTERNAL,
        "The configuration record " + type.getName() + " cannot be made",
        e);
  }
}
