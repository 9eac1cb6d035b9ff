package dev.seaway.core.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.connector.SignPlaces;
import dev.seaway.core.evidence.Verdict.Contradicted;
import dev.seaway.core.evidence.Verdict.Contradiction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The lists in which the records of a nested list lie, page by page: each has an end of its own. An
 * element that comes again brings more of its list. Not thread-safe.
 */
final class InnerLists {

  private static final int MOST_ELEMENTS = 50_000;
  private static final int DEPTH = 4;

  /** In which inner lists may lie, whatever the numbers of their elements. */
  private static final int MOST_PLACES = 1_000;

  private final SignPlaces ignored;
  private final Map<String, Element> elements = new LinkedHashMap<>();
  private final Map<String, InnerSigns> lists = new HashMap<>();
  private final LongSet outermost = new LongSet();
  private Optional<String> repeated = Optional.empty();
  private Optional<String> doubt = Optional.empty();
  private boolean nested;
  private long items;
  private int pages;

  InnerLists(SignPlaces ignored) {
    this.ignored = ignored;
  }

  /** What is known of an element with a list. */
  private static final class Element {
    private long read;
    private int pages;
    private Optional<ListObjection> objection = Optional.empty();
  }

  /** Takes the elements of the outermost list of a page. */
  void page(List<Envelope.Element> page, RecordWay way) {
    pages++;
    nested |= !page.isEmpty();
    take(page, way, 0, "");
  }

  /** Whether records lie in lists of elements of another list. */
  boolean isNested() {
    return nested;
  }

  /** How many different elements the outermost list had. */
  int outermost() {
    return outermost.size();
  }

  /** How many records all lists together had. */
  long items() {
    return items;
  }

  /** What says that one of the lists is not whole. */
  Optional<Contradicted> contradiction() {
    return elements.values().stream()
        .flatMap(element -> element.objection.stream())
        .findFirst()
        .map(InnerLists::contradicted);
  }

  private static Contradicted contradicted(ListObjection objection) {
    return new Contradicted(
        objection.isPart() ? Contradiction.PART : Contradiction.MORE,
        "a list in one of its elements is not whole: " + objection.found(),
        "read the inner lists by a kind of their own, with a path parameter; if it means something"
            + " else, name \"%s\" in ignoredSigns".formatted(objection.place()));
  }

  /** An element that came twice although its list was whole. */
  Optional<String> repeated() {
    return repeated;
  }

  /** Why it is not known whether the lists are whole. */
  Optional<String> doubt() {
    return doubt;
  }

  private void take(List<Envelope.Element> siblings, RecordWay way, int depth, String parent) {
    for (Envelope.Element sibling : siblings) {
      if (way.holds(sibling.node())) {
        learn(sibling.anyPlace(), listIn(sibling.node(), way));
      }
    }
    for (Envelope.Element sibling : siblings) {
      Optional<InnerSigns> list = Optional.ofNullable(lists.get(sibling.anyPlace()));
      if (list.isPresent()) {
        take(sibling, list.get(), way, depth, parent);
      } else if (depth == 0) {
        outermost.add(RecordKeys.hash(key(sibling)));
      }
    }
  }

  /** Elements of one place have their lists in one place, until one brings it elsewhere. */
  private void learn(String place, List<String> path) {
    InnerSigns known = lists.get(place);
    if (path.isEmpty()) {
      lists.remove(place);
    } else if (known == null || !known.path().equals(path)) {
      if (lists.size() < MOST_PLACES) {
        lists.put(place, new InnerSigns(path, true));
      } else {
        doubt("there are inner lists in more than %d places".formatted(MOST_PLACES));
      }
    }
  }

  private static boolean lacksList(Envelope.Element element, List<String> path) {
    JsonNode list = element.node();
    for (String name : path) {
      list = list.path(name);
    }
    return list.isMissingNode() || list.isNull();
  }

  /** The names that lead to the list on the way to the records; none where there is no list. */
  private static List<String> listIn(JsonNode element, RecordWay way) {
    List<String> names = new ArrayList<>();
    JsonNode node = element;
    while (node.isObject()) {
      Optional<Map.Entry<String, JsonNode>> next =
          node.propertyStream().filter(field -> way.holds(field.getValue())).findFirst();
      if (next.isEmpty()) {
        return List.of();
      }
      names.add(next.get().getKey());
      node = next.get().getValue();
    }
    return names;
  }

  private void take(
      Envelope.Element element, InnerSigns inner, RecordWay way, int depth, String parent) {
    if (lacksList(element, inner.path())) {
      doubt(element.place() + " has no list where others like it have one");
    }
    JsonNode list = element.node();
    StringBuilder place = new StringBuilder(element.place());
    for (String name : inner.path()) {
      list = list.path(name);
      place.append('/').append(Sign.escaped(name));
    }
    boolean chosen = way.holds(element.node());
    if (depth == 0) {
      items += list.size();
    }
    if (chosen || list.isEmpty()) {
      InnerList found =
          new InnerList(inner.of(element.node(), element.place()), list.size()).without(ignored);
      remember(element, found, depth, parent + key(element));
    } else if (depth == 0) {
      outermost.add(RecordKeys.hash(key(element)));
    }
    if (chosen && depth < DEPTH) {
      take(
          Envelope.elements(list, place.toString(), way),
          way,
          depth + 1,
          parent + key(element) + "\n");
    }
  }

  private static String key(Envelope.Element element) {
    return element.anyPlace() + " " + RecordKeys.nameOf(element.node()).orElse(element.place());
  }

  private void remember(Envelope.Element element, InnerList inner, int depth, String key) {
    boolean named = RecordKeys.nameOf(element.node()).isPresent();
    boolean isNew = depth > 0 || outermost.add(RecordKeys.hash(named ? key : pages + key));
    Element known = elements.get(key);
    if (!isNew && named && (known == null || known.objection.isEmpty()) && inner.size() > 0) {
      repeated = repeated.or(() -> Optional.of(element.place()));
    }
    if (known == null) {
      if (inner.signs().isEmpty()) {
        return;
      }
      if (elements.size() >= MOST_ELEMENTS) {
        doubt("there are too many inner lists to remember the ends of all");
        return;
      }
      known = new Element();
      elements.put(key, known);
    }
    judge(known, inner, RecordKeys.hasId(element.node()));
  }

  private void judge(Element known, InnerList inner, boolean hasId) {
    known.read += inner.size();
    known.pages++;
    Optional<ListObjection> before = known.objection;
    known.objection = inner.strong(known.read, known.pages);
    boolean settledByOthers =
        known.objection.isEmpty()
            && (before.isPresent() || inner.strong(inner.size(), 1).isPresent());
    if (!hasId && settledByOthers) {
      doubt("the elements that hold its lists have no ids, by which they could be told apart");
    }
    inner
        .weak(known.read, known.pages)
        .ifPresent(
            sign -> doubt(sign.place() + " may say that a list in one of its elements goes on"));
  }

  private void doubt(String because) {
    if (doubt.isEmpty()) {
      doubt = Optional.of(because);
    }
  }
}
