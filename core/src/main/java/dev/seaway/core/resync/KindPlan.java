package dev.seaway.core.resync;

import dev.seaway.connector.Kind;
import dev.seaway.core.read.Listing;
import dev.seaway.mapping.Mapping;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * One kind to read, and the mappings that its records go through.
 *
 * @param name as the user wrote it
 */
record KindPlan(String name, Reading reading, List<Mapping> mappings) {

  /** Where the pages come from. */
  sealed interface Reading {
    record List(Listing listing) implements Reading {}

    record Code(Kind.Code kind) implements Reading {}
  }

  /** The blueprints that this kind can feed; empty: any. */
  Set<String> blueprints() {
    Set<String> blueprints = new TreeSet<>();
    for (Mapping mapping : mappings) {
      if (mapping.feedsAnyBlueprint()) {
        return Set.of();
      }
      blueprints.addAll(mapping.blueprints());
    }
    return blueprints;
  }

  boolean mayFeed(String blueprint) {
    Set<String> blueprints = blueprints();
    return blueprints.isEmpty() || blueprints.contains(blueprint);
  }

  /**
   * Whether all of it is known to have come in one answer, so that no record can have moved while
   * it was read.
   *
   * @param pages how many were read
   */
  boolean cameAtOnce(int pages) {
    return switch (reading) {
      case Reading.List list -> pages == 1 && list.listing().parameters().isEmpty();
      case Reading.Code _ -> false;
    };
  }

  /** Whether the other kind's path parameters are read from this kind's list. */
  boolean isParentOf(KindPlan other) {
    return reading instanceof Reading.List own
        && other.reading instanceof Reading.List child
        && child.listing().parameters().stream()
            .map(parameter -> parameter.values().request().target())
            .anyMatch(own.listing().request().target()::equals);
  }
}
