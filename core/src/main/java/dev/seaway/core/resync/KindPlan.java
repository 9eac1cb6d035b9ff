package dev.seaway.core.resync;

import dev.seaway.connector.ApiRequest;
import dev.seaway.connector.ApiResponse;
import dev.seaway.connector.Kind;
import dev.seaway.connector.LookUp;
import dev.seaway.core.read.Listing;
import dev.seaway.mapping.Mapping;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
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
    /**
     * A list behind a path.
     *
     * @param lookUp how one of its records is asked for
     */
    record List(Listing listing, Optional<LookUp> lookUp) implements Reading {}

    record Code(Kind.Code kind) implements Reading {}

    /** The same, whose records are known by what mappings call their entities. */
    default Reading namedBy(Collection<Mapping> mappings) {
      return switch (this) {
        case Reading.List(Listing listing, Optional<LookUp> lookUp) ->
            new Reading.List(
                listing.namedBy(
                    record -> mappings.stream().map(mapping -> mapping.names(record)).toList()),
                lookUp);
        case Code code -> code;
      };
    }
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

  /** How one of its records is asked for by its id; empty where that cannot be done. */
  Optional<LookUp> lookUp() {
    return switch (reading) {
      case Reading.List list ->
          list.listing().parameters().isEmpty() ? list.lookUp() : Optional.empty();
      case Reading.Code _ -> Optional.empty();
    };
  }

  /** The request of its list, without the parameters of a page. */
  ApiRequest request() {
    return list().request();
  }

  /** The request of its list's first page. */
  ApiRequest firstRequest() {
    return list().pagination().first(list().request());
  }

  /** Whether an answer of its list holds records. */
  boolean holdsRecords(ApiResponse response) {
    return !list().recordsOf(response).isEmpty();
  }

  private Listing list() {
    return switch (reading) {
      case Reading.List list -> list.listing();
      case Reading.Code code ->
          throw new IllegalStateException(code.kind().name() + " has no request");
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
