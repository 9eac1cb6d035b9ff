package dev.seaway.core.evidence;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.connector.EndSigns;
import dev.seaway.core.evidence.Verdict.Contradicted;
import dev.seaway.core.evidence.Verdict.Contradiction;
import java.util.ArrayList;
import java.util.Collection;
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
public record InnerList(List<Sign> signs, int size) {

  /**
   * What a record says against a list that it holds: by names that refer to the list, or in the
   * object that holds it.
   *
   * @param list where it lies
   * @param ignored places of signs, as seen from the record, that mean nothing
   * @return empty where nothing says that there is more of it
   */
  public static Optional<Contradicted> objection(
      JsonNode record, JsonPointer list, Collection<String> ignored) {
    JsonNode array = record.at(list);
    if (!array.isArray() && !array.isMissingNode() && !array.isNull()) {
      return Optional.empty();
    }
    List<Sign> signs = new InnerSigns("", names(list), false).of(record);
    return new InnerList(signs, array.size()).without(ignored).strong(array.size(), 1);
  }

  private static List<String> names(JsonPointer place) {
    List<String> names = new ArrayList<>();
    for (JsonPointer at = place; !at.matches(); at = at.tail()) {
      names.add(at.getMatchingProperty());
    }
    return names;
  }

  InnerList without(Collection<String> ignored) {
    return new InnerList(signs.stream().filter(sign -> !sign.isAmong(ignored)).toList(), size);
  }

  /**
   * What surely speaks against it.
   *
   * @param read how many were read of it in all
   * @param pages how often it came
   */
  Optional<Contradicted> strong(long read, int pages) {
    return signs.stream()
        .filter(Sign::aboutList)
        .filter(saysMore(read, pages))
        .findFirst()
        .map(sign -> contradicted(sign, read));
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

  private static Contradicted contradicted(Sign sign, long read) {
    String shown =
        sign.value().isNumber() || sign.value().isBoolean()
            ? "is " + sign.value().asText()
            : "is filled";
    boolean isPart = PartSigns.saysPart(sign);
    return new Contradicted(
        isPart ? Contradiction.PART : Contradiction.MORE,
        "a list in one of its elements is not whole: %s %s, and %d came"
            .formatted(sign.place(), shown, read),
        "read the inner lists by a kind of their own, with a path parameter; if it means something"
            + " else, name \"%s\" in ignoredSigns".formatted(sign.anyPlace()));
  }
}
