package dev.seaway.core.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.seaway.connector.EndSigns;
import dev.seaway.connector.LinkHeader;
import dev.seaway.connector.Pagination;
import dev.seaway.core.evidence.Verdict.Contradicted;
import dev.seaway.core.evidence.Verdict.Contradiction;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the last answer says against the end.
 *
 * @param proven whether a flag or a number says that this is the end: then a token that some APIs
 *     give on the last page too does not count
 */
record MoreSigns(Pagination pagination, ListEvidence.Page page, boolean proven) {

  Optional<Contradicted> contradiction() {
    return Stream.concat(page.signs().stream(), declared())
        .filter(this::saysMore)
        .findFirst()
        .map(this::contradicted)
        .or(this::linked);
  }

  private boolean saysMore(Sign sign) {
    return switch (sign.meaning()) {
      case MORE -> EndSigns.isFilled(sign.value()) && !(sign.value().doubleValue() < 0);
      case LAST -> EndSigns.flag(sign.value()).equals(Optional.of(false));
      case LAST_PAGE -> sign.value().isBoolean() && !sign.value().booleanValue();
      case NEXT -> leadsOn(sign.value());
      case NEXT_POSITION -> page.records() > 0 && leadsOn(sign.value());
      case TOKEN, PAGE_END -> couldLeadOn() && leadsOn(sign.value());
      case POSITION ->
          couldLeadOn() && Count.number(sign.value()).isEmpty() && leadsOn(sign.value());
      default -> false;
    };
  }

  /** Where a token is all that there is. */
  private boolean couldLeadOn() {
    return !proven
        && switch (pagination) {
          case Pagination.None _, Pagination.Offset _, Pagination.PageNumber _ -> true;
          default -> false;
        };
  }

  /** A number that is not positive is no page. */
  private boolean leadsOn(JsonNode value) {
    return value.isNumber()
        ? value.doubleValue() > 0 && !isEnd(value)
        : EndSigns.isFilled(value)
            && !Statements.saysNone(value.asText())
            && !isEnd(value)
            && !isEcho(value);
  }

  private boolean isEnd(JsonNode value) {
    return pagination.signs().declared().endCursors().contains(value.asText());
  }

  /** A link is none, though it may have been asked for. */
  private boolean isEcho(JsonNode value) {
    return value.isTextual()
        && !value.textValue().contains("/")
        && Echo.isOfParameter(page.request(), value);
  }

  /** What the pagination goes by, where a flag has ended the reading all the same. */
  private Stream<Sign> declared() {
    return EndProofs.places(pagination)
        .map(
            place -> new Sign(SignMeaning.NEXT, place.toString(), page.response().body().at(place)))
        .filter(sign -> !pagination.signs().declared().ignored().has(sign.place()))
        .filter(sign -> !isOfEveryPage(sign.word()))
        .filter(sign -> sign.value().isTextual() || sign.value().isNumber());
  }

  private static boolean isOfEveryPage(String word) {
    return SignWords.ofField("", word)
        .filter(meaning -> meaning == SignMeaning.PAGE_END || meaning == SignMeaning.NOTHING)
        .isPresent();
  }

  private Contradicted contradicted(Sign sign) {
    boolean isShown = sign.value().isValueNode() && !isSecret(sign);
    String shown = isShown ? " (" + Shown.of(sign.value().asText()) + ")" : "";
    return new Contradicted(
        Contradiction.MORE,
        "the last answer's " + sign.place() + " says that there is more" + shown,
        Advice.following(pagination, sign)
            + ", or name \""
            + sign.place()
            + "\" in ignoredSigns if it means something else");
  }

  /** A token may be a secret; flags, numbers and links without their query are none. */
  private static boolean isSecret(Sign sign) {
    return sign.value().isTextual()
        && sign.value().textValue().indexOf('/') < 0
        && EndSigns.flag(sign.value()).isEmpty()
        && Count.number(sign.value()).isEmpty();
  }

  private Optional<Contradicted> linked() {
    String relation = pagination instanceof Pagination.HeaderLink header ? header.rel() : "next";
    if (pagination.signs().declared().ignored().has("link")) {
      return Optional.empty();
    }
    try {
      return LinkHeader.next(page.response(), relation)
          .filter(link -> !isEnd(TextNode.valueOf(link.target())))
          .map(
              _ ->
                  new Contradicted(
                      Contradiction.MORE,
                      "the last answer's Link header names a next page",
                      Advice.linked(pagination)))
          .or(this::endsLater);
    } catch (Pagination.BrokenPaging e) {
      return Optional.of(
          new Contradicted(
              Contradiction.MORE,
              e.getMessage() + " It may name a next page",
              "name \"Link\" in ignoredSigns if it does not"));
    }
  }

  private Optional<Contradicted> endsLater() {
    return LastLink.of(page.request(), page.response()) == LastLink.LATER
        ? Optional.of(
            new Contradicted(
                Contradiction.MORE,
                "the last answer's Link header names a later page as the last one",
                pagination instanceof Pagination.HeaderLink
                    ? Advice.linked(pagination)
                    : "set paginationType to header_link, or name \"Link\" in ignoredSigns if it"
                        + " means something else"))
        : Optional.empty();
  }

  /** An API whose pages are counted otherwise than we do has answered with a later one. */
  static Optional<Contradicted> beginsLater(List<Sign> signs) {
    return signs.stream()
        .filter(
            sign -> says(sign, SignMeaning.FIRST, false) || says(sign, SignMeaning.PREVIOUS, true))
        .findFirst()
        .map(
            sign ->
                new Contradicted(
                    Contradiction.MORE,
                    sign.place() + " says that the first answer is not the first page",
                    "check startPage, or where the request begins"));
  }

  private static boolean says(Sign sign, SignMeaning meaning, boolean value) {
    return sign.meaning() == meaning
        && sign.value().isBoolean()
        && sign.value().booleanValue() == value;
  }
}
