package dev.seaway.core.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.connector.ApiRequest;
import dev.seaway.connector.ApiRequest.Body;
import dev.seaway.connector.ApiRequest.Method;
import dev.seaway.connector.ApiRequest.Parameter;
import dev.seaway.core.catalog.UpsertResult.Refused;
import dev.seaway.core.catalog.UpsertResult.Written;
import dev.seaway.core.http.JsonWriter;
import dev.seaway.mapping.Entity;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes entities in bulks and tells for each of them what became of it. */
public final class EntityWriter {

  /** One entity and its JSON, serialized once. */
  private record Draft(Entity entity, Body json) {
    static Draft of(Entity entity) {
      return new Draft(entity, Body.json(JsonWriter.bytes(entity.json())));
    }

    int bytes() {
      return json.bytes().length;
    }
  }

  private static final byte[] BEGINNING = "{\"entities\":[".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] END = "]}".getBytes(StandardCharsets.US_ASCII);
  private static final int ENVELOPE_BYTES = 32;

  private final CatalogClient catalog;
  private final WriteOptions options;
  private final RunTag run;
  private final Origins origins;

  /** Where all that is written comes from one origin. */
  public EntityWriter(CatalogClient catalog, WriteOptions options, RunTag run) {
    this(catalog, options, run, Origins.NONE);
  }

  /**
   * @param origins told before anything is written
   */
  public EntityWriter(CatalogClient catalog, WriteOptions options, RunTag run, Origins origins) {
    this.catalog = catalog;
    this.options = options;
    this.run = run;
    this.origins = origins;
  }

  /**
   * Writes the entities of one blueprint, in their order. One result for each, in the same order.
   */
  public List<UpsertResult> write(String blueprint, List<Entity> entities) {
    origins.confirm();
    List<UpsertResult> results = new ArrayList<>(entities.size());
    for (List<Draft> batch : batches(entities)) {
      results.addAll(
          batch.getFirst().entity().hasSearchIdentifier()
              ? List.of(single(blueprint, batch.getFirst()))
              : bulk(blueprint, batch));
    }
    return results;
  }

  /** Writes one entity on its own, for example once what it relates to exists. */
  public UpsertResult write(Entity entity) {
    origins.confirm();
    return single(entity.blueprint(), Draft.of(entity));
  }

  /**
   * As many as a bulk may hold; an entity that is named by a search goes alone, for bulks cannot
   * take it.
   */
  private List<List<Draft>> batches(List<Entity> entities) {
    List<List<Draft>> batches = new ArrayList<>();
    List<Draft> open = new ArrayList<>();
    int bytes = ENVELOPE_BYTES;
    for (Entity entity : entities) {
      Draft draft = Draft.of(entity);
      boolean full =
          open.size() == options.batchLength() || bytes + draft.bytes() + 1 > options.batchBytes();
      if (!open.isEmpty()
          && (full
              || entity.hasSearchIdentifier()
              || open.getLast().entity().hasSearchIdentifier())) {
        batches.add(open);
        open = new ArrayList<>();
        bytes = ENVELOPE_BYTES;
      }
      open.add(draft);
      bytes += draft.bytes() + 1;
    }
    if (!open.isEmpty()) {
      batches.add(open);
    }
    return batches;
  }

  private List<UpsertResult> bulk(String blueprint, List<Draft> batch) {
    try {
      return BulkAnswer.of(
          batch.stream().map(Draft::entity).toList(),
          catalog.exporter(upsert(blueprint, "/entities/bulk", joined(batch))));
    } catch (CatalogException e) {
      return split(blueprint, batch, e);
    }
  }

  private static Body joined(List<Draft> batch) {
    ByteArrayOutputStream json =
        new ByteArrayOutputStream(
            batch.stream().mapToInt(draft -> draft.bytes() + 1).sum() + ENVELOPE_BYTES);
    json.writeBytes(BEGINNING);
    for (int at = 0; at < batch.size(); at++) {
      if (at > 0) {
        json.write(',');
      }
      json.writeBytes(batch.get(at).json().bytes());
    }
    json.writeBytes(END);
    return Body.json(json.toByteArray());
  }

  /**
   * A bulk that is too large goes in halves; one that the catalog rejects as a whole is refused
   * entity by entity.
   */
  private List<UpsertResult> split(String blueprint, List<Draft> batch, CatalogException failure) {
    int status = failure.refusalStatus().orElseThrow(() -> failure);
    if (status == 413 && batch.size() > 1) {
      List<UpsertResult> results =
          new ArrayList<>(bulk(blueprint, batch.subList(0, batch.size() / 2)));
      results.addAll(bulk(blueprint, batch.subList(batch.size() / 2, batch.size())));
      return results;
    }
    String message = String.valueOf(failure.getMessage());
    return batch.stream()
        .<UpsertResult>map(draft -> new Refused(draft.entity(), status, message, false))
        .toList();
  }

  private UpsertResult single(String blueprint, Draft draft) {
    try {
      JsonNode answer = catalog.exporter(upsert(blueprint, "/entities", draft.json()));
      JsonNode identifier = answer.path("entity").path("identifier");
      if (!identifier.isTextual()) {
        return new Refused(
            draft.entity(), 200, "the catalog's answer does not name the entity it wrote", false);
      }
      return new Written(draft.entity(), identifier.textValue(), BulkAnswer.isCreated(answer));
    } catch (CatalogException e) {
      int status = e.refusalStatus().orElseThrow(() -> e);
      return new Refused(draft.entity(), status, String.valueOf(e.getMessage()), status == 404);
    }
  }

  private ApiRequest upsert(String blueprint, String rest, Body json) {
    return new ApiRequest(
        Method.POST,
        "/v1/blueprints/" + CatalogClient.segment(blueprint) + rest,
        parameters(),
        Map.of(),
        Optional.of(json));
  }

  private List<Parameter> parameters() {
    List<Parameter> parameters = new ArrayList<>();
    parameters.add(new Parameter("upsert", "true"));
    parameters.add(new Parameter("merge", Boolean.toString(options.merge())));
    parameters.add(
        new Parameter(
            "create_missing_related_entities", Boolean.toString(options.createMissingRelated())));
    parameters.add(new Parameter("validation_only", "false"));
    parameters.addAll(run.parameters());
    return parameters;
  }
}
