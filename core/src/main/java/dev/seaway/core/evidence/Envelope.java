package dev.seaway.core.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
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

  private final Set<JsonNode> records = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<JsonNode> way = Collections.newSetFromMap(new IdentityHashMap<>());
  private final List<Sign> signs = new ArrayList<>();
  private final List<Sign> unknown = new ArrayList<>();
  private final Queue<Runnable> below = new ArrayDeque<>();
  private int fields;
  private int steps;

  private Envelope(List<JsonNode> records) {
    this.records.addAll(records);
  }

  /**
   * Looks at a body.
   *
   * @param records the very nodes of the body that are records; they are not looked into
   */
  static Envelope of(JsonNode body, List<JsonNode> records) {
    Envelope envelope = new Envelope(body.isObject() ? records : List.of());
    if (body.isObject() && !envelope.records.contains(body)) {
      envelope.findWay(body, 0);
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

  /** Remembers what lies on the way to the records: it is looked into whatever its name. */
  private boolean findWay(JsonNode node, int depth) {
    if (depth > DEPTH || records.isEmpty() || steps > FIELDS) {
      return false;
    }
    if (node.isArray() && node.size() > SIBLINGS && !records.contains(node.get(0))) {
      return false;
    }
    boolean found = false;
    for (JsonNode child : node) {
      steps++;
      if (records.contains(child)) {
        found = true;
        break;
      }
      found |= child.isContainerNode() && findWay(child, depth + 1);
    }
    if (found) {
      way.add(node);
    }
    return found;
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
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      if (records.contains(field.getValue())) {
        continue;
      }
      if (++fields > FIELDS) {
        return;
      }
      String name = field.getKey();
      String at = place + "/" + name.replace("~", "~0").replace("/", "~1");
      boolean total = sizeIsTotal && name.equals("size");
      look(new Field(parent, name, field.getValue(), at, muted, aboutList), total);
    }
  }

  /** A field that is looked at, and what is known of the object that holds it. */
  private record Field(
      String parent, String name, JsonNode value, String place, boolean muted, boolean aboutList) {}

  private void look(Field field, boolean isTotal) {
    JsonNode value = field.value();
    Optional<SignMeaning> meaning = isTotal ? Optional.of(SignMeaning.TOTAL) : meaning(field);
    boolean isNothing = meaning.equals(Optional.of(SignMeaning.NOTHING));
    boolean isOnWay = way.contains(value);
    if (meaning.isPresent() && !isNothing && !isOnWay) {
      signs.add(new Sign(meaning.get(), field.place(), value, field.aboutList()));
    } else if (meaning.isEmpty() && !field.muted() && (value.isNumber() || value.isBoolean())) {
      unknown.add(new Sign(SignMeaning.NOTHING, field.place(), value));
    }
    boolean quiet = field.muted() || (isNothing && !isOnWay);
    boolean aboutList = isOnWay || (field.aboutList() && SignWords.isOfPaging(field.name()));
    if (value.isObject() && !meaning.equals(Optional.of(SignMeaning.ERROR))) {
      below.add(() -> walk(value, field.name(), field.place(), quiet, aboutList));
    } else if (value.isArray() && isOnWay) {
      below.add(() -> descend(value, field.name(), field.place(), false));
    } else if (value.isArray() && SignWords.isParent(field.name())) {
      below.add(() -> descend(value, field.name(), field.place(), true));
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
   * An array on the way to the records, for example of boards that hold items each; or one of
   * statuses.
   */
  private void descend(JsonNode array, String name, String place, boolean muted) {
    int index = 0;
    for (JsonNode element : array) {
      if (index == SIBLINGS || records.contains(element)) {
        return;
      }
      if (element.isObject()) {
        walk(element, name, place + "/" + index, muted, !muted);
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
