package dev.seaway.core.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seaway.connector.ApiRequest;
import dev.seaway.connector.ApiRequest.Body;
import dev.seaway.connector.ApiRequest.Method;
import dev.seaway.connector.ApiRequest.Parameter;
import dev.seaway.connector.ApiResponse;
import dev.seaway.core.SeawayException.Category;
import dev.seaway.mapping.Entity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** What the catalog holds of this integration. */
public final class KnownEntities {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int COMPARED_PER_CALL = 100;
  private static final int LISTED_PER_CALL = 2000;

  private final CatalogClient catalog;

  public KnownEntities(CatalogClient catalog) {
    this.catalog = catalog;
  }

  /**
   * Those of the entities, all of one blueprint, that the catalog holds with the same values
   * already.
   */
  public Set<Entity> unchanged(String blueprint, List<Entity> entities) {
    Set<Entity> unchanged = Collections.newSetFromMap(new IdentityHashMap<>());
    for (int from = 0; from < entities.size(); from += COMPARED_PER_CALL) {
      List<Entity> part =
          entities.subList(from, Math.min(entities.size(), from + COMPARED_PER_CALL));
      Map<String, JsonNode> known = known(blueprint, part);
      part.stream()
          .filter(entity -> EntityComparison.same(entity.json(), known.get(entity.id())))
          .forEach(unchanged::add);
    }
    return unchanged;
  }

  /**
   * Of what the catalog cannot be asked, nothing is known. Throws where it can be asked nothing.
   */
  private Map<String, JsonNode> known(String blueprint, List<Entity> entities) {
    Map<String, JsonNode> known = new HashMap<>();
    List<CatalogException> refusals = new ArrayList<>();
    Halves.End end =
        Halves.send(
            entities.size(),
            (from, to) -> {
              List<Entity> part = entities.subList(from, to);
              List<String> identifiers = part.stream().map(Entity::id).toList();
              try {
                JsonNode answer = catalog.exporter(search(blueprint, identifiers, included(part)));
                known.putAll(byIdentifier(answer, blueprint));
                return Halves.Answer.TAKEN;
              } catch (CatalogException e) {
                refusals.add(e);
                return answer(e);
              }
            });
    if (end != Halves.End.TAKEN) {
      throw refusals.getFirst();
    }
    return known;
  }

  private static Halves.Answer answer(CatalogException failure) {
    int status = failure.isInternal() ? 500 : failure.refusalStatus().orElseThrow(() -> failure);
    return switch (status) {
      case 404 -> Halves.Answer.REFUSED_FOR_ALL;
      case 413, 414, 431 -> Halves.Answer.TOO_LARGE;
      default -> Halves.Answer.REFUSED;
    };
  }

  /** Those of the entities, all of one blueprint, that the catalog holds of this integration. */
  public List<String> ours(String blueprint, List<String> identifiers) {
    List<String> ours = new ArrayList<>();
    for (int from = 0; from < identifiers.size(); from += COMPARED_PER_CALL) {
      List<String> part =
          identifiers.subList(from, Math.min(identifiers.size(), from + COMPARED_PER_CALL));
      JsonNode answer = whole(search(blueprint, part, included(List.of())));
      Map<String, JsonNode> known = byIdentifier(answer, blueprint);
      part.stream().filter(known::containsKey).forEach(ours::add);
    }
    return ours;
  }

  /** True if the catalog holds nothing of this integration that was written before the instant. */
  public boolean isEmptyBefore(Instant instant) {
    JsonNode answer = whole(listing(instant, 1, Optional.empty()));
    return keys(answer).isEmpty() && next(answer).isEmpty();
  }

  /**
   * Hands over the keys of all entities that were last written before the instant, each once, page
   * by page. Throws where the list is not whole.
   */
  public void writtenBefore(Instant instant, Consumer<List<EntityKey>> pages) {
    ListedKeys listed = new ListedKeys();
    Optional<JsonNode> from = Optional.empty();
    do {
      JsonNode answer = whole(listing(instant, LISTED_PER_CALL, from));
      from = next(answer);
      pages.accept(
          listed
              .fresh(keys(answer), from)
              .orElseThrow(
                  () ->
                      unlisted(
                          "The catalog's list of this integration's entities goes in circles")));
    } while (from.isPresent());
  }

