package dev.seaway.core.read;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.connector.ApiResponse;
import dev.seaway.connector.Pagination;
import java.util.List;
import java.util.Optional;

/**
 * Where an answer names the page behind it.
 *
 * @param sign a JSON pointer, or the name of a header, as {@code ignoredSigns} has it
 * @param isIgnored whether the user says that it means nothing about the end
 */
record NextPlace(String sign, boolean isIgnored) {

  /** Empty where only a number or a connector's code leads on. */
  static Optional<NextPlace> of(Pagination pagination, ApiResponse response) {
    return switch (pagination) {
      case Pagination.Cursor cursor -> in(pagination, cursor.cursors(), response.body());
      case Pagination.NextLink link -> in(pagination, link.links(), response.body());
      case Pagination.HeaderLink _ -> Optional.of(new NextPlace("Link", ignoresLinks(pagination)));
      case Pagination.None _, Pagination.Offset _, Pagination.PageNumber _, Pagination.Custom _ ->
          Optional.empty();
    };
  }

  private static Optional<NextPlace> in(
      Pagination pagination, List<JsonPointer> places, JsonNode body) {
    return places.stream()
        .filter(place -> body.at(place).isTextual() || body.at(place).isNumber())
        .filter(place -> !body.at(place).asText().isBlank())
        .findFirst()
        .map(
            place -> new NextPlace(place.toString(), pagination.signs().declared().ignores(place)));
  }

  private static boolean ignoresLinks(Pagination pagination) {
    return pagination.signs().declared().ignored().has("Link");
  }

  /** How the user says so. */
  String advice() {
    return "name \"" + sign + "\" in ignoredSigns";
  }

  @Override
  public String toString() {
    return sign;
  }
}
