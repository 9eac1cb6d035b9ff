package dev.seaway.catalog;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seaway.catalog.blueprint.Blueprints;
import dev.seaway.catalog.entity.Entities;
import dev.seaway.catalog.entity.StoredEntity;
import dev.seaway.catalog.entity.StoredKey;
import dev.seaway.catalog.search.Condition;
import dev.seaway.catalog.search.RuleReader;
import dev.seaway.catalog.wire.Json;
import dev.seaway.catalog.wire.Refusal;
import dev.seaway.store.Database;
import dev.seaway.store.Session;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** The calls that read entities. */
final class EntityReadApi {
  private static final int PAGE = 100;
  private static final int MAX_PAGE = 1_000;

  private final Database database;
  private final Blueprints blueprints;

  EntityReadApi(Database database, Blueprints blueprints) {
    this.database = database;
    this.blueprints = blueprints;
  }

  List<Route> routes() {
    return List.of(
        Route.of("POST", "entities/search", this::search),
        Route.of("GET", "blueprints/*/entities", this::page),
        Route.of("GET", "blueprints/*/entities/*", this::get),
        Route.of("GET", "blueprints/*/entities-count", this::count));
  }

  private CatalogAnswer search(Request request) {
    Condition condition = Condition.of(RuleReader.read(request.body()));
    Projection projection = Projection.of(request.parameters("include"));
    ArrayNode entities = Json.array();
    database
        .read(session -> new Entities(session).search(condition))
        .forEach(entity -> entities.add(projection.apply(entity.shown())));
    return CatalogAnswer.ok(Json.object().set("entities", entities));
  }

  private CatalogAnswer page(Request request) {
    int limit = request.limit(PAGE, MAX_PAGE);
    String after = request.parameter("from").map(EntityReadApi::position).orElse("");
    List<StoredEntity> found =
        database.read(
            session -> {
              checkBlueprint(session, request.value(0));
              return new Entities(session).page(request.value(0), after, limit + 1);
            });
    List<StoredEntity> page = found.size() > limit ? found.subList(0, limit) : found;
    ObjectNode body = Json.object();
    ArrayNode entities = body.putArray("entities");
    page.forEach(entity -> entities.add(entity.shown()));
    if (found.size() > limit) {
      body.put("next", token(page.getLast().key().identifier()));
    }
    return CatalogAnswer.ok(body);
  }

  private static String token(String identifier) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(identifier.getBytes(StandardCharsets.UTF_8));
  }

  private static String position(String token) {
    try {
      return new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw Refusal.invalid(
          "\"from\" is not a token of this catalog. Send the \"next\" of the page before.");
    }
  }

  private CatalogAnswer get(Request request) {
    StoredKey key = new StoredKey(request.value(0), request.value(1));
    StoredEntity found =
        database.read(
            session -> {
              checkBlueprint(session, key.blueprint());
              return new Entities(session)
                  .find(key)
                  .orElseThrow(
                      () -> Refusal.notFound("The entity %s does not exist.".formatted(key)));
            });
    return CatalogAnswer.ok(Json.object().set("entity", found.shown()));
  }

  private CatalogAnswer count(Request request) {
    long count =
        database.read(
            session -> {
              checkBlueprint(session, request.value(0));
              return new Entities(session).count(request.value(0));
            });
    return CatalogAnswer.ok(Json.object().put("count", count));
  }

  private void checkBlueprint(Session session, String identifier) {
    blueprints.check(session, identifier);
  }
}
