package dev.seaway.core.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.connector.EndSigns;
import dev.seaway.connector.SignPlaces;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A list in an element of another list, such as the items of a board, and what stands beside it.
 *
 * @param signs what is said of it; a sign that is not about the list is weak: it may as well speak
 *     of the element
 * @param size how many there are
 */
record InnerList(List<Sign> signs, int size) {

  InnerList without(SignPlaces ignored) {
    return new InnerList(signs.stream().filter(sign -> !ignored.has(sign.place())).toList(), size);
  }

  /**
   * What surely speaks against it.
   *
   * @param read how many were read of it in all
   * @param pages how often it came
   */
  Optional<ListObjection> strong(long read, int pages) {
    return signs.stream()
        .filter(Sign::aboutList)
        .filter(saysMore(read, pages))
        .findFirst()
        .map(sign -> objection(sign, read));
  }

  /** What may speak against it, or of the element that it lies in. */
  Optional<Sign> weak(long read, int pages) {
    return signs.stream()
        .filter(sign -> !sign.aboutList())
        .filter(saysMore(read, pages))
        .findFirst();
  }

  private Predicate<Sign> saysMore(long read, int pages) {
    return sign ->
        switch (sign.meaning()) {
          case MORE -> EndSigns.isFilled(sign.value());
          case LAST -> EndSigns.flag(sign.value()).equals(Optional.of(false));
          case NEXT -> leadsOn(sign.value());
          case NEXT_POSITION -> size > 0 && leadsOn(sign.value());
          case TOKEN -> leadsOn(sign.value()) && !saysEnd();
          case TOTAL, FILTERED_TOTAL, COUNT -> isAbove(sign.value(), read);
          case PAGES, LAST_NUMBER -> isAbove(sign.value(), Math.max(1, pages));
          case LAST_PAGE ->
              sign.value().isBoolean()
                  ? !sign.value().booleanValue()
                  : isAbove(sign.value(), Math.max(1, pages));
          case MAYBE_PART, MAYBE_MORE ->
              EndSigns.flag(sign.value()).equals(Optional.of(true)) || isAbove(sign.value(), 0);
          case MAYBE_NEXT -> sign.value().isTextual() && leadsOn(sign.value());
          case PART -> EndSigns.isFilled(sign.value());
          default -> PartSigns.saysPart(sign);
        };
  }

  private boolean saysEnd() {
    return EndProofs.flag(signs).isPresent();
  }

  private static boolean leadsOn(JsonNode value) {
    return value.isNumber() ? value.doubleValue() > 0 : EndSigns.isFilled(value);
  }

  private static boolean isAbove(JsonNode value, long number) {
    return Count.number(value).filter(counted -> counted > number).isPresent();
  }

  private static ListObjection objection(Sign sign, long read) {
    String value =
        sign.value().isNumber() || sign.value().isBoolean()
            ? "is " + sign.value().asText()
            : "is filled";
    return new ListObjection(
        PartSigns.saysPart(sign),
        sign.anyPlace(),
        "%s %s, and %d came".formatted(sign.place(), value, read));
  }
}
