package dev.seaway.core.config;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonPointer;
import dev.seaway.connector.Auth;
import dev.seaway.connector.Connector;
import dev.seaway.connector.Source;
import dev.seaway.connector.rest.RestConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** Loads a configuration for a test, with connectors that show what was bound. */
final class Loading {

  /** Remembers the record that it was given. */
  record Recorder<C extends Record>(
      String name,
      Class<C> configType,
      Map<String, String> defaults,
      List<C> seen,
      Function<C, Source> describe)
      implements Connector<C> {

    @Override
    public Source source(C config) {
      seen.add(config);
      return describe.apply(config);
    }
  }

  private static final URI NOWHERE = URI.create("https://tool.example");

  private final Path folder;
  private final Map<String, String> environment = new TreeMap<>();
  private final Map<String, Connector<?>> connectors = new TreeMap<>();

  Loading(Path folder) {
    this.folder = folder;
    connectors.put("custom", rest("custom", Map.of()));
    environment.put("OCEAN__INTEGRATION__TYPE", "custom");
    environment.put("OCEAN__INTEGRATION__CONFIG__BASE_URL", "https://tool.example");
  }

  static Recorder<RestConfig> rest(String name, Map<String, String> defaults) {
    return new Recorder<>(
        name,
        RestConfig.class,
        defaults,
        new ArrayList<>(),
        config -> config.source(JsonPointer.empty()));
  }

  static <C extends Record> Recorder<C> recorder(Class<C> type) {
    return new Recorder<>(
        "custom",
        type,
        Map.of(),
        new ArrayList<>(),
        _ -> Source.of(NOWHERE, new Auth.None(), List.of()));
  }

  Loading with(String key, String value) {
    environment.put(key, value);
    return this;
  }

  Loading without(String key) {
    environment.remove(key);
    return this;
  }

  /** An option of the connector. */
  Loading option(String name, String value) {
    return with("OCEAN__INTEGRATION__CONFIG__" + name, value);
  }

  Loading connector(Connector<?> connector) {
    connectors.put(connector.name(), connector);
    return this;
  }

  Loading file(String name, String content) {
    try {
      Files.writeString(folder.resolve(name), content);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  AppConfig load() {
    return new ConfigLoader(environment, folder)
        .load(
            new ConfigLoader.ConnectorLookup() {
              @Override
              public Optional<Connector<?>> find(String type) {
                return Optional.ofNullable(connectors.get(type));
              }

              @Override
              public Set<String> names() {
                return connectors.keySet();
              }
            });
  }

  Settings settings() {
    return load().settings();
  }

  RestConfig rest() {
    return bound(rest("custom", Map.of()));
  }

  <C extends Record> C bound(Recorder<C> recorder) {
    connector(recorder);
    load();
    return recorder.seen().getFirst();
  }

  List<String> faults() {
    return lines(failure().problems(), ConfigProblem.Severity.ERROR);
  }

  List<String> warnings() {
    return lines(load().warnings(), ConfigProblem.Severity.WARNING);
  }

  ConfigException failure() {
    return Objects.requireNonNull(catchThrowableOfType(ConfigException.class, this::load));
  }

  private static List<String> lines(List<ConfigProblem> problems, ConfigProblem.Severity severity) {
    return problems.stream()
        .filter(each -> each.severity() == severity)
        .map(ConfigProblem::line)
        .toList();
  }
}
