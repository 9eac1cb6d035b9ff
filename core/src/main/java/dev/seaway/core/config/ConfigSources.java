package dev.seaway.core.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the user gave, of all sources: the environment, then {@code .env}, then {@code config.yaml}.
 *
 * @param own keys with the prefix {@code OCEAN__} or {@code SEAWAY__}
 * @param process keys that all programs read, without a prefix
 * @param variables the environment and {@code .env}, for references
 */
record ConfigSources(ConfigNode own, ConfigNode process, Map<String, String> variables) {

  /** By how much a key of {@code integration.secrets} stands behind one of its config. */
  static final int SECRETS_RANK = 500;

  private static final int ENVIRONMENT_RANK = 100;
  private static final int DOT_ENV_RANK = 1100;
  private static final int CONFIG_YAML_RANK = 2100;
  private static final String DOT_ENV = ".env";
  private static final String CONFIG_YAML = "config.yaml";
  private static final String SEPARATOR = "__";
  private static final Set<String> PREFIXES = Set.of("OCEAN", "SEAWAY");
  private static final Set<String> PROCESS_KEYS =
      Set.of("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY", "SSL_CERT_FILE", "SSL_CERT_DIR");

  /** Whether a variable of that prefix may be given: quick, for a start that is short. */
  static boolean mayHold(String prefix, Map<String, String> environment, Path folder) {
    return Files.exists(folder.resolve(DOT_ENV))
        || environment.keySet().stream()
            .anyMatch(name -> name.regionMatches(true, 0, prefix, 0, prefix.length()));
  }

  static ConfigSources read(Map<String, String> environment, Path folder, Problems problems) {
    ConfigSources inputs = new ConfigSources(new ConfigNode(), new ConfigNode(), new TreeMap<>());
    readDotEnv(folder, problems)
        .forEach(
            variable -> {
              inputs.add(DOT_ENV + ": ", variable.name(), variable.value(), DOT_ENV_RANK, problems);
              inputs.variables.put(variable.name(), variable.value());
            });
    new TreeMap<>(environment)
        .forEach((name, value) -> inputs.add("", name, value, ENVIRONMENT_RANK, problems));
    inputs.variables.putAll(environment);
    readConfigYaml(folder, environment, problems)
        .ifPresent(
            root ->
                inputs.own.add(new ConfigValue(CONFIG_YAML + ": ", "", root, CONFIG_YAML_RANK)));
    return inputs;
  }

  /** A key of more parts is more exact than JSON that was given for their group. */
  private void add(String place, String name, String value, int rank, Problems problems) {
    List<String> parts = List.of(name.split(SEPARATOR, -1));
    String first = parts.getFirst().toUpperCase(Locale.ROOT);
    ConfigValue given =
        new ConfigValue(
            place + name.substring(0, name.length() - parts.getLast().length()),
            parts.getLast(),
            TextNode.valueOf(value),
            rank - parts.size());
    if (PROCESS_KEYS.contains(name.toUpperCase(Locale.ROOT))) {
      process.at(name).add(given);
    } else if (parts.size() > 1 && first.equals("APPLICATION")) {
      down(process, parts).add(given);
    } else if (parts.size() > 1 && PREFIXES.contains(first)) {
      down(own, parts.subList(1, parts.size())).add(given);
    } else if (parts.size() > 1
        && PREFIXES.stream().anyMatch(each -> first.startsWith(each + "_"))) {
      problems.unknownKey(
          place + name,
          "is not read, for keys begin with OCEAN__. Did you mean "
              + name.replaceFirst("_", SEPARATOR)
              + "?");
    }
  }

  private static ConfigNode down(ConfigNode root, List<String> parts) {
    ConfigNode setting = root;
    for (String part : parts) {
      setting = setting.at(part);
    }
    return setting;
  }

  private static List<DotEnv.Variable> readDotEnv(Path folder, Problems problems) {
    try {
      return TextFile.read(folder.resolve(DOT_ENV)).map(DotEnv::parse).orElse(List.of());
    } catch (InvalidValue e) {
      problems.fault(DOT_ENV, "cannot be read: " + e.reason());
      return List.of();
    }
  }

  private static Optional<JsonNode> readConfigYaml(
      Path folder, Map<String, String> environment, Problems problems) {
    try {
      Optional<JsonNode> root =
          TextFile.read(folder.resolve(CONFIG_YAML))
              .flatMap(YamlDocument::parse)
              .filter(node -> !node.isNull())
              .map(node -> EnvironmentTemplates.fill(node, environment));
      if (root.isPresent() && !root.get().isObject()) {
        throw new InvalidValue("it must hold keys and their values");
      }
      return root;
    } catch (InvalidValue e) {
      problems.fault(CONFIG_YAML, "cannot be read: " + e.reason());
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return "ConfigSources";
  }
}
