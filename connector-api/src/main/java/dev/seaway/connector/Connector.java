package dev.seaway.connector;

import java.util.Map;

/**
 * Describes one tool to the engine: a pure function from the user's configuration to a {@link
 * Source}.
 *
 * <p>Found by {@link java.util.ServiceLoader}. Defaults for the catalog are resources beside the
 * class: {@code /connectors/<name>/blueprints.json} and {@code /connectors/<name>/mapping.yml}.
 */
public interface Connector<C extends Record> {

  /** The integration type that selects this connector: lower case, for example {@code jsm}. */
  String name();

  /**
   * The record that the engine binds from {@code OCEAN__INTEGRATION__CONFIG__*}; see {@link
   * Option}.
   */
  Class<C> configType();

  /**
   * Describes the tool for this configuration. Throws {@link IllegalArgumentException} for a value
   * it cannot accept.
   */
  Source source(C config);

  /**
   * Option name to default, for a connector that shares a configuration record and differs only in
   * its defaults.
   */
  default Map<String, String> defaults() {
    return Map.of();
  }
}
