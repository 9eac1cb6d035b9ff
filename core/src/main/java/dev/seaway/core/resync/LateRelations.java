package dev.seaway.core.resync;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.core.catalog.UpsertResult;
import dev.seaway.core.catalog.UpsertResult.Refused;
import dev.seaway.mapping.Entity;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

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

  /** Not a record: two refusals of equal entities are two. */
  private static final class Late {
    private final Refused refusal;
    private final KindStats stats;

    Late(Refused refusal, KindStats stats) {
      this.refusal = refusal;
      this.stats = stats;
    }

    Entity entity() {
      return refusal.entity();
    }
  }

  private final boolean wanted;
  private final List<Late> waiting = new ArrayList<>();

  /**
   * @param wanted false where the catalog itself creates what is related to: then a refusal is
   *     final
   */
  LateRelations(boolean wanted) {
    this.wanted = wanted;
  }

  /** True if it is kept for later; false if the result is final. */
  synchronized boolean keep(UpsertResult result, KindStats stats) {
    return wanted
        && result instanceof Refused refusal
        && refusal.missingRelation()
        && waiting.size() < LIMIT
        && waiting.add(new Late(refusal, stats));
  }

  /** Tries each once more. Where the writer throws, those that are left still wait. */
  synchronized void retry(Function<Entity, UpsertResult> writer) {
    List<Late> lastFirst = targetsFirst().reversed();
    waiting.clear();
    waiting.addAll(lastFirst);
    while (!waiting.isEmpty()) {
      Late late = waiting.getLast();
      UpsertResult result = writer.apply(late.entity());
      waiting.removeLast();
      late.stats.result(result);
    }
  }

  /** Gives up on what waits, because the catalog cannot be written. */
  synchronized void giveUp() {
    waiting.forEach(late -> late.stats.result(late.refusal));
    waiting.clear();
  }

  private List<Late> targetsFirst() {
    Map<String, List<Late>> byIdentifier = new HashMap<>();
    for (Late late : waiting) {
      byIdentifier
          .computeIfAbsent(late.entity().identifier().asText(), none -> new ArrayList<>())
          .add(late);
    }
    List<Late> ordered = new ArrayList<>(waiting.size());
    Set<Late> visited = Collections.newSetFromMap(new IdentityHashMap<>());
    Set<Late> done = Collections.newSetFromMap(new IdentityHashMap<>());
    // A stack of its own: a chain of relations may be longer than the thread's stack is deep.
    Deque<Late> path = new ArrayDeque<>(waiting);
    while (!path.isEmpty()) {
      Late late = path.peek();
      if (visited.add(late)) {
        targets(late.entity()).stream()
            .flatMap(target -> byIdentifier.getOrDefault(target, List.of()).stream())
            .filter(target -> !visited.contains(target))
            .forEach(path::push);
      } else if (done.add(path.pop())) {
        ordered.add(late);
      }
    }
    return ordered;
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
