package dev.seaway.core.evidence;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.connector.ApiResponse;
import dev.seaway.connector.EndSigns;
import dev.seaway.connector.LinkHeader;
import dev.seaway.connector.Pagination;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the last answer says for the end. */
final class EndProofs {

  private static final List<String> PAGE_RELATIONS =
      List.of("next", "prev", "previous", "first", "last");

  private EndProofs() {}

  /** A flag under one of the usual names. */
  static Optional<String> flag(List<Sign> signs) {
    return signs.stream()
        .filter(Sign::aboutList)
        .filter(EndProofs::saysEnd)
        .map(sign -> sign.place() + said(sign) + " in the last answer")
        .findFirst();
  }

  private static String said(Sign sign) {
    return sign.meaning() == SignMeaning.CLOSING ? " is filled" : " is " + sign.value().asText();
  }

  private static boolean saysEnd(Sign sign) {
    Optional<Boolean> flag = EndSigns.flag(sign.value());
    return switch (sign.meaning()) {
      case MORE -> flag.equals(Optional.of(false));
      case LAST -> flag.equals(Optional.of(true));
      case LAST_PAGE -> sign.value().isBoolean() && sign.value().booleanValue();
      case NEXT -> sign.value().isBoolean() && !sign.value().booleanValue();
      case CLOSING -> sign.value().isTextual() && EndSigns.isFilled(sign.value());
      default -> false;
    };
  }

  /**
   * Whether the last answer has a place for what comes next, and leaves it empty: no more than
   * where the place itself is left out does that prove the end.
   */
  static boolean namesNoNext(Pagination pagination, ListEvidence.Page page) {
    JsonNode body = page.response().body();
    return page.signs().stream()
            .filter(
                sign ->
                    sign.meaning() == SignMeaning.NEXT
                        || sign.meaning() == SignMeaning.NEXT_POSITION)
            .anyMatch(sign -> isEmpty(sign.value()))
        || places(pagination).anyMatch(place -> isEmpty(body.at(place)));
  }

  /** Where the pagination looks for what comes next. */
  static Stream<JsonPointer> places(Pagination pagination) {
    return switch (pagination) {
      case Pagination.Cursor cursor -> cursor.cursors().stream();
      case Pagination.NextLink link -> link.links().stream();
      default -> Stream.empty();
    };
  }

  private static boolean isEmpty(JsonNode value) {
    return value.isNull() || (value.isTextual() && value.textValue().isBlank());
  }

  /** A {@code Link} header that names pages, and none behind this one. */
  static Optional<String> endingLinks(ListEvidence.Page page) {
    return Optional.of(page)
        .filter(asked -> namesPages(asked.response()))
        .filter(asked -> LastLink.of(asked.request(), asked.response()) == LastLink.HERE)
        .map(_ -> "the last answer's Link header names no next page");
  }

  private static boolean namesPages(ApiResponse response) {
    try {
      return PAGE_RELATIONS.stream().anyMatch(relation -> LinkHeader.names(response, relation));
    } catch (Pagination.BrokenPaging e) {
      // What it names cannot be read; MoreSigns says so.
      return false;
    }
  }
}
