package dev.seaway.core.config;

import java.util.Map;

/**
 * How careful deletions are.
 *
 * @param inferredThreshold largest share of a blueprint that may go where an end is only inferred
 * @param lookUpLimit entities that the tool is asked for by name before they go, a blueprint
 * @param confirmed blueprint to the number of entities that the user has confirmed to be gone
 */
public record Deletions(double inferredThreshold, int lookUpLimit, Map<String, Integer> confirmed) {

  public Deletions {
    confirmed = Map.copyOf(confirmed);
  }
}
