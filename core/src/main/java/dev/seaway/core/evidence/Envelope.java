package dev.seaway.core.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.seaway.connector.SignPlaces;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;

/**
 * Finds what an answer's body says about its list: outside of the records, a few levels deep, and
 * of lists beside the records only links.
 */
final class Envelope {

  private static final int DEPTH = 8;
  private static final int FIELDS = 2_000;
  private static final int SIBLINGS = 20;
  private static final Set<String> NEXT_RELATIONS = Set.of("next", "nextpage", "nextlink");
  private static final Set<SignMeaning> OF_COUNTS =
      Set.of(SignMeaning.TOTAL, SignMeaning.FILTERED_TOTAL, SignMeaning.PAGES);
  private static final Optional<SignMeaning> TOTAL = Optional.of(SignMeaning.TOTAL);

  private final RecordWay way;
  private final List<Element> elements = new ArrayList<>();
  private final List<Sign> signs = new ArrayList<>();
  private final List<Sign> unknown = new ArrayList<>();
  private final List<Sign> aside = new ArrayList<>();
  private final Queue<Below> below = new ArrayDeque<>();
  private int fields;

  /** An element of a list on the way to the records. */
  record Element(String place, JsonNode node) {

    /** Its place, whatever its number. */
    String anyPlace() {
      return SignPlaces.anyElement(place);
    }
  }

  /**
   * An object, or a list, that is looked into once all above it was looked at.
   *
   * @param muted whether only words below a named parent count
   * @param aboutList whether what it says is about the list
   * @param aside how far it is from what speaks of the list
   */
  private record Below(
      JsonNode value, Place place, boolean muted, boolean aboutList, Aside aside) {}

  /** What is heard only where nothing proves the end: nothing, numbers, or all. */
  private enum Aside {
    NONE,
    NUMBERS,
    ALL
  }

  private Envelope(RecordWay way) {
    this.way = way;
  }

  /** Looks at a body of which nothing is a record. */
  static Envelope of(JsonNode body) {
    return of(body, List.of(), Place.root());
  }

  /**
   * Looks at a body.
   *
   * @param records the very nodes of the body that are records; they are not looked into
   * @param root where answers of this list begin
   */
  static Envelope of(JsonNode body, List<JsonNode> records, Place root) {
    RecordWay way = RecordWay.to(body, records);
    Envelope envelope = new Envelope(way);
    if (body.isObject() && !way.isRecord(body)) {
      envelope.walk(body, root, false, true, Aside.NONE);
      envelope.walkBelow();
    }
    return envelope;
  }

  List<Sign> signs() {
    return signs;
  }

  /** Numbers and flags under names that say nothing to us. */
  List<Sign> unknown() {
    return unknown;
  }

  /** Signs in places that speak of the search or of other things. */
  List<Sign> aside() {
    return aside;
  }

  /** Those of the outermost list, whose elements hold the records. */
  List<Element> elements() {
    return elements;
  }

  /** The way to the records. */
  RecordWay way() {
    return way;
  }

  /** Whether it is so large that not all of it was looked at. */
  boolean isCut() {
    return fields > FIELDS || way.isCut();
  }

  /** Level by level, so that what stands above is seen whatever lies below. */
  private void walkBelow() {
    Below next = below.poll();
    while (next != null && fields <= FIELDS) {
      if (next.value().isObject()) {
        walk(next.value(), next.place(), next.muted(), next.aboutList(), next.aside());
      } else if (way.holds(next.value())) {
        descend(next.value(), next.place());
      } else {
        statuses(next.value(), next.place());
      }
      next = below.poll();
    }
  }

