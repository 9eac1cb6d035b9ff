package dev.seaway.core.evidence;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.seaway.connector.ApiRequest;
import dev.seaway.connector.ApiResponse;
import dev.seaway.connector.LinkHeader;
import dev.seaway.connector.Pagination;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Where the last page lies that a {@code Link} header names, as seen from the page that came. */
enum LastLink {
  /** None is named, or it is the page that came. */
  HERE,
  /** It is a later one. */
  LATER,
  /** It cannot be told from the page that came. */
  SOMEWHERE;

  static LastLink of(ApiRequest request, ApiResponse response) {
    try {
      return readable(request, response);
    } catch (Pagination.BrokenPaging e) {
      // What it names cannot be read; that alone is said of it.
      return SOMEWHERE;
    }
  }

  private static LastLink readable(ApiRequest request, ApiResponse response) {
    Optional<String> last = target(response, "last");
    if (last.isEmpty() || last.get().equals(request.target())) {
      return HERE;
    }
    Map<String, Long> there = numbers(last.get());
    Map<String, Long> here = numbers(target(response, "first").orElse(""));
    here.putAll(numbers(request));
    here.keySet().retainAll(there.keySet());
    if (here.entrySet().stream()
        .anyMatch(own -> there.getOrDefault(own.getKey(), 0L) > own.getValue())) {
      return LATER;
    }
    return here.isEmpty() || here.size() < there.size() ? SOMEWHERE : HERE;
  }

  private static Optional<String> target(ApiResponse response, String relation) {
    return LinkHeader.next(response, relation).map(LinkHeader.Link::target);
  }

  private static Map<String, Long> numbers(ApiRequest request) {
    Map<String, Long> numbers = numbers(request.target());
    request.query().forEach(parameter -> add(numbers, parameter.name(), parameter.value()));
    return numbers;
  }

  /** The parameters of a link that are numbers: among them the page's. */
  private static Map<String, Long> numbers(String target) {
    Map<String, Long> numbers = new HashMap<>();
    for (String parameter : target.substring(target.indexOf('?') + 1).split("&", -1)) {
      int value = parameter.indexOf('=');
      if (value > 0) {
        add(numbers, parameter.substring(0, value), parameter.substring(value + 1));
      }
    }
    return numbers;
  }

  private static void add(Map<String, Long> numbers, String name, String value) {
    Count.number(TextNode.valueOf(value)).ifPresent(number -> numbers.put(name, number));
  }
}
