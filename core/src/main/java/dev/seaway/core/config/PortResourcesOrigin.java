package dev.seaway.core.config;

import com.fasterxml.jackson.annotation.JsonAlias;

/** Where the blueprints and the mapping of a new integration come from. */
public enum PortResourcesOrigin {
  /** The connector's own defaults. */
  @JsonAlias("ocean")
  DEFAULT,
  /** Nowhere: the user makes them. */
  EMPTY,
  /** Port makes them. */
  PORT
}
