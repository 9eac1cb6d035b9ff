package dev.seaway.core.resync;

import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.core.evidence.ListObjection;
import dev.seaway.mapping.Mapping;
import dev.seaway.mapping.Outcome;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The lists in records of which mappings make entities ({@code itemsToParse}). Where a record says
 * that its list is not whole, an item that did not come may still be there. Safe for all threads.
 */
final class ItemLists {

  private static final String FIELD = "itemsToParse";

  private static final Pattern PLAIN =
      Pattern.compile(
          "^\\s{0,99}\\.[A-Za-z0-9_.]{1,999}\\s{0,99}(?://\\s{0,99}\\[\\s{0,99}\\])?\\s{0,99}$");
  private static final Pattern NAME =
      Pattern.compile("\\.\\s{0,9}\"?([A-Za-z_][A-Za-z0-9_]{0,99})");

  /**
   * Where the items of a mapping come from.
   *
   * @param place of the list in the record; empty where it cannot be told
   * @param names the fields that the expression names, if it is more than a path
   */
  private record ItemList(String expression, Optional<JsonPointer> place, Set<String> names) {

    static ItemList of(String expression) {
      Set<String> names =
          PLAIN.matcher(expression).matches()
              ? Set.of()
              : NAME.matcher(expression).results().map(name -> name.group(1)).collect(toSet());
      return new ItemList(expression, WireList.place(expression), names);
    }

    Optional<ListObjection> objection(JsonNode record, Set<String> ignored) {
      return place
          .flatMap(list -> ListObjection.of(record, list, ignored))
          .or(
              () ->
                  names.isEmpty()
                      ? Optional.empty()
                      : ListObjection.anywhere(record, names, ignored));
    }
  }

  private final IdentityHashMap<Mapping, ItemList> lists = new IdentityHashMap<>();
  private final Set<String> ignored;

  private ItemLists(List<Mapping> mappings, Set<String> ignored) {
    this.ignored = ignored;
    for (Mapping mapping : mappings) {
      mapping.itemsToParse().ifPresent(expression -> lists.put(mapping, ItemList.of(expression)));
    }
  }

  static ItemLists of(KindPlan plan) {
    Set<String> ignored =
        switch (plan.reading()) {
          case KindPlan.Reading.List list ->
              list.listing().pagination().signs().declared().ignored();
          case KindPlan.Reading.Code _ -> Set.of();
        };
    return new ItemLists(plan.mappings(), ignored);
  }

  /** What became of a record, with a failure for what it says against its list. */
  List<Outcome> heard(Mapping mapping, JsonNode record, List<Outcome> outcomes) {
    ItemList list = lists.get(mapping);
    if (list == null || isLeftOut(outcomes)) {
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

  private static boolean isLeftOut(List<Outcome> outcomes) {
    return outcomes.size() == 1 && outcomes.getFirst() instanceof Outcome.Skipped;
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
