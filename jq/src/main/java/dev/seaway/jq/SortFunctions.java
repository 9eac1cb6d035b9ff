package dev.seaway.jq;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.ArrayList;
import java.util.List;

/** Functions that put arrays in order. */
final class SortFunctions {

  private SortFunctions() {}

  /** An element and what it is ordered by. */
  private record Keyed(JsonNode key, JsonNode value) {}

  /** Makes a result of elements with their keys, as they stand in the array. */
  private interface Arrangement {
    JsonNode of(Run run, List<Keyed> elements);
  }

  static void addTo(Library library) {
    both(library, "sort", "sort_by", SortFunctions::sorted);
    library.code(
        "group_by",
        1,
        of -> new By("group_by", new Build.ArrayOf(of.get(0)), SortFunctions::grouped));
    both(library, "unique", "unique_by", SortFunctions::unique);
    both(library, "min", "min_by", SortFunctions::least);
    both(library, "max", "max_by", SortFunctions::greatest);
    library.value("bsearch", 1, (run, in, of) -> search(run, in, of.get(0)));
  }

  private static void both(Library library, String plain, String by, Arrangement arrangement) {
    library.code(plain, 0, none -> new By(plain, new Basics.Self(), arrangement));
    library.code(by, 1, of -> new By(by, new Build.ArrayOf(of.get(0)), arrangement));
  }

  private static final class By extends Code.Single {

    private final String name;
    private final Code key;
    private final Arrangement arrangement;

    private By(String name, Code key, Arrangement arrangement) {
      this.name = name;
      this.key = key.single() ? key : new Build.ArrayOf(key);
      this.arrangement = arrangement;
    }

    @Override
    JsonNode value(Env env, JsonNode in) {
      if (!in.isArray()) {
        throw new JqError(
            name.startsWith("sort")
                ? Types.shown(in) + " cannot be sorted, as it is not an array"
                : "Cannot use %s on %s, as it is not an array".formatted(name, Types.shown(in)));
      }
      List<Keyed> elements = new ArrayList<>(in.size());
      for (JsonNode element : in) {
        env.run().charge(Run.ELEMENT);
        elements.add(new Keyed(Containers.orNull(key.value(env, element)), element));
      }
      return arrangement.of(env.run(), elements);
    }
  }

  private static List<Keyed> inOrder(Run run, List<Keyed> elements) {
    Order order = new Order(run, true);
    List<Keyed> sorted = new ArrayList<>(elements);
    sorted.sort((left, right) -> order.compare(left.key, right.key));
    return sorted;
  }

  private static JsonNode sorted(Run run, List<Keyed> elements) {
    return Containers.arrayOf(run, inOrder(run, elements).stream().map(Keyed::value).toList());
  }

  private static JsonNode grouped(Run run, List<Keyed> elements) {
    ArrayNode groups = Containers.array(run, 0);
    groups(run, elements)
        .forEach(
            group ->
                groups.add(Containers.arrayOf(run, group.stream().map(Keyed::value).toList())));
    return groups;
  }

  private static JsonNode unique(Run run, List<Keyed> elements) {
    return Containers.arrayOf(
        run, groups(run, elements).stream().map(group -> group.getFirst().value).toList());
  }

  private static List<List<Keyed>> groups(Run run, List<Keyed> elements) {
    Order order = new Order(run, true);
    List<List<Keyed>> groups = new ArrayList<>();
    for (Keyed element : inOrder(run, elements)) {
      if (groups.isEmpty() || !order.equal(groups.getLast().getFirst().key, element.key)) {
        run.charge(Run.CONTAINER);
        groups.add(new ArrayList<>());
      }
      groups.getLast().add(element);
    }
    return groups;
  }

  private static JsonNode least(Run run, List<Keyed> elements) {
    return extreme(run, elements, -1);
  }

  private static JsonNode greatest(Run run, List<Keyed> elements) {
    return extreme(run, elements, 1);
  }

  /** Of equal elements the first is the least and the last is the greatest. */
  private static JsonNode extreme(Run run, List<Keyed> elements, int sign) {
    if (elements.isEmpty()) {
      return NullNode.getInstance();
    }
    Order order = new Order(run);
    Keyed best = elements.getFirst();
    for (Keyed element : elements.subList(1, elements.size())) {
      int compared = order.compare(element.key, best.key);
      if (sign > 0 ? compared >= 0 : compared < 0) {
        best = element;
      }
    }
    return best.value;
  }

  private static JsonNode search(Run run, JsonNode in, JsonNode wanted) {
    if (!in.isArray()) {
      throw new JqError(Types.shown(in) + " cannot be searched from");
    }
    Order order = new Order(run);
    int low = 0;
    int high = in.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int compared = order.compare(in.get(middle), wanted);
      if (compared == 0) {
        return Numbers.of(middle);
      }
      low = compared < 0 ? middle + 1 : low;
      high = compared > 0 ? middle - 1 : high;
    }
    return Numbers.of(-1 - low);
  }
}
