package dev.seaway.catalog;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seaway.catalog.blueprint.Blueprints;
import dev.seaway.catalog.wire.Json;
import dev.seaway.store.Database;
import dev.seaway.store.Session;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;

/** The calls about blueprints. */
final class BlueprintApi {
  private final Database database;
  private final Blueprints blueprints;
  private final InstantSource clock;

  BlueprintApi(Database database, Blueprints blueprints, InstantSource clock) {
    this.database = database;
    this.blueprints = blueprints;
    this.clock = clock;
  }

  List<Route> routes() {
    return List.of(
        Route.of("GET", "blueprints", request -> all()),
        Route.of("POST", "blueprints", this::create),
        Route.of("GET", "blueprints/*", this::get),
        Route.of("PUT", "blueprints/*", this::replace),
        Route.of("PATCH", "blueprints/*", this::patch),
        Route.of("DELETE", "blueprints/*", this::delete));
  }

  private CatalogAnswer all() {
    ArrayNode all = Json.array();
    database.read(blueprints::all).forEach(all::add);
    return CatalogAnswer.ok(Json.object().set("blueprints", all));
  }

  private CatalogAnswer get(Request request) {
    return CatalogAnswer.ok(database.read(session -> shown(session, request.value(0))));
  }

  private CatalogAnswer create(Request request) {
    ObjectNode body = request.body();
    return CatalogAnswer.json(
        201,
        changed(
            body.path("identifier").asText(),
            writer -> blueprints.create(writer, body, clock.instant())));
  }

  private CatalogAnswer replace(Request request) {
    ObjectNode body = request.body();
    String identifier = request.value(0);
    return CatalogAnswer.ok(
        changed(
            identifier, writer -> blueprints.replace(writer, identifier, body, clock.instant())));
  }

  private CatalogAnswer patch(Request request) {
    ObjectNode body = request.body();
    String identifier = request.value(0);
    return CatalogAnswer.ok(
        changed(identifier, writer -> blueprints.patch(writer, identifier, body, clock.instant())));
  }

  private ObjectNode changed(String identifier, Consumer<Session> change) {
    return database.write(
        writer -> {
          change.accept(writer);
          return shown(writer, identifier);
        });
  }

  private ObjectNode shown(Session session, String identifier) {
    return Json.object().set("blueprint", blueprints.shown(session, identifier));
  }

  private CatalogAnswer delete(Request request) {
    return CatalogAnswer.ok(
        database.write(
            writer -> {
              blueprints.delete(writer, request.value(0));
              return Json.object();
            }));
  }
}
