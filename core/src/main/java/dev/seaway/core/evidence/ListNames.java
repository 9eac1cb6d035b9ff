package dev.seaway.core.evidence;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a list is called: {@code subs_total}, {@code hasMoreSubs} and {@code subCount} speak of it.
 */
final class ListNames {

  private final List<String> names;

  /**
   * @param path the names that lead to the list
   */
  ListNames(List<String> path) {
    Set<String> all = new LinkedHashSet<>();
    for (String name : path) {
      String plain = SignWords.normalised(name);
      all.add(plain);
      all.add(plain + "s");
      if (plain.endsWith("ies")) {
        all.add(plain.substring(0, plain.length() - 3) + "y");
      }
      if (plain.endsWith("es")) {
        all.add(plain.substring(0, plain.length() - 2));
      }
      if (plain.endsWith("s")) {
        all.add(plain.substring(0, plain.length() - 1));
      }
    }
    this.names =
        all.stream()
            .filter(name -> name.length() > 1)
            .sorted((one, other) -> other.length() - one.length())
            .toList();
  }

  /**
   * What is left of a field's name without that of the list; empty where it is not named after it.
   */
  Optional<String> saidBy(String field) {
    int annotation = field.indexOf('@');
    if (annotation > 0) {
      boolean isOfList = names.contains(SignWords.normalised(field.substring(0, annotation)));
      return isOfList ? Optional.of(field.substring(annotation + 1)) : Optional.empty();
    }
    String plain = SignWords.normalised(field);
    for (String name : names) {
      int at = plain.indexOf(name);
      if (at >= 0 && plain.length() > name.length()) {
        return Optional.of(plain.substring(0, at) + plain.substring(at + name.length()));
      }
    }
    return Optional.empty();
  }
}
