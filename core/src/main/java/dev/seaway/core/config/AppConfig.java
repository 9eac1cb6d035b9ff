package dev.seaway.core.config;

import dev.seaway.connector.Connector;
import dev.seaway.connector.Source;
import java.util.List;
import java.util.Map;

/**
 * A configuration without faults, and the tool that it describes.
 *
 * @param options the connector's own, as it declares them; they may hold credentials
 * @param environment what jq may read in mappings; empty where the user does not allow it
 */
public record AppConfig(
    Settings settings,
    Connector<?> connector,
    Record options,
    Source source,
    Map<String, String> environment,
    List<ConfigProblem> warnings) {

  public AppConfig {
    environment = Map.copyOf(environment);
    warnings = List.copyOf(warnings);
  }

  /** Without the options, the source and the environment, which may hold credentials. */
  @Override
  public String toString() {
    return "AppConfig[settings=%s, connector=%s, warnings=%s]"
        .formatted(settings, connector.name(), warnings);
  }
}
