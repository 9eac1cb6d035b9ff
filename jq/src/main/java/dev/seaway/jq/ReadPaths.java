package dev.seaway.jq;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What an expression reads of its input.
 *
 * @param paths the way to each value that it goes through, hands to a function or gives, as names
 *     of fields: only those on whose way no element of a list and no computed key lies
 * @param names all fields that it names, wherever they may lie
 * @param isPlain whether it reads nothing but those paths
 */
public record ReadPaths(Set<List<String>> paths, Set<String> names, boolean isPlain) {

  public ReadPaths {
    paths = Collections.unmodifiableSet(new LinkedHashSet<>(paths));
    names = Collections.unmodifiableSet(new LinkedHashSet<>(names));
  }
}
