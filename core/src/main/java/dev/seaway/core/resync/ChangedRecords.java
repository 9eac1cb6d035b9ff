package dev.seaway.core.resync;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seaway.connector.ApiClient;
import dev.seaway.connector.ApiRequest;
import dev.seaway.connector.Change;
import dev.seaway.connector.Kind;
import dev.seaway.connector.LiveEvents;
import dev.seaway.core.http.ApiException;
import dev.seaway.core.read.Listing;
import dev.seaway.core.read.PathTemplate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings in the records that a live event is about, each as an answer of its list would hold it.
 */
final class ChangedRecords {

  private static final Logger log = LoggerFactory.getLogger(ChangedRecords.class);

  /** A mapped list of a declared kind. */
  private record Mapped(KindPlan plan, Kind.Api kind, Listing listing) {}

  private final List<Mapped> lists = new ArrayList<>();
  private final LiveEvents events;
  private final ApiClient tool;

  ChangedRecords(SyncPlan plan, Kinds kinds, LiveEvents events, ApiClient tool) {
    this.events = events;
    this.tool = tool;
    plan.kinds().forEach(kind -> kinds.declared(kind.name()).ifPresent(found -> add(kind, found)));
  }

  /** A list of several parts cannot tell to which part a record belongs. */
  private void add(KindPlan plan, Kind declared) {
    if (declared instanceof Kind.Api api
        && plan.reading() instanceof KindPlan.Reading.List(Listing listing, var _)
        && PathTemplate.names(listing.request().target()).isEmpty()) {
      lists.add(new Mapped(plan, api, listing));
    }
  }

  RecordEntities read(LiveEvents.Event event) {
    RecordEntities entities = new RecordEntities();
    Map<ApiRequest, Optional<JsonNode>> answers = new HashMap<>();
    for (Change change : event.changes()) {
      for (Mapped list : lists) {
        if (list.kind().name().equals(change.kind())) {
          add(change, list, answers, entities);
        }
      }
    }
    return entities;
  }

  private void add(
      Change change,
      Mapped list,
      Map<ApiRequest, Optional<JsonNode>> answers,
      RecordEntities entities) {
    switch (change) {
      case Change.Upserted upserted -> add(list, upserted.record(), entities);
      case Change.Deleted deleted ->
          entities.removed(list.plan().name(), deleted.known(), list.plan().mappings());
      case Change.Stale stale ->
          events
              .lookUp(stale, list.listing().request())
              .flatMap(request -> answers.computeIfAbsent(request, this::ask))
              .flatMap(body -> record(stale, body))
              .ifPresentOrElse(
                  record -> add(list, record, entities),
                  () -> log.debug("{}: {} is left to the next resync", change.kind(), stale.id()));
    }
  }

  /** Through the list's own data_path, which may filter: a page of one record. */
  private static void add(Mapped list, JsonNode record, RecordEntities entities) {
    JsonNode page = page(list.kind().records(), record);
    for (JsonNode found : list.listing().records().in(page)) {
      entities.add(list.plan().name(), found, list.plan().mappings());
    }
  }

  private static JsonNode page(JsonPointer place, JsonNode record) {
    if (place.matches()) {
      return JsonNodeFactory.instance.arrayNode().add(record);
    }
    ObjectNode page = JsonNodeFactory.instance.objectNode();
    page.set(place.getMatchingProperty(), page(place.tail(), record));
    return page;
  }

  private Optional<JsonNode> ask(ApiRequest request) {
    try {
      return Optional.of(tool.send(request).body());
    } catch (ApiException e) {
      if (e.reason() == ApiException.Reason.NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** Another record than the one that was asked for is none. */
  private static Optional<JsonNode> record(Change.Stale stale, JsonNode body) {
    JsonNode found = body.at(stale.place());
    JsonNode record = found.isArray() ? found.path(0) : found;
    boolean same =
        stale.known().properties().stream()
            .allMatch(
                field -> record.path(field.getKey()).asText().equals(field.getValue().asText()));
    return Optional.of(record).filter(JsonNode::isObject).filter(_ -> same);
  }
}
