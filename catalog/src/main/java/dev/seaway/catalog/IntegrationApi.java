package dev.seaway.catalog;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seaway.catalog.integration.Integrations;
import dev.seaway.catalog.wire.Json;
import dev.seaway.store.Database;
import dev.seaway.store.Session;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;

/** The calls about the organization and its integrations. */
final class IntegrationApi {
  private final Database database;
  private final InstantSource clock;
  private final Integrations integrations = new Integrations();

  IntegrationApi(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  List<Route> routes() {
    return List.of(
        Route.of("GET", "organization", request -> organization()),
        Route.of("GET", "integration/provision-enabled", request -> provisioned()),
        Route.of("GET", "integration/*", this::get),
        Route.of("POST", "integration", this::create),
        Route.of("PATCH", "integration/*", this::patch),
        Route.of("PATCH", "integration/*/resync-state", this::resyncState),
        Route.of("GET", "integration/*/kinds/*/examples", this::examples),
        Route.of("POST", "integration/*/kinds/*/examples", this::addExamples));
  }

  private static CatalogAnswer organization() {
    ObjectNode organization = Json.object();
    organization.putArray("featureFlags");
    return CatalogAnswer.ok(Json.object().set("organization", organization));
  }

  private static CatalogAnswer provisioned() {
    return CatalogAnswer.ok(Json.object().set("integrations", Json.array()));
  }

  private CatalogAnswer get(Request request) {
    return CatalogAnswer.ok(
        database.read(
            session ->
                Json.object().set("integration", integrations.shown(session, request.value(0)))));
  }

  private CatalogAnswer create(Request request) {
    ObjectNode body = request.body();
    return CatalogAnswer.json(
        201, changed(writer -> integrations.create(writer, body, clock.instant())));
  }

  private CatalogAnswer patch(Request request) {
    ObjectNode body = request.body();
    return CatalogAnswer.ok(
        changed(
            writer -> {
              integrations.patch(writer, request.value(0), body, clock.instant());
              return request.value(0);
            }));
  }

  private CatalogAnswer resyncState(Request request) {
    ObjectNode body = request.body();
    return CatalogAnswer.ok(
        changed(
            writer -> {
              integrations.resyncState(writer, request.value(0), body, clock.instant());
              return request.value(0);
            }));
  }

  /** Runs a change, and shows the integration that it names. */
  private ObjectNode changed(Function<Session, String> change) {
    return database.write(
        writer ->
            Json.object().set("integration", integrations.shown(writer, change.apply(writer))));
  }

  private CatalogAnswer addExamples(Request request) {
    ObjectNode body = request.body();
    return CatalogAnswer.ok(
        database.write(
            writer -> {
              integrations.addExamples(
                  writer, request.value(0), request.value(1), body.path("examples"));
              return Json.object();
            }));
  }

  private CatalogAnswer examples(Request request) {
    return CatalogAnswer.ok(
        database.read(
            session ->
                Json.object()
                    .set(
                        "examples",
                        integrations.examples(session, request.value(0), request.value(1)))));
  }
}
