package dev.seaway.core.resync;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.connector.SignPlaces;
import dev.seaway.core.evidence.ListObjection;
import dev.seaway.jq.JqProgram;
import dev.seaway.jq.ReadPaths;
import dev.seaway.mapping.Mapping;
import dev.seaway.mapping.Outcome;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The lists in records of which mappings make entities ({@code itemsToParse}). Where a record says
 * that its list is not whole, an item that did not come may still be there. Safe for all threads.
 */
final class ItemLists {

  private static final String FIELD = "itemsToParse";

  /**
   * Where the items of a mapping come from.
   *
   * @param places of lists in the record
   * @param names the fields that the expression names, if it does more than to take these lists
   */
  private record ItemList(String expression, List<JsonPointer> places, Set<String> names) {

    static ItemList of(JqProgram expression) {
      ReadPaths read = expression.readPaths();
      return new ItemList(
          expression.text(),
          read.paths().stream().map(ItemList::pointer).toList(),
          read.isPlain() ? Set.of() : read.names());
    }

    private static JsonPointer pointer(List<String> path) {
      JsonPointer place = JsonPointer.empty();
      for (String name : path) {
        place = place.appendProperty(name);
      }
      return place;
    }

    Optional<ListObjection> objection(JsonNode record, SignPlaces ignored) {
      return places.stream()
          .flatMap(list -> ListObjection.of(record, list, ignored).stream())
          .findFirst()
          .or(
              () ->
                  names.isEmpty()
                      ? Optional.empty()
                      : ListObjection.anywhere(record, names, ignored));
    }
  }

  private final IdentityHashMap<Mapping, ItemList> lists = new IdentityHashMap<>();
  private final SignPlaces ignored;

  private ItemLists(List<Mapping> mappings, SignPlaces ignored) {
    this.ignored = ignored;
    for (Mapping mapping : mappings) {
      mapping.itemsToParse().ifPresent(expression -> lists.put(mapping, ItemList.of(expression)));
    }
  }

  static ItemLists of(KindPlan plan) {
    SignPlaces ignored =
        switch (plan.reading()) {
          case KindPlan.Reading.List list ->
              list.listing().pagination().signs().declared().ignored();
          case KindPlan.Reading.Code _ -> SignPlaces.NONE;
        };
    return new ItemLists(plan.mappings(), ignored);
  }

  /** What became of a record, with a failure for what it says against its list. */
  List<Outcome> heard(Mapping mapping, JsonNode record, List<Outcome> outcomes) {
    ItemList list = lists.get(mapping);
    if (list == null || mapping.isLeftOut(outcomes)) {
      return outcomes;
    }
    Optional<ListObjection> objection = list.objection(record, ignored);
    if (objection.isEmpty()) {
      return outcomes;
    }
    List<Outcome> heard = new ArrayList<>(outcomes);
    heard.add(failure(list, objection.get()));
    return heard;
  }

  private static Outcome failure(ItemList list, ListObjection objection) {
    return new Outcome.Failed(
        FIELD,
        list.expression(),
        "the record says that this list is not whole; read it by a kind of its own, with a path"
            + " parameter, or name \"%s\" in ignoredSigns if it means something else"
                .formatted(objection.place()),
        objection.found());
  }
}
