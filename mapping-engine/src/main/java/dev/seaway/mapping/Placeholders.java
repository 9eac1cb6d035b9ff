package dev.seaway.mapping;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Checks that path parameters are used, and that none needs its own value to be read. */
record Placeholders(String kind, Map<String, PathParameter> parameters) {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]+)}");

  void check(Section section, Problems problems) {
    Set<String> used = new LinkedHashSet<>(in(kind));
    parameters.values().forEach(parameter -> used.addAll(in(parameter.endpoint())));
    for (String name : parameters.keySet()) {
      if (needs(name, name, new LinkedHashSet<>())) {
        problems.error(
            section.path(name) + ".endpoint",
            "needs the value of {%s}, which is only known once it has been read.".formatted(name));
      } else if (!used.contains(name)) {
        problems.warning(
            section.path(name),
            "has no effect: neither the kind `%s` nor another endpoint contains {%s}."
                .formatted(kind, name));
      }
    }
  }

  private boolean needs(String name, String sought, Set<String> visited) {
    PathParameter parameter = parameters.get(name);
    if (parameter == null || !visited.add(name)) {
      return false;
    }
    List<String> needed = in(parameter.endpoint());
    return needed.contains(sought)
        || needed.stream().anyMatch(other -> needs(other, sought, visited));
  }

  private static List<String> in(String path) {
    return PLACEHOLDER.matcher(path).results().map((MatchResult found) -> found.group(1)).toList();
  }
}
