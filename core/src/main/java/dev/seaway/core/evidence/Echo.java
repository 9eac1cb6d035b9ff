package dev.seaway.core.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.seaway.connector.ApiRequest;
import dev.seaway.connector.Pagination;
import java.util.List;
import java.util.Locale;

/** Values of answers that only repeat what was asked, and so say nothing about the list. */
final class Echo {

  private Echo() {}

  /** Whether a value is that of a parameter, or a step of the path: {@code /requests/pending}. */
  static boolean isOf(ApiRequest request, JsonNode value) {
    return isOfParameter(request, value) || isInPath(value.asText(), request.target());
  }

  /** Whether a value is that of a parameter. */
  static boolean isOfParameter(ApiRequest request, JsonNode value) {
    return request.query().stream()
        .anyMatch(parameter -> parameter.value().equalsIgnoreCase(value.asText()));
  }

  /** Whether a number is that of a parameter, other than the one that says which page it is. */
  static boolean isOf(ApiRequest request, Pagination pagination, long number) {
    String position =
        switch (pagination) {
          case Pagination.Offset offset -> offset.offsetParam();
          case Pagination.PageNumber page -> page.pageParam();
          case Pagination.Cursor cursor -> cursor.cursorParam();
          default -> "";
        };
    return request.query().stream()
        .filter(parameter -> !parameter.name().equals(position))
        .anyMatch(parameter -> parameter.value().equals(Long.toString(number)));
  }

  /** A number may be a step of a path by chance. */
  private static boolean isInPath(String word, String target) {
    String path = target.split("\\?", 2)[0];
    return Count.number(TextNode.valueOf(word)).isEmpty()
        && List.of(path.toLowerCase(Locale.ROOT).split("/", -1))
            .contains(word.toLowerCase(Locale.ROOT));
  }
}
