package dev.seaway.core.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.connector.EndSigns;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what an element says about a list in it. All that stands in the object that holds the list
 * speaks of it; elsewhere what is named after the list does.
 *
 * @param path names from the element to the list
 * @param names what the list is called
 * @param alone whether the element is there for its list, so that bare words beside it count as
 *     well
 */
record InnerSigns(List<String> path, ListNames names, boolean alone) {

  private static final int PAGING_DEPTH = 2;

  /** Meanings of bare words that are no attribute of anything else. */
  private static final Set<SignMeaning> CLEAR = Set.of(SignMeaning.MORE, SignMeaning.PART);

  /** Bare words that may as well be attributes of the element. */
  private static final Set<String> AMBIGUOUS =
      Set.of("next", "last", "done", "total", "count", "pages", "cursor", "token", "marker");

  private static final Set<SignMeaning> OF_LISTS =
      Set.of(
          SignMeaning.NEXT,
          SignMeaning.LAST,
          SignMeaning.TOTAL,
          SignMeaning.FILTERED_TOTAL,
          SignMeaning.COUNT,
          SignMeaning.MORE,
          SignMeaning.PART,
          SignMeaning.WARNING);

  /** What is left of a name without that of the list may say that it is not whole. */
  private static final Set<SignMeaning> LEFT =
      Set.of(SignMeaning.MAYBE_PART, SignMeaning.MAYBE_MORE, SignMeaning.MAYBE_NEXT);

  /** What stands in place of a list that an element lacks, or beside one without items. */
  private static final Set<SignMeaning> OF_FAILURES =
      Set.of(SignMeaning.ERROR, SignMeaning.OK, SignMeaning.STATUS, SignMeaning.MESSAGE);

  InnerSigns(List<String> path, boolean alone) {
    this(path, new ListNames(path), alone);
  }

  /**
   * What an element says.
   *
   * @param place of the element
   */
  List<Sign> of(JsonNode element, String place) {
    List<Sign> signs = new ArrayList<>();
    JsonNode object = element;
    String at = place;
    for (int level = 0; level < path.size() && object.isObject(); level++) {
      String next = path.get(level);
      boolean holds = level == path.size() - 1;
      for (Map.Entry<String, JsonNode> field : object.properties()) {
        if (!field.getKey().equals(next)) {
          String parent = level == 0 ? "" : path.get(level - 1);
          if (holds && level > 0) {
            inside(parent, field, at, 0, signs);
          } else {
            beside(names, field, at, level == 0 && alone, isEmpty(object.path(next)), signs);
          }
        }
      }
      at = at + "/" + Sign.escaped(next);
      object = object.path(next);
    }
    return signs;
  }

  private static boolean isEmpty(JsonNode list) {
    return list.isMissingNode() || list.isNull() || (list.isContainerNode() && list.isEmpty());
  }

  /** A field of the object that holds the list, or of what speaks of its pages. */
  private static void inside(
      String parent, Map.Entry<String, JsonNode> field, String at, int depth, List<Sign> signs) {
    String name = field.getKey();
    JsonNode value = field.getValue();
    String where = at + "/" + Sign.escaped(name);
    SignWords.ofField(parent, name)
        .filter(meaning -> meaning != SignMeaning.NOTHING)
        .ifPresent(meaning -> signs.add(new Sign(meaning, where, value)));
    if (value.isObject() && depth < PAGING_DEPTH && SignWords.isOfPaging(name)) {
      value.properties().forEach(inner -> inside(name, inner, where, depth + 1, signs));
    } else if (value.isObject() && SignWords.isParent(name)) {
      value.properties().forEach(inner -> below(name, inner, where, signs));
    }
  }

  private static void below(
      String parent, Map.Entry<String, JsonNode> field, String at, List<Sign> signs) {
    String where = at + "/" + Sign.escaped(field.getKey());
    SignWords.below(parent, field.getKey())
        .ifPresent(meaning -> signs.add(new Sign(meaning, where, field.getValue())));
  }

  private static void beside(
      ListNames names,
      Map.Entry<String, JsonNode> field,
      String at,
      boolean bare,
      boolean empty,
      List<Sign> signs) {
    String name = field.getKey();
    JsonNode value = field.getValue();
    Optional<String> said = names.saidBy(name);
    String where = at + "/" + Sign.escaped(name);
    if (value.isObject()) {
      boolean ofPages = said.filter(SignWords::isOfPaging).isPresent();
      if (ofPages || (bare && SignWords.speaksOfPages(name))) {
        value.properties().forEach(inner -> inside(name, inner, where, 1, signs));
        return;
      }
    }
    Optional<SignMeaning> named = said.flatMap(InnerSigns::meaning);
    if (named.isPresent()) {
      signs.add(new Sign(named.get(), where, value));
    } else {
      bare(name, value, where, empty)
          .filter(sign -> bare || isClear(sign) || sign.meaning() == SignMeaning.ERROR)
          .ifPresent(signs::add);
    }
  }

  private static Optional<SignMeaning> meaning(String words) {
    return words.equals("numberof") || words.equals("num") || words.equals("number")
        ? Optional.of(SignMeaning.COUNT)
        : SignWords.ofField("", words)
            .filter(meaning -> meaning != SignMeaning.NOTHING)
            .or(() -> SignWords.suspicion(words).filter(LEFT::contains));
  }

  /** Whether it can hardly be an attribute of the element, whatever that is. */
  private static boolean isClear(Sign sign) {
    return CLEAR.contains(sign.meaning()) && EndSigns.flag(sign.value()).isPresent();
  }

  private static Optional<Sign> bare(String name, JsonNode value, String where, boolean empty) {
    Optional<SignMeaning> meaning = SignWords.ofField("", name);
    if (empty && meaning.filter(OF_FAILURES::contains).isPresent()) {
      return meaning.map(found -> new Sign(found, where, value));
    }
    boolean clear = meaning.filter(CLEAR::contains).isPresent();
    return meaning
        .filter(OF_LISTS::contains)
        .filter(_ -> !clear || EndSigns.flag(value).isPresent())
        .map(
            found ->
                new Sign(found, where, value, !AMBIGUOUS.contains(SignWords.normalised(name))));
  }
}
