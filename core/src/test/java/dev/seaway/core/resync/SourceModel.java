package dev.seaway.core.resync;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What the tool really has: lists of records, which may lie below parents. */
final class SourceModel {

  /** The list of a tool without parents. */
  static final String FLAT = "/things";

  static final String PARENTS = "/parents";

  private final Map<String, List<String>> lists = new LinkedHashMap<>();
  private final boolean nested;
  private int made;

  SourceModel(boolean nested) {
    this.nested = nested;
    lists.put(nested ? PARENTS : FLAT, new ArrayList<>());
  }

  /** Path to identifiers, in the tool's order. The first list is that of the parents, if any. */
  Map<String, List<String>> lists() {
    return lists;
  }

  static String childrenOf(String parent) {
    return PARENTS + "/" + parent + "/things";
  }

  void grow(int records, Choices choices) {
    if (nested) {
      int parents = choices.between(0, 5);
      for (int parent = 0; parent < parents; parent++) {
        addParent();
      }
    }
    for (int record = 0; record < records; record++) {
      childLists(choices).ifPresent(list -> list.add("r" + made++));
    }
  }

  /** What happens between two runs. */
  void live(Choices choices) {
    int changes = choices.below(8);
    for (int change = 0; change < changes; change++) {
      int what = choices.below(10);
      if (what < 4) {
        childLists(choices).ifPresent(list -> insert(list, choices.below(60)));
      } else if (what < 8 || !nested) {
        childLists(choices).ifPresent(list -> remove(list, choices.below(60)));
      } else if (what == 8) {
        addParent();
      } else {
        removeParent(choices.below(5));
      }
    }
    if (choices.percent(10)) {
      childLists(choices).ifPresent(List::clear);
    }
  }

  private Optional<List<String>> childLists(Choices choices) {
    List<List<String>> children = new ArrayList<>();
    lists.forEach(
        (path, list) -> {
          if (!path.equals(PARENTS)) {
            children.add(list);
          }
        });
    return children.isEmpty() ? Optional.empty() : Optional.of(choices.oneOf(children));
  }

  private List<String> parents() {
    return lists.computeIfAbsent(PARENTS, _ -> new ArrayList<>());
  }

  private void addParent() {
    String parent = "p" + made++;
    parents().add(parent);
    lists.put(childrenOf(parent), new ArrayList<>());
  }

  private void removeParent(int place) {
    List<String> parents = parents();
    if (place < parents.size()) {
      lists.remove(childrenOf(parents.remove(place)));
    }
  }

  /** A new record at that place of a list, or at its end. */
  void insert(List<String> list, int place) {
    list.add(Math.min(place, list.size()), "r" + made++);
  }

  void remove(List<String> list, int place) {
    if (place < list.size()) {
      list.remove(place);
    }
  }

  /** The entities that a mapping makes of it. */
  Set<String> entities(boolean mapsParents, boolean narrowed) {
    Set<String> entities = new TreeSet<>();
    lists.forEach(
        (path, list) -> {
          if (!path.equals(PARENTS)) {
            list.stream()
                .filter(id -> !narrowed || isInGroupA(id))
                .forEach(id -> entities.add("thing/" + id));
          } else if (mapsParents) {
            list.forEach(id -> entities.add("parent/" + id));
          }
        });
    return entities;
  }

  /** By what a narrowed selector chooses. */
  static boolean isInGroupA(String id) {
    return id.hashCode() % 3 != 0;
  }

  /** What it holds now. */
  Map<String, List<String>> snapshot() {
    Map<String, List<String>> snapshot = new LinkedHashMap<>();
    lists.forEach((path, list) -> snapshot.put(path, List.copyOf(list)));
    return snapshot;
  }
}
