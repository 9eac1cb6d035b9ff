package dev.seaway.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.jq.JqEngine;
import dev.seaway.jq.Programs;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A whole mapping: {@code port-app-config.yml}, or the configuration kept at the catalog.
 *
 * @param deleteDependentEntities whether deleting an entity deletes those that depend on it; by
 *     default true
 * @param createMissingRelatedEntities whether the catalog makes up entities that a relation names
 *     and that do not exist; by default true
 * @param enableMergeEntity whether properties that are not sent keep their values; by default true
 * @param entityDeletionThreshold the share of entities, 0 to 1, above which nothing is deleted; 0
 *     never deletes; by default 0.9
 */
public record MappingDocument(
    boolean deleteDependentEntities,
    boolean createMissingRelatedEntities,
    boolean enableMergeEntity,
    double entityDeletionThreshold,
    List<Resource> resources) {

  public MappingDocument {
    resources = List.copyOf(resources);
  }

  /**
   * Reads a document and compiles its expressions with Seaway's own jq.
   *
   * @param environment what {@code env} and {@code $ENV} give; empty: they may not be used
   */
  public static Parsed parse(JsonNode document, Map<String, String> environment) {
    return parse(document, Programs.of(environment));
  }

  /** Reads a document and compiles its expressions. All faults are found, not just the first. */
  public static Parsed parse(JsonNode document, JqEngine jq) {
    Problems problems = new Problems();
    Expressions expressions = new Expressions(problems, jq);
    Optional<MappingDocument> read =
        Section.of(document, "", problems)
            .flatMap(section -> new DocumentReader(problems, expressions).read(section));
    return new Parsed(problems.hasErrors() ? Optional.empty() : read, problems.list());
  }

  /** The document, unless there is an error, and everything there is to say about it. */
  public record Parsed(Optional<MappingDocument> document, List<MappingProblem> problems) {
    public Parsed {
      problems = List.copyOf(problems);
    }
  }
}
