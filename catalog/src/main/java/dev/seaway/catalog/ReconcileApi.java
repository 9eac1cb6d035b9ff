package dev.seaway.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seaway.catalog.blueprint.Blueprints;
import dev.seaway.catalog.entity.DatasourceListing;
import dev.seaway.catalog.entity.Deletion;
import dev.seaway.catalog.entity.StoredKey;
import dev.seaway.catalog.wire.Json;
import dev.seaway.catalog.wire.Refusal;
import dev.seaway.catalog.wire.Times;
import dev.seaway.store.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The calls of a reconciliation: what a datasource wrote earlier, and the deletion of what is gone.
 */
final class ReconcileApi {
  private static final int MAX_PAGE = 5_000;
  private static final int MAX_DELETED = 100;

  private final Database database;
  private final Blueprints blueprints;

  ReconcileApi(Database database, Blueprints blueprints) {
    this.database = database;
    this.blueprints = blueprints;
  }

  List<Route> routes() {
    return List.of(
        Route.of("POST", "blueprints/entities/datasource-entities", this::list),
        Route.of("POST", "blueprints/*/bulk/entities/delete", this::deleteSome),
        Route.of("DELETE", "blueprints/*/entities/*", this::deleteOne));
  }

  private CatalogAnswer list(Request request) {
    ObjectNode body = request.body();
    int limit =
        body.hasNonNull("limit") ? Request.checkedLimit(number(body, "limit"), MAX_PAGE) : MAX_PAGE;
    long before =
        text(body, "before").map(value -> Times.read("\"before\"", value)).orElse(Long.MAX_VALUE);
    String prefix = text(body, "datasource_prefix").orElse("");
    String suffix = text(body, "datasource_suffix").orElse("");
    DatasourceListing.Page page =
        database.read(
            session ->
                new DatasourceListing(session, prefix, suffix, before)
                    .page(text(body, "from"), limit));
    ObjectNode answer = Json.object();
    answer.set("entities", keys(page.entities()));
    page.next().ifPresent(next -> answer.put("next", next));
    return CatalogAnswer.ok(answer);
  }

  private static int number(ObjectNode body, String key) {
    JsonNode value = body.get(key);
    if (!value.canConvertToInt() || !value.isIntegralNumber()) {
      throw Refusal.invalid("\"%s\" must be a whole number, not %s.".formatted(key, value));
    }
    return value.intValue();
  }

  private static Optional<String> text(ObjectNode body, String key) {
    if (!body.hasNonNull(key)) {
      return Optional.empty();
    }
    if (!body.get(key).isTextual()) {
      throw Refusal.invalid(
          "\"%s\" must be a text, not %s.".formatted(key, Json.kind(body.get(key))));
    }
    return Optional.of(body.get(key).textValue());
  }

  private CatalogAnswer deleteSome(Request request) {
    JsonNode entities = request.body().path("entities");
    if (!entities.isArray()) {
      throw Refusal.invalid("A deletion needs \"entities\": an array of identifiers.");
    }
    if (entities.size() > MAX_DELETED) {
      throw Refusal.tooLarge(
          "A deletion may have at most %d entities, not %d."
              .formatted(MAX_DELETED, entities.size()));
    }
    List<String> identifiers = new ArrayList<>();
    for (JsonNode entity : entities) {
      if (!entity.isTextual()) {
        throw Refusal.invalid(
            "\"entities\" must hold identifiers (texts), not %s.".formatted(Json.kind(entity)));
      }
      identifiers.add(entity.textValue());
    }
    return delete(request, identifiers);
  }

  private CatalogAnswer deleteOne(Request request) {
    return delete(request, List.of(request.value(1)));
  }

  private CatalogAnswer delete(Request request, List<String> identifiers) {
    boolean dependents = request.flag("delete_dependents");
    Deletion.Deleted deleted =
        database.write(
            writer -> {
              blueprints.check(writer, request.value(0));
              return new Deletion(writer, request.value(0)).delete(identifiers, dependents);
            });
    ObjectNode answer = Json.object();
    ArrayNode entities = answer.putArray("deletedEntities");
    deleted.entities().forEach(entities::add);
    answer.set("deletedDependents", keys(deleted.dependents()));
    return CatalogAnswer.ok(answer);
  }

  private static ArrayNode keys(List<StoredKey> keys) {
    ArrayNode nodes = Json.array();
    keys.forEach(
        key ->
            nodes
                .addObject()
                .put("identifier", key.identifier())
                .put("blueprint", key.blueprint()));
    return nodes;
  }
}
