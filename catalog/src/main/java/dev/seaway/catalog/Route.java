package dev.seaway.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One call of the API: its method, its path below {@code /v1}, and what answers it. */
record Route(String method, List<String> pattern, Handler handler) {

  /** Answers a request, or throws a refusal. */
  interface Handler {
    CatalogAnswer answer(Request request);
  }

  /**
   * Makes a route.
   *
   * @param path segments; one that is just {@code *} takes any value
   */
  static Route of(String method, String path, Handler handler) {
    return new Route(method, List.of(path.split("/")), handler);
  }

  /** The values of the placeholders if the path, of decoded segments, is this route's. */
  Optional<List<String>> match(String calledMethod, List<String> segments) {
    if (!method.equals(calledMethod) || segments.size() != pattern.size()) {
      return Optional.empty();
    }
    List<String> values = new ArrayList<>();
    for (int i = 0; i < pattern.size(); i++) {
      if (pattern.get(i).equals("*")) {
        values.add(segments.get(i));
      } else if (!pattern.get(i).equals(segments.get(i))) {
        return Optional.empty();
      }
    }
    return Optional.of(values);
  }
}
