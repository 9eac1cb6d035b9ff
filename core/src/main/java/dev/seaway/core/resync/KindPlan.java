package dev.seaway.core.resync;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
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
public record KindPlan(String name, Reading reading, List<Mapping> mappings) {

  /** Where the pages come from. */
  public sealed interface Reading {
    /**
     * A list behind a path.
     *
     * @param lookUp how one of its records is asked for
     * @param asDeclared whether its records are those that the connector declares: the mapping's
     *     author may take others from its answers
     */
    record List(Listing listing, Optional<LookUp> lookUp, boolean asDeclared) implements Reading {}

    /** Pages that only the connector's code can read. */
    record Code(Kind.Code kind) implements Reading {}

    /** The same, whose records are known by what mappings call their entities. */
    default Reading namedBy(Collection<Mapping> mappings) {
      return switch (this) {
        case Reading.List(Listing listing, Optional<LookUp> lookUp, boolean asDeclared) ->
            new Reading.List(listing.namedBy(new ByMappings(mappings)), lookUp, asDeclared);
        case Code code -> code;
      };
    }
  }

  /** Calls a record what the mappings call its entities. */
  private record ByMappings(Collection<Mapping> mappings) implements Listing.Naming {

    @Override
    public Object of(JsonNode record) {
      return mappings.stream().map(mapping -> mapping.names(record)).toList();
    }

    @Override
    public List<JsonPointer> keys() {
      return mappings.stream()
          .flatMap(mapping -> mapping.namingFields().stream())
          .distinct()
          .map(field -> JsonPointer.empty().appendProperty(field))
          .toList();
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

  /** Whether each mapping plainly names its entities of the blueprint by an id. */
  boolean isNamedAlike(String blueprint) {
    return lookUp()
        .filter(by -> mappings.stream().allMatch(each -> each.isNamedAt(blueprint, by.ids())))
        .isPresent();
  }

  /** The list that it is; empty where code reads it. */
  Optional<Listing> listing() {
    return reading instanceof Reading.List list ? Optional.of(list.listing()) : Optional.empty();
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
