package dev.seaway.core.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

/**
 * Finds what an answer's body says about its list: outside of the records, a few levels deep, and
 * of lists beside the records only links.
 */
final class Envelope {

  private static final int DEPTH = 8;
  private static final int FIELDS = 2_000;
  private static final int SIBLINGS = 20;

  private final RecordWay way;
  private final List<Element> elements = new ArrayList<>();
  private final List<Sign> signs = new ArrayList<>();
  private final List<Sign> unknown = new ArrayList<>();
  private final Queue<Runnable> below = new ArrayDeque<>();
  private int fields;

  /** An element of a list on the way to the records. */
  record Element(String place, JsonNode node) {

    /** Its place, whatever its number. */
    String anyPlace() {
      return Sign.anyPlace(place);
    }
  }

  private Envelope(RecordWay way) {
    this.way = way;
  }

  /**
   * Looks at a body.
   *
   * @param records the very nodes of the body that are records; they are not looked into
   */
  static Envelope of(JsonNode body, List<JsonNode> records) {
    RecordWay way = RecordWay.to(body, records);
    Envelope envelope = new Envelope(way);
    if (body.isObject() && !way.isRecord(body)) {
      envelope.walk(body, "", "", false, true);
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
    Runnable next = below.poll();
    while (next != null && fields <= FIELDS) {
      next.run();
      next = below.poll();
    }
  }

  /**
   * @param parent the name under which the object stands
   * @param muted whether only words below a named parent count
   * @param aboutList whether what it says is about the list
   */
  private void walk(
      JsonNode object, String parent, String place, boolean muted, boolean aboutList) {
    if (place.chars().filter(step -> step == '/').count() > DEPTH) {
      return;
    }
    boolean sizeIsTotal = object.has("pagelen");
    boolean forked = way.isForked(object);
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      if (way.isRecord(field.getValue())) {
        continue;
      }
      if (++fields > FIELDS) {
        return;
      }
      String name = field.getKey();
      String at = place + "/" + Sign.escaped(name);
      boolean total = sizeIsTotal && name.equals("size");
      look(new Field(parent, name, field.getValue(), at, muted, aboutList), total, forked);
    }
  }

  /** A field that is looked at, and what is known of the object that holds it. */
  private record Field(
      String parent, String name, JsonNode value, String place, boolean muted, boolean aboutList) {}

  private void look(Field field, boolean isTotal, boolean forked) {
    JsonNode value = field.value();
    Optional<SignMeaning> meaning = isTotal ? Optional.of(SignMeaning.TOTAL) : meaning(field);
    boolean isNothing = meaning.equals(Optional.of(SignMeaning.NOTHING));
    boolean isOnWay = way.holds(value);
    if (meaning.isPresent() && !isNothing && !isOnWay) {
      signs.add(new Sign(meaning.get(), field.place(), value, field.aboutList()));
    } else if (meaning.isEmpty() && !field.muted() && (value.isNumber() || value.isBoolean())) {
      unknown.add(new Sign(SignMeaning.NOTHING, field.place(), value));
    }
    boolean quiet = field.muted() || (isNothing && !isOnWay);
    boolean aboutList =
        (isOnWay && !forked) || (field.aboutList() && SignWords.isOfPaging(field.name()));
    if (value.isObject() && !meaning.equals(Optional.of(SignMeaning.ERROR))) {
      below.add(() -> walk(value, field.name(), field.place(), quiet, aboutList));
    } else if (value.isArray() && isOnWay) {
      below.add(() -> descend(value, field.name(), field.place()));
    } else if (value.isArray() && SignWords.isParent(field.name())) {
      below.add(() -> statuses(value, field.name(), field.place()));
    } else if (value.isArray() && SignWords.normalised(field.name()).startsWith("link")) {
      links(value, field.place());
    }
  }

  private static Optional<SignMeaning> meaning(Field field) {
    return field.muted()
        ? SignWords.below(field.parent(), field.name())
        : SignWords.ofField(field.parent(), field.name());
  }

  /**
   * A list on the way to the records, for example of boards that hold items each. One that has a
   * single element without a name is no more than wrapping.
   */
  private void descend(JsonNode list, String name, String place) {
    if (way.isListOfRecords(list)) {
      return;
    }
    if (list.size() == 1 && list.get(0).isObject() && RecordKeys.nameOf(list.get(0)).isEmpty()) {
      walk(list.get(0), name, place + "/0", false, true);
    } else {
      elements.addAll(elements(list, place, way));
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
  private void statuses(JsonNode list, String name, String place) {
    int index = 0;
    for (JsonNode element : list) {
      if (index == SIBLINGS || way.isRecord(element)) {
        return;
      }
      if (element.isObject()) {
        walk(element, name, place + "/" + index, true, false);
      }
      index++;
    }
  }

  /** Links as a list of {@code {rel, href}}. */
  private void links(JsonNode links, String place) {
    int index = 0;
    for (JsonNode link : links) {
      if (index == SIBLINGS) {
        return;
      }
      String relation = link.path("rel").asText(link.path("relation").asText());
      if (relation.equalsIgnoreCase("next")) {
        String target =
            link.path("href").asText(link.path("uri").asText(link.path("url").asText()));
        signs.add(new Sign(SignMeaning.NEXT, place + "/" + index, TextNode.valueOf(target)));
      }
      index++;
    }
  }
}
