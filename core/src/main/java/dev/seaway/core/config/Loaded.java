package dev.seaway.core.config;

import dev.seaway.connector.Connector;
import dev.seaway.connector.Source;
import java.util.List;

/** A configuration without faults, and the tool that it describes. */
public record Loaded(
    Settings settings, Connector<?> connector, Source source, List<Problem> warnings) {

  public Loaded {
    warnings = List.copyOf(warnings);
  }

  /** Without the source: its headers may hold credentials. */
  @Override
  public String toString() {
    return "Loaded[settings=%s, connector=%s, warnings=%s]"
        .formatted(settings, connector.name(), warnings);
  }
}