  private void walk(JsonNode object, Place place, boolean muted, boolean aboutList, Aside aside) {
    if (place.depth() > DEPTH) {
      return;
    }
    boolean sizeIsTotal = object.has("pagelen");
    boolean isMoney = object.has("currency");
    boolean forked = way.isForked(object);
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      JsonNode value = field.getValue();
      if (way.isRecord(value)) {
        continue;
      }
      if (++fields > FIELDS) {
        return;
      }
      Place at = place.field(field.getKey());
      Optional<SignMeaning> meaning =
          sizeIsTotal && at.name().equals("size")
              ? TOTAL
              : value.isNumber() && at.mayCount() && isBesideCounters(object, place)
                  ? Optional.empty()
                  : at.meaning(muted);
      if (!isMoney || !meaning.equals(TOTAL)) {
        look(new Below(value, at, muted, aboutList, aside), meaning, forked);
      }
    }
  }

  /** Whether an object holds other numbers of which nothing is known. */
  private static boolean isBesideCounters(JsonNode object, Place place) {
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      Place at = place.field(field.getKey());
      if (field.getValue().isNumber() && at.meaning(false).isEmpty() && !at.repeatsRequest()) {
        return true;
      }
    }
    return false;
  }

  private void look(Below field, Optional<SignMeaning> meaning, boolean forked) {
    JsonNode value = field.value();
    Place place = field.place();
    boolean isNothing = meaning.isPresent() && meaning.get() == SignMeaning.NOTHING;
    boolean isOnWay = way.holds(value);
    if (meaning.isPresent() && !isNothing && !isOnWay && !isOfSearch(field)) {
      Sign sign = new Sign(meaning.get(), place.pointer(), value, field.aboutList());
      (isAside(field.aside(), sign.meaning()) ? aside : signs).add(sign);
    } else if ((meaning.isEmpty() || (isNothing && value.isTextual()))
        && !field.muted()
        && field.aside() != Aside.ALL
        && !isOnWay) {
      unknown.add(new Sign(SignMeaning.NOTHING, place.pointer(), value, field.aboutList()));
    }
    if (value.isObject()) {
      if (meaning.isEmpty() || meaning.get() != SignMeaning.ERROR) {
        boolean quiet = field.muted() || (isNothing && !isOnWay);
        boolean aboutList = (isOnWay && !forked) || (field.aboutList() && place.isOfPaging());
        below.add(new Below(value, place, quiet, aboutList, aside(field, isOnWay)));
      }
    } else if (value.isArray() && (isOnWay || place.isParent())) {
      below.add(new Below(value, place, true, false, field.aside()));
    } else if (value.isArray() && place.isOfLinks()) {
      links(value, place);
    }
  }

  /** How far what lies in a field is from what speaks of the list. */
  private static Aside aside(Below field, boolean isOnWay) {
    if (isOnWay) {
      return Aside.NONE;
    }
    if (field.aside() == Aside.ALL || isOfSearch(field)) {
      return Aside.ALL;
    }
    return field.aside() == Aside.NONE && (field.place().isOfPaging() || field.place().isElement())
        ? Aside.NONE
        : Aside.NUMBERS;
  }

  private static boolean isOfSearch(Below field) {
    return field.place().meaning(field.muted()).equals(Optional.of(SignMeaning.ASIDE));
  }

  private static boolean isAside(Aside aside, SignMeaning meaning) {
    return aside == Aside.ALL || (aside == Aside.NUMBERS && OF_COUNTS.contains(meaning));
  }

  /**
   * A list on the way to the records, for example of boards that hold items each. One that has a
   * single element without a name is no more than wrapping.
   */
  private void descend(JsonNode list, Place place) {
    if (way.isListOfRecords(list)) {
      return;
    }
    if (list.size() == 1 && list.get(0).isObject() && RecordKeys.nameOf(list.get(0)).isEmpty()) {
      walk(list.get(0), place.element(0), false, true, Aside.NONE);
    } else {
      elements.addAll(elements(list, place.pointer(), way));
    }
  }

  /** The elements of a list that are no records. */
  static List<Element> elements(JsonNode list, String place, RecordWay way) {
    List<Element> elements = new ArrayList<>();
    if (way.isListOfRecords(list)) {
      return List.of();
    }
    for (int index = 0; index < list.size(); index++) {
      JsonNode element = list.get(index);
      if (element.isObject() || element.isNull()) {
        elements.add(new Element(place + "/" + index, element));
      }
    }
    return elements;
  }

  /** A list of statuses. */
  private void statuses(JsonNode list, Place place) {
    int index = 0;
    for (JsonNode element : list) {
      if (index == SIBLINGS || way.isRecord(element)) {
        return;
      }
      if (element.isObject()) {
        walk(element, place.element(index), true, false, Aside.NONE);
      }
      index++;
    }
  }

  /** Links as a list of {@code {rel, href}}. */
  private void links(JsonNode links, Place place) {
    int index = 0;
    for (JsonNode link : links) {
      if (index == SIBLINGS) {
        return;
      }
      if (isNext(link.path("rel")) || isNext(link.path("relation"))) {
        String target =
            link.path("href").asText(link.path("uri").asText(link.path("url").asText()));
        signs.add(
            new Sign(SignMeaning.NEXT, place.element(index).pointer(), TextNode.valueOf(target)));
      }
      index++;
    }
  }

  /** A relation, or a list of some. */
  private static boolean isNext(JsonNode relation) {
    return relation.isArray()
        ? relation.valueStream().anyMatch(Envelope::isNext)
        : relation.isTextual() && NEXT_RELATIONS.contains(SignWords.normalised(relation.asText()));
  }
}
