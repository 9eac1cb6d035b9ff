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
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Writes entities in bulks and tells for each of them what became of it. A bulk that is refused as
 * a whole goes in halves, until what makes the catalog refuse it is found.
 */
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
  private static final int FAILURES_IN_A_ROW = 3;

  private final CatalogClient catalog;
  private final WriteOptions options;
  private final RunTag run;
  private final AtomicInteger failuresInARow = new AtomicInteger();
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
    Bulk bulk = new Bulk(blueprint, batch);
    switch (Halves.send(batch.size(), bulk::send)) {
      case TAKEN -> failuresInARow.set(0);
      case REFUSED -> bulk.failure().ifPresent(this::mustBeTheEntities);
      case GIVEN_UP ->
          bulk.failure()
              .ifPresent(
                  failure -> {
                    throw failure;
                  });
    }
    return bulk.results();
  }

  /**
   * The catalog failed (500) on each entity that it was sent. Some catalogs do so for one entity
   * that they cannot take, so the entity is refused, unless the catalog fails on other calls too.
   */
  private void mustBeTheEntities(CatalogException failure) {
    if (failuresInARow.incrementAndGet() > FAILURES_IN_A_ROW) {
      throw failure;
    }
    catalog.state();
  }

  /** The entities of one bulk, and what has become of each by now. Not thread-safe. */
  private final class Bulk {

    private final String blueprint;
    private final List<Draft> batch;
    private final List<UpsertResult> results = new ArrayList<>();
    private Optional<CatalogException> failure = Optional.empty();

    Bulk(String blueprint, List<Draft> batch) {
      this.blueprint = blueprint;
      this.batch = batch;
    }

    /** One for each entity, in their order. */
    List<UpsertResult> results() {
      return results;
    }

    /** Why the catalog failed on a part, where that says nothing about the entities. */
    Optional<CatalogException> failure() {
      return failure;
    }

    Halves.Answer send(int from, int to) {
      List<Draft> part = batch.subList(from, to);
      List<Entity> entities = part.stream().map(Draft::entity).toList();
      try {
        JsonNode answer = catalog.exporter(upsert(blueprint, "/entities/bulk", joined(part)));
        note(from, BulkAnswer.of(entities, answer));
        return BulkAnswer.refusesAll(entities, answer)
            ? Halves.Answer.REFUSED
            : Halves.Answer.TAKEN;
      } catch (CatalogException e) {
        note(from, entities.stream().map(entity -> refused(entity, e)).toList());
        return answer(e);
      }
    }

    private void note(int from, List<UpsertResult> told) {
      if (results.isEmpty()) {
        results.addAll(told);
      } else {
        for (int at = 0; at < told.size(); at++) {
          results.set(from + at, told.get(at));
        }
      }
    }

    private UpsertResult refused(Entity entity, CatalogException cause) {
      int status = status(cause);
      return new Refused(entity, status, String.valueOf(cause.getMessage()), false);
    }

    private Halves.Answer answer(CatalogException cause) {
      return switch (status(cause)) {
        case 413 -> Halves.Answer.TOO_LARGE;
        // The blueprint is missing, which is no fault of an entity.
        case 404 -> Halves.Answer.REFUSED_FOR_ALL;
        case 500 -> {
          failure = Optional.of(cause);
          yield Halves.Answer.REFUSED;
        }
        default -> Halves.Answer.REFUSED;
      };
    }
  }

  /** The status by which the catalog refused what it was sent; anything else is thrown. */
  private static int status(CatalogException failure) {
    return failure.isInternal() ? 500 : failure.refusalStatus().orElseThrow(() -> failure);
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

  private UpsertResult single(String blueprint, Draft draft) {
    try {
      JsonNode answer = catalog.exporter(upsert(blueprint, "/entities", draft.json()));
      JsonNode identifier = answer.path("entity").path("identifier");
      if (!identifier.isTextual()) {
        return new Refused(
            draft.entity(), 200, "the catalog's answer does not name the entity it wrote", false);
      }
      failuresInARow.set(0);
      return new Written(draft.entity(), identifier.textValue(), BulkAnswer.isCreated(answer));
    } catch (CatalogException e) {
      int status = status(e);
      if (status == 500) {
        mustBeTheEntities(e);
      }
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
