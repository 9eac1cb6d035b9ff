package dev.seaway.core.resync;

import dev.seaway.connector.ApiRequest;
import dev.seaway.core.resync.ApiShape.Style;
import java.util.Optional;

/**
 * Where a request asks.
 *
 * @param position of the first record that is wanted
 * @param isStart whether a reading begins with it
 */
record ListRequest(int position, int size, boolean isStart) {

  /** The name of the parameter that says from where on. */
  static final String FROM = "from";

  static final String PAGE = "page";
  static final String SIZE = "limit";

  private static final int ALL = 1_000_000;

  /**
   * @param startPage the number of the first page, as the user has configured it
   */
  static ListRequest of(ApiRequest request, ApiShape shape, int startPage) {
    if (shape.style() == Style.NONE) {
      return new ListRequest(0, ALL, true);
    }
    int size =
        Math.min(parameter(request, SIZE).map(Integer::valueOf).orElse(ALL), shape.granted());
    Optional<Integer> page = parameter(request, PAGE).map(Integer::valueOf);
    if (page.isPresent()) {
      int before = shape.style() == Style.PAGE_FROM_1 ? page.get() - 1 : page.get();
      return new ListRequest(Math.max(0, before) * size, size, page.get() == startPage);
    }
    int position =
        parameter(request, FROM).map(from -> Integer.valueOf(from.replace("c", ""))).orElse(0);
    boolean isStart =
        shape.style() == Style.OFFSET ? position == 0 : parameter(request, FROM).isEmpty();
    return new ListRequest(position, size, isStart);
  }

  /** The same, where the server does not heed the position. */
  ListRequest ignored() {
    return new ListRequest(0, size, isStart);
  }

  int page() {
    return position / size;
  }

  int end() {
    return position + size;
  }

  /** A link that is followed has its query in the target. */
  private static Optional<String> parameter(ApiRequest request, String name) {
    int query = request.target().indexOf('?');
    if (query < 0) {
      return request.query(name);
    }
    for (String parameter : request.target().substring(query + 1).split("&", -1)) {
      if (parameter.startsWith(name + "=")) {
        return Optional.of(parameter.substring(name.length() + 1));
      }
    }
    return Optional.empty();
  }
}
