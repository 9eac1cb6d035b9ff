package dev.seaway.connector;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.seaway.connector.Pagination.BrokenPaging;
import java.util.List;
import java.util.Optional;

/** How one page's request is made of that before it: what the styles of paging have in common. */
final class PageRequests {

  private PageRequests() {}

  static boolean goesOn(EndSigns signs, ApiResponse response, Page page) {
    boolean empty = page.records().isEmpty();
    boolean more = signs.says(response.body()).orElse(!empty);
    if (more && empty) {
      throw saysMore(signs, response, "holds no record", "run again later");
    }
    return more;
  }

  static BrokenPaging saysMore(EndSigns signs, ApiResponse response, String yet, String advice) {
    String place = signs.place(response.body());
    return new BrokenPaging(
        "The answer says at %s that there is more, yet %s; %s, or name \"%s\" in ignoredSigns if this is how the API ends its lists."
            .formatted(place, yet, advice, place));
  }

  static Optional<ApiRequest> follow(
      EndSigns signs, ApiRequest previous, ApiResponse response, Page page, Optional<String> link) {
    boolean more = signs.says(response.body()).orElse(false);
    if (more && link.isEmpty()) {
      throw saysMore(signs, response, "names no next link", "correct nextLinkPath");
    }
    if (more && page.records().isEmpty()) {
      throw saysMore(signs, response, "holds no record", "run again later");
    }
    return link.filter(target -> !signs.isEnd(target)).map(previous::follow);
  }

  static ApiRequest withDefault(ApiRequest request, PagingPlace place, String name, int value) {
    return place.value(request, name).isPresent()
        ? request
        : place.with(request, name, JsonNodeFactory.instance.numberNode(value));
  }

  static ApiRequest withDefault(ApiRequest request, Optional<ApiRequest.Parameter> parameter) {
    return parameter
        .filter(given -> request.query(given.name()).isEmpty())
        .map(given -> request.withQuery(given.name(), given.value()))
        .orElse(request);
  }

  static ApiRequest ofOne(ApiRequest first, PagingPlace place, String sizeName) {
    return place.with(first, sizeName, JsonNodeFactory.instance.numberNode(1));
  }

  static ApiRequest ofOne(ApiRequest first, Optional<ApiRequest.Parameter> size) {
    return size.map(given -> first.withQuery(given.name(), "1")).orElse(first);
  }

  static ApiRequest at(ApiRequest request, PagingPlace place, String name, String position) {
    return place.with(request, name, JsonNodeFactory.instance.numberNode(number(name, position)));
  }

  static ApiRequest increase(ApiRequest previous, PagingPlace place, String name, int by) {
    String position = place.value(previous, name).orElse("0");
    long from = number(name, position);
    if (from > Long.MAX_VALUE - by) {
      throw noPosition(name, position);
    }
    return place.with(previous, name, JsonNodeFactory.instance.numberNode(from + by));
  }

  private static long number(String name, String position) {
    try {
      return Long.parseLong(position);
    } catch (NumberFormatException e) {
      throw noPosition(name, position);
    }
  }

  private static BrokenPaging noPosition(String name, String position) {
    return new BrokenPaging(
        "The parameter " + name + "=" + position + " is not a position to go on from.");
  }

  static Optional<String> text(JsonNode body, List<JsonPointer> places) {
    return places.stream()
        .map(body::at)
        .filter(found -> found.isTextual() || found.isNumber())
        .map(found -> found.isNumber() ? found.decimalValue().toPlainString() : found.textValue())
        .filter(text -> !text.isBlank())
        .findFirst();
  }
}
