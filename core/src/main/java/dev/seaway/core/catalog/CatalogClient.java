package dev.seaway.core.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seaway.connector.ApiClient;
import dev.seaway.connector.ApiRequest;
import dev.seaway.connector.ApiRequest.Body;
import dev.seaway.connector.ApiRequest.Method;
import dev.seaway.connector.ApiRequest.Parameter;
import dev.seaway.connector.ApiResponse;
import dev.seaway.core.SeawayException.Category;
import dev.seaway.core.http.ApiException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The calls that concern the integration and its blueprints. Entities have classes of their own.
 */
public final class CatalogClient {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final ApiClient api;
  private final Integration integration;

  public CatalogClient(ApiClient api, Integration integration) {
    this.api = api;
    this.integration = integration;
  }

  public Integration integration() {
    return integration;
  }

  /** What the catalog knows of this integration; empty where it knows nothing yet. */
  public Optional<JsonNode> state() {
    return lookUp(integrationPath("")).map(answer -> answer.body().path("integration"));
  }

  /** The catalog's clock, as far as it tells; it decides what was written before a run. */
  public Optional<Instant> clock() {
    return lookUp("/v1/integration/provision-enabled")
        .flatMap(answer -> answer.header("date"))
        .flatMap(CatalogClient::instant);
  }

  /**
   * Makes the integration known.
   *
   * @param draft what the catalog is to know beyond its name and version
   * @param provision whether the catalog makes its blueprints and mapping itself
   */
  public void createIntegration(ObjectNode draft, boolean provision) {
    ObjectNode body = draft.deepCopy();
    body.put("installationId", integration.identifier());
    body.put("version", integration.version());
    List<Parameter> query =
        provision ? List.of(new Parameter("integration_modes", "create_resources")) : List.of();
    send(
        new ApiRequest(
            Method.POST, "/v1/integration", query, Map.of(), Optional.of(Body.json(body))));
  }

  /** Changes the fields that are named, and gives what the catalog then knows of it. */
  public JsonNode patchIntegration(ObjectNode fields) {
    return send(Method.PATCH, integrationPath(""), fields).body().path("integration");
  }

  /**
   * Seaway's version as the catalog is to keep it: with the origins that it keeps there already.
   */
  public String version(JsonNode integration) {
    return kept(integration).withProgram(integration().version()).text();
  }

  StampedVersion kept(JsonNode integration) {
    StampedVersion kept = StampedVersion.parse(integration.path("version").asText());
    return kept.program().isEmpty() ? kept.withProgram(integration().version()) : kept;
  }

  /** Whether the catalog offers to make blueprints and mapping for integrations of this type. */
  public boolean provisions() {
    return lookUp("/v1/integration/provision-enabled")
        .map(answer -> answer.body().path("integrations"))
        .filter(
            types ->
                types
                    .valueStream()
                    .anyMatch(type -> type.asText().equalsIgnoreCase(integration.type())))
        .isPresent();
  }

  /** Tells the catalog how a run stands, and gives what the catalog then knows. */
  public JsonNode resyncState(ResyncState state) {
    return send(Method.PATCH, integrationPath("/resync-state"), state.json())
        .body()
        .path("integration");
  }

  /**
   * Shows raw records to the mapping's authors in the catalog's editor. They must be masked
   * already.
   */
  public void examples(String kind, List<JsonNode> masked) {
    ObjectNode body = JSON.objectNode();
    body.putArray("examples").addAll(masked);
    send(Method.POST, integrationPath("/kinds/" + segment(kind) + "/examples"), body);
  }

  /** A blueprint's definition; empty where it does not exist. */
  public Optional<JsonNode> blueprint(String identifier) {
    return lookUp(blueprintPath(identifier)).map(answer -> answer.body().path("blueprint"));
  }

  /** Creates a blueprint, defined as the catalog's API takes it. */
  public void createBlueprint(JsonNode definition) {
    send(Method.POST, "/v1/blueprints", definition);
  }

  /** Changes those parts of a blueprint that the definition names. */
  public void patchBlueprint(JsonNode definition) {
    send(Method.PATCH, blueprintPath(definition.path("identifier").asText()), definition);
  }

  /** Deletes a blueprint that has no entities. */
  public void deleteBlueprint(String identifier) {
    send(
        new ApiRequest(
            Method.DELETE, blueprintPath(identifier), List.of(), Map.of(), Optional.empty()));
  }

  /**
   * Sends a call that writes or lists entities; the catalog stores its User-Agent as their
   * datasource.
   */
  JsonNode exporter(ApiRequest request) {
    return answer(request).body();
  }

  /** As {@link #exporter}, with the status. */
  ApiResponse answer(ApiRequest request) {
    return send(request.withHeader("User-Agent", integration.datasource()));
  }

  private Optional<ApiResponse> lookUp(String path) {
    try {
      return Optional.of(api.send(ApiRequest.get(path)));
    } catch (ApiException e) {
      if (e.reason() == ApiException.Reason.NOT_FOUND) {
        return Optional.empty();
      }
      throw failure(e);
    }
  }

  private ApiResponse send(Method method, String path, JsonNode body) {
    return send(new ApiRequest(method, path, List.of(), Map.of(), Optional.of(Body.json(body))));
  }

  private ApiResponse send(ApiRequest request) {
    try {
      return api.send(request);
    } catch (ApiException e) {
      throw failure(e);
    }
  }

  private static CatalogException failure(ApiException cause) {
    Category category = cause.category();
    return new CatalogException(category, "The catalog: " + cause.getMessage(), cause);
  }

  private String integrationPath(String rest) {
    return "/v1/integration/" + segment(integration.identifier()) + rest;
  }

  private static String blueprintPath(String identifier) {
    return "/v1/blueprints/" + segment(identifier);
  }

  private static Optional<Instant> instant(String date) {
    try {
      return Optional.of(
          ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  static String segment(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
