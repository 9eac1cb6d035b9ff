package dev.seaway.mapping.jq;

import java.util.Map;

/** The process's own environment, for callers that do not hand one in yet. */
final class Builtins {

  private Builtins() {}

  static Map<String, String> environment() {
    return System.getenv();
  }
}
