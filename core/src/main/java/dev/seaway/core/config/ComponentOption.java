package dev.seaway.core.config;

import com.fasterxml.jackson.annotation.JsonAlias;
import dev.seaway.connector.Option;
import dev.seaway.connector.Secret;
import dev.seaway.core.SeawayException;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is to be known about one component of a configuration record.
 *
 * @param byDefault as a user would write it
 */
record ComponentOption(
    String name,
    List<String> aliases,
    Type type,
    String meaning,
    Optional<String> byDefault,
    long min,
    long max,
    boolean secret) {

  static List<ComponentOption> of(Class<? extends Record> type, Map<String, String> defaults) {
    List<ComponentOption> options =
        Stream.of(type.getRecordComponents())
            .map(component -> of(component, declared(type, component), defaults))
            .toList();
    for (String name : defaults.keySet()) {
      if (options.stream().noneMatch(option -> option.name.equals(name))) {
        throw new SeawayException(
            SeawayException.Category.INTERNAL,
            "A default is declared for " + name + ", which " + type.getName() + " does not have");
      }
    }
    return options;
  }

  /** Name and aliases. */
  List<String> names() {
    return Stream.concat(Stream.of(name), aliases.stream()).toList();
  }

  private static ComponentOption of(
      RecordComponent component, Field field, Map<String, String> defaults) {
    Optional<Option> option = Optional.ofNullable(component.getAnnotation(Option.class));
    Optional<JsonAlias> alias = Optional.ofNullable(field.getAnnotation(JsonAlias.class));
    Optional<String> ownDefault = option.map(Option::byDefault).filter(text -> !text.isEmpty());
    return new ComponentOption(
        component.getName(),
        alias.map(each -> List.of(each.value())).orElse(List.of()),
        component.getGenericType(),
        option.map(Option::value).orElse(""),
        Optional.ofNullable(defaults.get(component.getName())).or(() -> ownDefault),
        option.map(Option::min).orElse(Long.MIN_VALUE),
        option.map(Option::max).orElse(Long.MAX_VALUE),
        option.map(Option::secret).orElse(false) || holdsSecrets(component.getGenericType()));
  }

  private static Field declared(Class<?> type, RecordComponent component) {
    try {
      return type.getDeclaredField(component.getName());
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException("A record has a field for each component", e);
    }
  }

  private static boolean holdsSecrets(Type type) {
    return type == Secret.class
        || (type instanceof ParameterizedType parameterized
            && Stream.of(parameterized.getActualTypeArguments())
                .anyMatch(ComponentOption::holdsSecrets));
  }
}
