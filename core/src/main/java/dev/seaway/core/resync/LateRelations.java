package dev.seaway.core.resync;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.core.catalog.EntityWriter;
import dev.seaway.core.catalog.UpsertResult;
import dev.seaway.core.catalog.UpsertResult.Refused;
import dev.seaway.mapping.Entity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Entities that were refused because what they relate to did not exist yet. They are tried once
 * more at the end, one by one, each after those that it relates to.
 */
final class LateRelations {

  /**
   * Entities kept for later; what is refused beyond that is reported at once, so that memory stays
   * bounded.
   */
  private static final int LIMIT = 10_000;

  private record Late(Refused refusal, Tally tally) {}

  private final List<Late> waiting = new ArrayList<>();

  /** True if it is kept for later; false if the refusal is final. */
  boolean keep(UpsertResult result, Tally tally) {
    return result instanceof Refused refusal
        && refusal.missingRelation()
        && waiting.size() < LIMIT
        && waiting.add(new Late(refusal, tally));
  }

  void retry(EntityWriter writer) {
    for (Late late : targetsFirst()) {
      late.tally().result(writer.write(late.refusal().entity()));
    }
    waiting.clear();
  }

  /** Gives up on what waits, because the catalog cannot be written. */
  void giveUp() {
    waiting.forEach(late -> late.tally().result(late.refusal()));
    waiting.clear();
  }

  private Set<Late> targetsFirst() {
    Map<String, List<Late>> byIdentifier = new HashMap<>();
    for (Late late : waiting) {
      byIdentifier
          .computeIfAbsent(late.refusal().entity().identifier().asText(), none -> new ArrayList<>())
          .add(late);
    }
    Set<Late> ordered = new LinkedHashSet<>();
    Set<Late> visited = new HashSet<>();
    waiting.forEach(late -> add(late, byIdentifier, visited, ordered));
    return ordered;
  }

  private static void add(
      Late late, Map<String, List<Late>> byIdentifier, Set<Late> visited, Set<Late> ordered) {
    if (visited.add(late)) {
      for (String target : targets(late.refusal().entity())) {
        byIdentifier
            .getOrDefault(target, List.of())
            .forEach(other -> add(other, byIdentifier, visited, ordered));
      }
      ordered.add(late);
    }
  }

  private static List<String> targets(Entity entity) {
    List<String> targets = new ArrayList<>();
    for (JsonNode relation : entity.json().path("relations")) {
      if (relation.isArray()) {
        relation.forEach(target -> targets.add(target.asText()));
      } else if (relation.isValueNode()) {
        targets.add(relation.asText());
      }
    }
    return targets;
  }
}
