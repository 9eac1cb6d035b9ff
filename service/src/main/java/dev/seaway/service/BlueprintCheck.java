package dev.seaway.service;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.core.SeawayException;
import dev.seaway.core.SeawayException.Category;
import dev.seaway.core.catalog.CatalogClient;
import dev.seaway.core.config.BlueprintFile;
import dev.seaway.jq.text.NearMiss;
import dev.seaway.mapping.Mapping;
import dev.seaway.mapping.MappingDocument;
import dev.seaway.mapping.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Says before the first page is read what the catalog would refuse: one line for a blueprint. */
final class BlueprintCheck {

  private final CatalogClient catalog;

  BlueprintCheck(CatalogClient catalog) {
    this.catalog = catalog;
  }

  /**
   * A sentence about the blueprints that the catalog lacks, and one for each that lacks properties
   * or relations.
   *
   * @throws SeawayException where there is not one blueprint, so that nothing could be written
   */
  List<String> warnings(MappingDocument document) {
    List<Mapping> mappings = document.resources().stream().map(Resource::mapping).toList();
    List<String> blueprints =
        mappings.stream().flatMap(mapping -> mapping.blueprints().stream()).distinct().toList();
    List<String> missing = new ArrayList<>();
    List<String> warnings = new ArrayList<>();
    for (String blueprint : blueprints) {
      catalog
          .blueprint(blueprint)
          .ifPresentOrElse(
              known -> lacks(blueprint, known, mappings).ifPresent(warnings::add),
              () -> missing.add(blueprint));
    }
    boolean nothingFits =
        !missing.isEmpty()
            && missing.size() == blueprints.size()
            && mappings.stream().noneMatch(Mapping::feedsAnyBlueprint);
    if (nothingFits) {
      throw new SeawayException(
          Category.USER, "The catalog has no blueprint of the mapping: " + created(missing));
    }
    if (!missing.isEmpty()) {
      warnings.add(
          "The catalog will refuse the entities of blueprints that it lacks: " + created(missing));
    }
    return warnings;
  }

  private static String created(List<String> missing) {
    return "%s. Create what is missing there, or put its definition into a file %s beside the mapping file."
        .formatted(String.join(", ", missing), BlueprintFile.NAME);
  }

  private static Optional<String> lacks(String blueprint, JsonNode known, List<Mapping> mappings) {
    List<String> lacking = new ArrayList<>();
    add(
        "properties",
        known.path("schema").path("properties"),
        mappings,
        mapping -> mapping.properties(blueprint),
        lacking);
    add(
        "relations",
        known.path("relations"),
        mappings,
        mapping -> mapping.relations(blueprint),
        lacking);
    return lacking.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "The blueprint %s lacks what the mapping sets: %s. Add them there, or correct the mapping; the catalog may refuse its entities."
                .formatted(blueprint, String.join("; ", lacking)));
  }

  private static void add(
      String what,
      JsonNode known,
      List<Mapping> mappings,
      Function<Mapping, List<String>> set,
      List<String> lacking) {
    Set<String> names = new TreeSet<>();
    known.fieldNames().forEachRemaining(names::add);
    List<String> absent =
        mappings.stream()
            .flatMap(mapping -> set.apply(mapping).stream())
            .distinct()
            .filter(name -> !names.contains(name))
            .toList();
    if (!absent.isEmpty()) {
      lacking.add(
          absent.stream()
              .map(name -> suggested(name, names))
              .collect(Collectors.joining(", ", what + " ", "")));
    }
  }

  private static String suggested(String name, Set<String> known) {
    return NearMiss.of(name, known)
        .map(near -> "%s (did you mean %s?)".formatted(name, near))
        .orElse(name);
  }
}
