package dev.seaway.core.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seaway.connector.ApiRequest;
import dev.seaway.connector.ApiRequest.Body;
import dev.seaway.connector.ApiRequest.Method;
import dev.seaway.connector.ApiRequest.Parameter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Deletes entities in bulks. What may be deleted is decided elsewhere. */
public final class EntityDeleter {

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

  /** The number deleted, and the reasons for which the catalog refused to delete the others. */
  public record Deletion(int deleted, List<String> refusals) {
    Deletion plus(Deletion other) {
      return new Deletion(
          deleted + other.deleted,
          Stream.concat(refusals.stream(), other.refusals.stream()).toList());
    }
  }

  /**
   * Deletes entities of one blueprint.
   *
   * @param dependents also what relates to them; otherwise the catalog refuses what has dependents
   */
  public Deletion delete(String blueprint, List<String> identifiers, boolean dependents) {
    Deletion all = new Deletion(0, List.of());
    for (int from = 0; from < identifiers.size(); from += batchLength) {
      List<String> batch =
          identifiers.subList(from, Math.min(identifiers.size(), from + batchLength));
      all = all.plus(batch(blueprint, batch, dependents));
    }
    return all;
  }

  /**
   * One entity with dependents makes the catalog refuse a whole bulk, so a refused bulk goes in
   * halves.
   */
  private Deletion batch(String blueprint, List<String> identifiers, boolean dependents) {
    try {
      return new Deletion(send(blueprint, identifiers, dependents), List.of());
    } catch (CatalogException e) {
      String refusal = e.refusal().orElseThrow(() -> e);
      if (identifiers.size() == 1) {
        return new Deletion(0, List.of(identifiers.getFirst() + ": " + refusal));
      }
      int half = identifiers.size() / 2;
      return batch(blueprint, identifiers.subList(0, half), dependents)
          .plus(batch(blueprint, identifiers.subList(half, identifiers.size()), dependents));
    }
  }

  private int send(String blueprint, List<String> identifiers, boolean dependents) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    ArrayNode entities = body.putArray("entities");
    identifiers.forEach(entities::add);
    JsonNode answer =
        catalog.exporter(
            new ApiRequest(
                Method.POST,
                "/v1/blueprints/" + CatalogClient.segment(blueprint) + "/bulk/entities/delete",
                List.of(
                    new Parameter("delete_dependents", Boolean.toString(dependents)),
                    new Parameter("ocean_info_event_type", "resync"),
                    new Parameter("ocean_info_resync_id", run.resyncId())),
                Map.of(),
                Optional.of(Body.json(body))));
    JsonNode deleted = answer.path("deletedEntities");
    return deleted.isArray() ? deleted.size() : deleted.asInt(0);
  }
}
