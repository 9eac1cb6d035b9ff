package dev.seaway.core.config;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reports the keys of a group that nobody reads, each with the key that was probably meant. */
record UnknownKeys(List<ComponentOption> options, RecordBinder.Scope scope, Problems problems) {

  /** In {@link RecordBinder.Scope#elsewhere}: every further key is somebody else's. */
  static final String ANY = "*";

  void report(ConfigNode group) {
    if (scope.elsewhere().contains(ANY)) {
      return;
    }
    Map<String, String> known =
        Stream.concat(
                options.stream().flatMap(option -> option.names().stream()),
                scope.elsewhere().stream())
            .collect(Collectors.toMap(Spelling::plain, name -> name));
    group
        .below()
        .forEach(
            (name, setting) -> {
              if (!known.containsKey(name)) {
                setting.example().ifPresent(given -> report(name, given, known));
              }
            });
  }

  private void report(String name, ConfigValue given, Map<String, String> known) {
    String meant =
        Spelling.nearest(name, known.values())
            .map(near -> given.isVariable() ? variable(near, given.key()) : near)
            .or(() -> inGroup(name))
            .map(near -> ". Did you mean " + near + "?")
            .orElse("");
    problems.unknownKey(given.key(), "is not a known key and has no effect" + meant);
  }

  /** The variable that was meant, where it lacks an underscore behind the name of its group. */
  private Optional<String> inGroup(String name) {
    return options.stream()
        .filter(group -> name.startsWith(Spelling.plain(group.name())))
        .flatMap(group -> inGroup(group, name.substring(Spelling.plain(group.name()).length())))
        .findFirst();
  }

  private Stream<String> inGroup(ComponentOption group, String rest) {
    return group.type() instanceof Class<?> nested && nested.isRecord()
        ? Stream.of(nested.getRecordComponents())
            .map(RecordComponent::getName)
            .filter(option -> Spelling.plain(option).equals(rest))
            .map(option -> scope.below(group.name()).prefix() + Spelling.upperSnake(option))
        : Stream.empty();
  }

  /** The variable that was meant, with what the user wrote below the misspelled key. */
  private String variable(String near, String written) {
    int below = written.indexOf("__", scope.prefix().length());
    return scope.prefix()
        + Spelling.upperSnake(near)
        + (below < 0 ? "" : written.substring(below).toUpperCase(Locale.ROOT));
  }
}
