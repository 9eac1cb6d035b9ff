package dev.seaway.core.config;

import com.fasterxml.jackson.annotation.JsonAlias;

/** Which engine evaluates the jq expressions of mappings. */
public enum JqChoice {
  /** Seaway's own, which bounds each evaluation. */
  SEAWAY,
  /** The library jackson-jq, which bounds none. */
  @JsonAlias("jackson-jq")
  JACKSON_JQ
}
