package dev.seaway.core.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seaway.connector.ApiRequest;
import dev.seaway.connector.ApiRequest.Body;
import dev.seaway.connector.ApiRequest.Method;
import dev.seaway.connector.ApiRequest.Parameter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Deletes entities in bulks. What may be deleted is decided elsewhere. */
public final class EntityDeleter {

  private static final int ROUNDS = 10;

  private final CatalogClient catalog;
  private final RunTag run;
  private final int batchLength;

  /**
   * @param batchLength entities of one bulk, at most 100 at Port
   */
  public EntityDeleter(CatalogClient catalog, RunTag run, int batchLength) {
    this.catalog = catalog;
    this.run = run;
    this.batchLength = batchLength;
  }

  /**
   * What became of the entities.
   *
   * @param refusals why the catalog did not delete the others, a reason for each
   * @param failure why the catalog could not go on; what was deleted until then stays deleted
   */
  public record Deletion(int deleted, List<String> refusals, Optional<CatalogException> failure) {}

  /**
   * Deletes entities of one blueprint.
   *
   * @param dependents also what relates to them; otherwise the catalog refuses what has dependents
   */
  public Deletion delete(String blueprint, List<String> identifiers, boolean dependents) {
    Rounds rounds = new Rounds(blueprint, dependents);
    try {
      rounds.delete(identifiers);
      return rounds.result(Optional.empty());
    } catch (CatalogException e) {
      return rounds.result(Optional.of(e));
    }
  }

  /**
   * What is refused is tried again as long as others went: they may have been its dependents. Each
   * round goes the other way.
   */
  private final class Rounds {

    private final String blueprint;
    private final boolean dependents;
    private final Map<String, String> refused = new LinkedHashMap<>();
    private int deleted;

    Rounds(String blueprint, boolean dependents) {
      this.blueprint = blueprint;
      this.dependents = dependents;
    }

    Deletion result(Optional<CatalogException> failure) {
      return new Deletion(deleted, List.copyOf(refused.values()), failure);
    }

    void delete(List<String> identifiers) {
      List<String> left = identifiers;
      int before;
      int round = 0;
      do {
        before = deleted;
        refused.clear();
        batches(left);
        left = List.copyOf(refused.keySet()).reversed();
      } while (!left.isEmpty() && deleted > before && ++round < ROUNDS);
    }

    private void batches(List<String> identifiers) {
      for (int from = 0; from < identifiers.size(); from += batchLength) {
        batch(identifiers.subList(from, Math.min(identifiers.size(), from + batchLength)));
      }
    }

    /**
     * One entity with dependents makes the catalog refuse a whole bulk, so a refused bulk goes in
     * halves.
     */
    private void batch(List<String> identifiers) {
      try {
        note(identifiers, send(blueprint, identifiers, dependents));
      } catch (CatalogException e) {
        String refusal = e.refusal().orElseThrow(() -> e);
        if (identifiers.size() == 1) {
          refused.put(identifiers.getFirst(), identifiers.getFirst() + ": " + refusal);
        } else {
          int half = identifiers.size() / 2;
          batch(identifiers.subList(0, half));
          batch(identifiers.subList(half, identifiers.size()));
        }
      }
    }

    /**
     * What is not named may have gone before, as a dependent of another; else it is still there.
     */
    private void note(List<String> identifiers, JsonNode answer) {
      if (!answer.isArray()) {
        identifiers.forEach(
            identifier ->
                refused.put(identifier, identifier + ": its answer does not say what it deleted"));
        return;
      }
      Set<String> named = new HashSet<>();
      answer.forEach(
          entity ->
              named.add(entity.isObject() ? entity.path("identifier").asText() : entity.asText()));
      for (String identifier : identifiers) {
        if (named.contains(identifier)) {
          deleted++;
        } else if (!dependents) {
          refused.put(identifier, identifier + ": its answer does not name it as deleted");
        }
      }
    }
  }

  private JsonNode send(String blueprint, List<String> identifiers, boolean dependents) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    ArrayNode entities = body.putArray("entities");
    identifiers.forEach(entities::add);
    List<Parameter> parameters = new ArrayList<>();
    parameters.add(new Parameter("delete_dependents", Boolean.toString(dependents)));
    parameters.addAll(run.parameters());
    return catalog
        .exporter(
            new ApiRequest(
                Method.POST,
                "/v1/blueprints/" + CatalogClient.segment(blueprint) + "/bulk/entities/delete",
                parameters,
                Map.of(),
                Optional.of(Body.json(body))))
        .path("deletedEntities");
  }
}
