package dev.seaway.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seaway.catalog.blueprint.Blueprints;
import dev.seaway.catalog.entity.BulkOptions;
import dev.seaway.catalog.entity.BulkWrite;
import dev.seaway.catalog.entity.Entities;
import dev.seaway.catalog.entity.StoredKey;
import dev.seaway.catalog.entity.WriteResult;
import dev.seaway.catalog.wire.Json;
import dev.seaway.catalog.wire.Refusal;
import dev.seaway.store.Database;
import dev.seaway.store.Session;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The calls that write entities, one or up to 20 at a time. */
final class EntityWriteApi {
  private static final int MAX_ENTITIES = 20;
  private static final int MAX_BULK_BYTES = 1 << 20;

  private final Database database;
  private final Blueprints blueprints;
  private final InstantSource clock;

  EntityWriteApi(Database database, Blueprints blueprints, InstantSource clock) {
    this.database = database;
    this.blueprints = blueprints;
    this.clock = clock;
  }

  List<Route> routes() {
    return List.of(
        Route.of("POST", "blueprints/*/entities", this::one),
        Route.of("POST", "blueprints/*/entities/bulk", this::bulk));
  }

  private CatalogAnswer one(Request request) {
    ObjectNode body = request.body();
    return write(
        request,
        writer ->
            switch (outcomes(writer, request, List.of(body)).getFirst()) {
              case WriteResult.Written written -> {
                StoredKey key = new StoredKey(request.value(0), written.identifier());
                ObjectNode entity = new Entities(writer).find(key).orElseThrow().shown();
                yield CatalogAnswer.json(
                    written.created() ? 201 : 200, Json.object().set("entity", entity));
              }
              // Thrown, so that nothing at all is stored.
              case WriteResult.Failed failed -> throw failed.refusal();
            });
  }

  private CatalogAnswer bulk(Request request) {
    if (request.call().body().length > MAX_BULK_BYTES) {
      throw Refusal.tooLarge("A bulk may have at most %d bytes.".formatted(MAX_BULK_BYTES));
    }
    JsonNode entities = request.body().path("entities");
    if (!entities.isArray()) {
      throw Refusal.invalid("A bulk needs \"entities\": an array of entities.");
    }
    if (entities.size() > MAX_ENTITIES) {
      throw Refusal.tooLarge(
          "A bulk may have at most %d entities, not %d.".formatted(MAX_ENTITIES, entities.size()));
    }
    List<JsonNode> nodes = new ArrayList<>();
    entities.forEach(nodes::add);
    return write(request, writer -> shown(outcomes(writer, request, nodes)));
  }

  private CatalogAnswer write(Request request, Function<Session, CatalogAnswer> work) {
    return request.flag("validation_only") ? database.rehearse(work) : database.write(work);
  }

  private List<WriteResult> outcomes(Session writer, Request request, List<JsonNode> nodes) {
    BulkOptions options =
        new BulkOptions(
            request.flag("upsert"),
            request.flag("merge"),
            request.flag("create_missing_related_entities"),
            request.userAgent(),
            clock.instant());
    return new BulkWrite(writer, blueprints, request.value(0), options).write(nodes);
  }

  private static CatalogAnswer shown(List<WriteResult> outcomes) {
    ObjectNode body = Json.object();
    ArrayNode entities = body.putArray("entities");
    ArrayNode errors = body.putArray("errors");
    for (WriteResult outcome : outcomes) {
      switch (outcome) {
        case WriteResult.Written written ->
            entities
                .addObject()
                .put("index", written.index())
                .put("identifier", written.identifier())
                .put("created", written.created());
        case WriteResult.Failed failed ->
            errors
                .addObject()
                .put("index", failed.index())
                .put("identifier", failed.identifier())
                .put("statusCode", failed.refusal().status())
                .put("error", failed.refusal().code())
                .put("message", failed.refusal().sentence());
      }
    }
    return CatalogAnswer.json(errors.isEmpty() ? 200 : 207, body);
  }
}
