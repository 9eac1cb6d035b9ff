package dev.seaway.core.evidence;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.connector.ApiResponse;
import dev.seaway.connector.EndSigns;
import dev.seaway.connector.Pagination;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the last answer says for the end. */
final class EndProofs {

  private EndProofs() {}

  /** A flag under one of the usual names. */
  static Optional<String> flag(List<Sign> signs) {
    return signs.stream()
        .filter(EndProofs::saysEnd)
        .map(sign -> sign.place() + said(sign) + " in the last answer")
        .findFirst();
  }

  private static String said(Sign sign) {
    return sign.meaning() == Meaning.CLOSING ? " is filled" : " is " + sign.value().asText();
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

  /** A place for what comes next, which the last answer leaves empty. */
  static Optional<String> closed(Pagination pagination, ListEvidence.Page page) {
    return page.signs().stream()
        .filter(sign -> sign.meaning() == Meaning.NEXT || sign.meaning() == Meaning.NEXT_POSITION)
        .filter(sign -> isEmpty(sign.value()))
        .map(Sign::place)
        .findFirst()
        .or(() -> emptyPlace(pagination, page.response().body()))
        .map(place -> place + " is empty in the last answer")
        .or(() -> endingLinks(page.response()));
  }

  private static Optional<String> emptyPlace(Pagination pagination, JsonNode body) {
    return places(pagination)
        .filter(place -> isEmpty(body.at(place)))
        .map(JsonPointer::toString)
        .findFirst();
  }

  private static Stream<JsonPointer> places(Pagination pagination) {
    return switch (pagination) {
      case Pagination.Cursor cursor -> cursor.cursors().stream();
      case Pagination.NextLink link -> link.links().stream();
      default -> Stream.empty();
    };
  }

  private static boolean isEmpty(JsonNode value) {
    return value.isNull() || (value.isTextual() && value.textValue().isBlank());
  }

  private static Optional<String> endingLinks(ApiResponse response) {
    return response
        .header("link")
        .filter(header -> !header.isBlank())
        .map(_ -> "the last answer's Link header names no next page");
  }
}
