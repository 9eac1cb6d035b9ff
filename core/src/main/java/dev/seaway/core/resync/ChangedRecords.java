package dev.seaway.core.resync;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seaway.connector.ApiClient;
import dev.seaway.connector.ApiRequest;
import dev.seaway.connector.ApiResponse;
import dev.seaway.connector.Change;
import dev.seaway.connector.Kind;
import dev.seaway.connector.LiveEvents;
import dev.seaway.connector.LookUp;
import dev.seaway.core.SeawayException;
import dev.seaway.core.read.Listing;
import dev.seaway.core.read.PathTemplate;
import dev.seaway.core.resync.RecordLookUps.Question;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings in the records that a live event is about, each as an answer of its list would hold it.
 */
final class ChangedRecords {

  private static final Logger log = LoggerFactory.getLogger(ChangedRecords.class);

  /** A mapped list of a declared kind. */
  private record Mapped(KindPlan plan, Kind.Api kind, Listing listing) {}

  private final List<KindPlan> all;
  private final List<Mapped> lists = new ArrayList<>();
  private final LeftToResync left = new LeftToResync();
  private final LiveEvents events;
  private final ApiClient tool;

  ChangedRecords(SyncPlan plan, KindResolver kinds, LiveEvents events, ApiClient tool) {
    this.all = plan.kinds();
    this.events = events;
    this.tool = tool;
    all.forEach(kind -> kinds.declared(kind.name()).ifPresent(found -> add(kind, found)));
  }

  /** A list of several parts cannot tell to which part a record belongs. */
  private void add(KindPlan plan, Kind declared) {
    if (declared instanceof Kind.Api api
        && plan.reading() instanceof KindPlan.Reading.List(Listing listing, var _, var _)
        && PathTemplate.names(listing.request().target()).isEmpty()) {
      lists.add(new Mapped(plan, api, listing));
    }
  }

  RecordEntities read(LiveEvents.Event event) {
    Reading reading = new Reading();
    for (Change change : event.changes()) {
      lists.stream()
          .filter(list -> list.kind().name().equals(change.kind()))
          .forEach(list -> reading.add(change, list));
    }
    return reading.entities;
  }

  /** What is read for one event. */
  private final class Reading {

    private final HeardLists heard = new HeardLists(all);
    private final RecordEntities entities = new RecordEntities(heard, left);
    private final RecordLookUps lookUps = new RecordLookUps(once(tool));

    void add(Change change, Mapped list) {
      switch (change) {
        case Change.Upserted upserted -> present(list, upserted.record(), Set.of());
        case Change.Deleted deleted -> {
          heard(list, names(deleted.known()));
          entities.removed(list.plan(), deleted.known());
        }
        case Change.Stale stale ->
            list.kind()
                .lookUp()
                .flatMap(by -> by.lists().steps(list.listing().request()))
                .ifPresentOrElse(steps -> add(stale, steps, list), () -> silent(stale, list));
      }
    }

    private void add(Change.Stale stale, LookUp.Steps steps, Mapped list) {
      var question = new Question(steps, stale.id(), RecordIdentity.allOf(stale.known()));
      switch (lookUps.ask(question, list.listing())) {
        case RecordLookUps.Found.Present(JsonNode record) ->
            present(list, record, names(stale.known()));
        case RecordLookUps.Found.Absent _ -> {
          heard(list, names(stale.known()));
          log.debug("{}: there is no {}; it is left to the next resync", stale.kind(), stale.id());
        }
        case RecordLookUps.Found.Another _ -> silent(stale, list);
        case RecordLookUps.Found.Unknown(String reason, Optional<SeawayException> failure) -> {
          failure.ifPresent(Reading::fail);
          log.debug("{} {}: {}", stale.kind(), stale.id(), reason);
          silent(stale, list);
        }
      }
    }

    private static void fail(SeawayException failure) {
      throw failure;
    }

    /** Through the list's own data_path, which may filter: a page of one record. */
    private void present(Mapped list, JsonNode record, Set<String> telling) {
      heard(list, telling);
      JsonNode page = page(list.kind().records(), record);
      list.listing().records().in(page).forEach(found -> entities.add(list.plan(), found));
    }

    private void silent(Change.Stale stale, Mapped list) {
      heard.silent(list.plan());
      log.debug("{}: {} is left to the next resync", stale.kind(), stale.id());
    }

    private void heard(Mapped list, Set<String> telling) {
      Set<String> fields = new HashSet<>(events.tellingFields(list.kind().name()));
      fields.addAll(telling);
      heard.heard(list.plan(), fields);
    }
  }

  /** Several resources may ask for the same record: it is read once for one event. */
  private static ApiClient once(ApiClient tool) {
    Map<ApiRequest, ApiResponse> answers = new HashMap<>();
    return request -> answers.computeIfAbsent(request, tool::send);
  }

  private static Set<String> names(ObjectNode known) {
    Set<String> names = new HashSet<>();
    known.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static JsonNode page(JsonPointer place, JsonNode record) {
    if (place.matches()) {
      return JsonNodeFactory.instance.arrayNode().add(record);
    }
    ObjectNode page = JsonNodeFactory.instance.objectNode();
    page.set(place.getMatchingProperty(), page(place.tail(), record));
    return page;
  }
}
