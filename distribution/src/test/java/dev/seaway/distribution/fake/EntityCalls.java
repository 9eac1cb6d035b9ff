package dev.seaway.distribution.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seaway.distribution.fake.EntityStore.Outcome;
import dev.seaway.distribution.fake.EntityStore.Refusal;
import dev.seaway.distribution.fake.EntityStore.Upsert;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/** Port's calls about entities. Guarded by the port's lock. */
final class EntityCalls {

  private static final int LARGEST_BULK = 20;
  private static final int LARGEST_BULK_BYTES = 1024 * 1024;
  private static final int LARGEST_DELETE = 100;

  private final EntityStore store;
  private int received;

  EntityCalls(EntityStore store) {
    this.store = store;
  }

  /** A bulk upsert; refuses every nth entity of all that were ever sent, 0 refuses none. */
  Reply bulk(Recorded call, String blueprint, JsonNode body, int refuseEvery) {
    JsonNode sent = body.path("entities");
    if (sent.size() > LARGEST_BULK
        || call.body().getBytes(StandardCharsets.UTF_8).length > LARGEST_BULK_BYTES) {
      return PortReply.error(413, "payload_too_large", "At most 20 entities and 1 MiB");
    }
    if (store.blueprint(blueprint).isEmpty()) {
      return unknown("blueprint", blueprint);
    }
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode entities = answer.putArray("entities");
    ArrayNode errors = answer.putArray("errors");
    for (int index = 0; index < sent.size(); index++) {
      report(
          index,
          sent.get(index),
          write(call, blueprint, sent.get(index), refuseEvery),
          entities,
          errors);
    }
    answer.put("ok", errors.isEmpty());
    return Reply.json(errors.isEmpty() ? 200 : 207, answer);
  }

  Reply upsert(Recorded call, String blueprint, JsonNode body) {
    if (store.blueprint(blueprint).isEmpty()) {
      return unknown("blueprint", blueprint);
    }
    Outcome outcome = store.upsert(blueprint, body, how(call));
    return outcome
        .refusal()
        .map(refusal -> PortReply.error(refusal.statusCode(), refusal.error(), refusal.message()))
        .orElseGet(() -> entity(blueprint, body.path("identifier").asText()));
  }

  Reply entity(String blueprint, String identifier) {
    return store
        .find(blueprint, identifier)
        .map(entity -> PortReply.ok("entity", entity.apiJson()))
        .orElseGet(() -> unknown("entity", identifier));
  }

  Reply list(String blueprint) {
    return entities(store.entities(entity -> entity.blueprint().equals(blueprint)), Set.of());
  }

  Reply search(Recorded call, JsonNode rules) {
    Set<String> include = new LinkedHashSet<>(call.query("include"));
    return entities(store.entities(entity -> SearchRule.matches(rules, entity)), include);
  }

  /** Entities of one data source; {@code from} is the position that the answer before named. */
  Reply ofDatasource(JsonNode body) {
    Optional<Instant> before =
        Optional.of(body.path("before").asText())
            .filter(text -> !text.isEmpty())
            .map(text -> OffsetDateTime.parse(text).toInstant());
    List<StoredEntity> found =
        store.entities(
            entity ->
                entity.datasource().startsWith(body.path("datasource_prefix").asText())
                    && entity.datasource().endsWith(body.path("datasource_suffix").asText())
                    && before.filter(time -> !entity.updatedAt().isBefore(time)).isEmpty());
    int from = body.path("from").asInt(0);
    int to = Math.min(found.size(), from + body.path("limit").asInt(1000));
    ObjectNode answer = PortReply.ok();
    ArrayNode entities = answer.putArray("entities");
    found.subList(from, to).forEach(entity -> entities.add(entity.apiJson()));
    if (to < found.size()) {
      answer.put("next", Integer.toString(to));
    }
    return Reply.json(200, answer);
  }

  Reply delete(Recorded call, String blueprint, JsonNode body) {
    JsonNode identifiers = body.path("entities");
    if (identifiers.size() > LARGEST_DELETE) {
      return PortReply.error(413, "payload_too_large", "At most 100 entities");
    }
    List<StoredEntity> doomed =
        StreamSupport.stream(identifiers.spliterator(), false)
            .flatMap(identifier -> store.find(blueprint, identifier.asText()).stream())
            .toList();
    if (!call.flag("delete_dependents")
        && doomed.stream().anyMatch(entity -> !store.dependents(entity).isEmpty())) {
      return PortReply.error(409, "has_dependents", "An entity of the batch has dependents");
    }
    ArrayNode deleted = JsonNodeFactory.instance.arrayNode();
    doomed.forEach(entity -> deleted.add(entity.identifier()));
    doomed.forEach(this::cascade);
    return PortReply.ok("deletedEntities", deleted);
  }

  private Outcome write(Recorded call, String blueprint, JsonNode sent, int refuseEvery) {
    received++;
    return refuseEvery > 0 && received % refuseEvery == 0
        ? new Outcome(
            false, Optional.of(new Refusal(422, "invalid_request", "An invented refusal")))
        : store.upsert(blueprint, sent, how(call));
  }

  private static void report(
      int index, JsonNode sent, Outcome outcome, ArrayNode entities, ArrayNode errors) {
    ObjectNode line = outcome.refusal().isEmpty() ? entities.addObject() : errors.addObject();
    line.put("index", index).set("identifier", sent.path("identifier"));
    outcome
        .refusal()
        .ifPresentOrElse(
            refusal ->
                line.put("statusCode", refusal.statusCode())
                    .put("error", refusal.error())
                    .put("message", refusal.message()),
            () -> line.put("created", outcome.created()));
  }

  private void cascade(StoredEntity entity) {
    store.remove(entity);
    store.dependents(entity).forEach(this::cascade);
  }

  private static Upsert how(Recorded call) {
    return new Upsert(
        call.flag("upsert"),
        call.flag("merge"),
        call.flag("create_missing_related_entities"),
        call.userAgent());
  }

  private static Reply entities(List<StoredEntity> found, Set<String> include) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    for (StoredEntity entity : found) {
      list.add(include.isEmpty() ? entity.apiJson() : reduced(entity.apiJson(), include));
    }
    return PortReply.ok("entities", list);
  }

  private static ObjectNode reduced(ObjectNode whole, Set<String> include) {
    for (String nested : List.of("properties", "relations")) {
      if (!include.contains(nested) && whole.get(nested) instanceof ObjectNode fields) {
        fields.retain(
            include.stream()
                .filter(name -> name.startsWith(nested + "."))
                .map(name -> name.substring(nested.length() + 1))
                .toList());
      }
    }
    whole.retain(
        whole.properties().stream()
            .map(java.util.Map.Entry::getKey)
            .filter(
                name -> include.stream().anyMatch(i -> i.equals(name) || i.startsWith(name + ".")))
            .toList());
    return whole;
  }

  private static Reply unknown(String what, String identifier) {
    return PortReply.error(404, "not_found", "No " + what + " " + identifier);
  }
}