  private ApiRequest search(String blueprint, List<String> wanted, List<Parameter> included) {
    ObjectNode query = JSON.objectNode().put("combinator", "and");
    ArrayNode rules = query.putArray("rules");
    ArrayNode identifiers = rule(rules, "$identifier", "in").putArray("value");
    wanted.forEach(identifiers::add);
    rule(rules, "$blueprint", "=").put("value", blueprint);
    rule(rules, "$datasource", "contains").put("value", catalog.integration().datasourcePrefix());
    rule(rules, "$datasource", "contains").put("value", catalog.integration().datasourceSuffix());
    return post("/v1/entities/search", included, query);
  }

  private static Map<String, JsonNode> byIdentifier(JsonNode answer, String blueprint) {
    Map<String, JsonNode> known = new HashMap<>();
    for (JsonNode entity : answer.path("entities")) {
      if (entity.path("blueprint").asText().equals(blueprint)) {
        known.put(entity.path("identifier").asText(), entity);
      }
    }
    return known;
  }

  private static ObjectNode rule(ArrayNode rules, String property, String operator) {
    return rules.addObject().put("property", property).put("operator", operator);
  }

  private static List<Parameter> included(List<Entity> entities) {
    Set<String> fields = new LinkedHashSet<>();
    Set<String> properties = new LinkedHashSet<>();
    Set<String> relations = new LinkedHashSet<>();
    for (Entity entity : entities) {
      for (String field : EntityComparison.FIELDS) {
        if (entity.json().has(field)) {
          fields.add(field);
        }
      }
      entity.json().path("properties").fieldNames().forEachRemaining(properties::add);
      entity.json().path("relations").fieldNames().forEachRemaining(relations::add);
    }
    List<Parameter> parameters = new ArrayList<>();
    parameters.add(new Parameter("exclude_calculated_properties", "true"));
    parameters.add(include("blueprint"));
    parameters.add(include("identifier"));
    fields.forEach(name -> parameters.add(include(name)));
    properties.forEach(name -> parameters.add(include("properties." + name)));
    relations.forEach(name -> parameters.add(include("relations." + name)));
    return parameters;
  }

  private static Parameter include(String field) {
    return new Parameter("include", field);
  }

  private ApiRequest listing(Instant before, int limit, Optional<JsonNode> from) {
    ObjectNode body = JSON.objectNode();
    body.put("datasource_prefix", catalog.integration().datasourcePrefix());
    body.put("datasource_suffix", catalog.integration().datasourceSuffix());
    body.put("limit", limit);
    body.put("before", before.toString());
    from.ifPresent(next -> body.set("from", next));
    return post("/v1/blueprints/entities/datasource-entities", List.of(), body);
  }

  /** The token of the next page, whatever its type. */
  private static Optional<JsonNode> next(JsonNode answer) {
    JsonNode next = answer.path("next");
    boolean end =
        switch (next.getNodeType()) {
          case MISSING, NULL -> true;
          case BOOLEAN -> !next.booleanValue();
          case STRING -> next.textValue().isEmpty();
          case ARRAY, OBJECT -> next.isEmpty();
          case NUMBER, BINARY, POJO -> false;
        };
    return end ? Optional.empty() : Optional.of(next);
  }

  /** An answer that holds all that was asked for. */
  private JsonNode whole(ApiRequest request) {
    ApiResponse response = catalog.answer(request);
    JsonNode answer = response.body();
    if (response.status() != 200) {
      throw unlisted(
          "The catalog answered %d where it lists this integration's entities, so not with all of them"
              .formatted(response.status()));
    }
    if (!answer.path("entities").isArray() || !answer.path("ok").asBoolean(true)) {
      throw unlisted("The catalog did not list this integration's entities");
    }
    return answer;
  }

  private static List<EntityKey> keys(JsonNode answer) {
    List<EntityKey> keys = new ArrayList<>();
    answer.path("entities").forEach(entity -> keys.add(key(entity)));
    return keys;
  }

  /** An entry that names no entity puts the whole list in doubt. */
  private static EntityKey key(JsonNode entity) {
    String blueprint = entity.path("blueprint").asText();
    String identifier = entity.path("identifier").asText();
    boolean named = entity.path("blueprint").isTextual() && entity.path("identifier").isTextual();
    if (!named || blueprint.isEmpty() || identifier.isEmpty()) {
      throw unlisted("The catalog's list of this integration's entities holds one without a name");
    }
    return new EntityKey(blueprint, identifier);
  }

  private static CatalogException unlisted(String what) {
    return new CatalogException(
        Category.EXTERNAL, what + "; its earlier state is unknown, so nothing is deleted.", null);
  }

  private static ApiRequest post(String path, List<Parameter> query, ObjectNode body) {
    return new ApiRequest(Method.POST, path, query, Map.of(), Optional.of(Body.json(body)));
  }
}
