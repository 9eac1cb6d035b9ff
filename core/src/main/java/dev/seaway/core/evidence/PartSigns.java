package dev.seaway.core.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.connector.ApiResponse;
import dev.seaway.connector.EndSigns;
import dev.seaway.core.evidence.Verdict.Contradicted;
import dev.seaway.core.evidence.Verdict.Contradiction;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What an answer says against its own wholeness. */
final class PartSigns {

  private static final Set<String> BAD_STATUSES =
      Set.of(
          "timeout",
          "timed_out",
          "partial",
          "incomplete",
          "error",
          "failed",
          "failure",
          "fail",
          "truncated",
          "partial_success",
          "aborted",
          "unauthorized",
          "unauthenticated",
          "forbidden",
          "denied",
          "access_denied");

  private static final Set<String> GOOD =
      Set.of("ok", "okay", "success", "successful", "succeeded", "done", "completed");

  /** How statuses begin that only an answer can have. */
  private static final List<String> OF_PARTS =
      List.of("partial", "incomplete", "truncat", "timedout", "timeout", "timed out");

  /** Stems of words for a state of things, of which a number may count those in that state. */
  private static final List<String> STATES =
      List.of(
          "fail",
          "error",
          "incomplete",
          "degraded",
          "limited",
          "skipped",
          "partial",
          "reject",
          "cancel",
          "problem");

  private static final List<String> PARTS = List.of("_shards", "_clusters");

  private static final int ROOM_DEPTH = 3;

  /** The least HTTP status of a failure. */
  private static final int LEAST_FAILURE = 400;

  private static final int END_OF_STATUSES = 600;
  private static final int OK_STATUS = 200;

  private PartSigns() {}

  static Optional<Contradicted> fault(ListEvidence.Page page) {
    ApiResponse response = page.response();
    List<Sign> signs = page.signs();
    Optional<Contradicted> status = status(response, signs);
    if (status.isPresent()) {
      return status;
    }
    for (Sign sign : signs) {
      if ((saysPart(sign) || countsLoss(sign, page)) && !mayMeanOther(sign, page)) {
        return Optional.of(
            part(
                sign.place() + " " + Shown.said(sign.value()),
                "if it means something else, name \"%s\" in ignoredSigns".formatted(sign.place())));
      }
    }
    return unsuccessful(response.body());
  }

  /**
   * Whether it is a number that tells of a loss: how much is missing, or 0 where the list would be
   * whole. Beside other counters it may count things of a state.
   */
  private static boolean countsLoss(Sign sign, ListEvidence.Page page) {
    boolean tells =
        isCounter(sign)
            ? EndSigns.isFilled(sign.value())
            : sign.meaning() == SignMeaning.WHOLE
                && sign.value().isNumber()
                && sign.value().doubleValue() == 0;
    return tells && !Neighbours.of(sign, page).haveCounters();
  }

  /** What is no more than a suspicion, or is said otherwise too. */
  private static boolean mayMeanOther(Sign sign, ListEvidence.Page page) {
    return switch (sign.meaning()) {
      case STATUS ->
          page.records() > 0 && sign.value().isTextual() && Echo.isOf(page.request(), sign.value());
      case PART -> speaksOfThisPage(sign, page.signs());
      default -> false;
    };
  }

  /** An object of paging that names the next page too calls this one a part of the list. */
  private static boolean speaksOfThisPage(Sign part, List<Sign> signs) {
    String parent = part.place().substring(0, Math.max(0, part.place().lastIndexOf('/')));
    return SignWords.speaksOfPages(parent.substring(parent.lastIndexOf('/') + 1))
        && signs.stream()
            .filter(sign -> sign.meaning() == SignMeaning.NEXT)
            .anyMatch(
                sign -> sign.place().startsWith(parent + "/") && EndSigns.isFilled(sign.value()));
  }

  /**
   * What an answer without records says in place of a list.
   *
   * @return empty where there is a list, be it null, or where it may only have been left out
   */
  static Optional<Contradicted> instead(JsonNode body, List<Sign> signs) {
    return body.isObject() && !hasRoom(body, "", 0)
        ? signs.stream()
            .filter(PartSigns::saysFailure)
            .findFirst()
            .map(
                sign ->
                    new Contradicted(
                        Contradiction.PART,
                        "an answer holds no list, but "
                            + sign.place()
                            + " "
                            + Shown.said(sign.value()),
                        "if that means an empty list, name \"%s\" in ignoredSigns"
                            .formatted(sign.place())))
        : Optional.empty();
  }

  /** Whether there is a place, below a name of no meaning, in which records could be. */
  private static boolean hasRoom(JsonNode object, String parent, int depth) {
    return object
        .propertyStream()
        .filter(field -> SignWords.ofField(parent, field.getKey()).isEmpty())
        .anyMatch(field -> isRoom(field.getKey(), field.getValue(), depth));
  }

  private static boolean isRoom(String name, JsonNode value, int depth) {
    return value.isArray()
        || value.isNull()
        || (value.isObject()
            && (value.isEmpty() || (depth < ROOM_DEPTH && hasRoom(value, name, depth + 1))));
  }

  private static boolean isGood(JsonNode text) {
    String word = text.textValue().strip().toLowerCase(Locale.ROOT);
    return word.isEmpty() || GOOD.contains(word);
  }

  static boolean saysFailure(Sign sign) {
    Optional<Long> number = Count.number(sign.value());
    boolean text = sign.value().isTextual() && number.isEmpty() && !isGood(sign.value());
    return switch (sign.meaning()) {
      case MESSAGE -> text || number.filter(status -> status >= LEAST_FAILURE).isPresent();
      case STATUS -> number.filter(status -> status >= LEAST_FAILURE).isPresent();
      default -> false;
    };
  }

  /** Parts of a search of which fewer have answered than were asked. */
  private static Optional<Contradicted> unsuccessful(JsonNode body) {
    for (String name : PARTS) {
      JsonNode total = body.path(name).path("total");
      JsonNode successful = body.path(name).path("successful");
      int skipped = body.path(name).path("skipped").asInt();
      if (total.isInt()
          && successful.isInt()
          && successful.intValue() + skipped < total.intValue()) {
        return Optional.of(
            part(
                "%d of %d parts of the search have answered"
                    .formatted(successful.intValue(), total.intValue()),
                "run again later"));
      }
    }
    return Optional.empty();
  }

  /** 206 with a total, or with what comes next, is judged by that. */
  private static Optional<Contradicted> status(ApiResponse response, List<Sign> signs) {
    return switch (response.status()) {
      case 206 ->
          signs.stream().anyMatch(PartSigns::isOfRange)
              ? Optional.empty()
              : Optional.of(part("the status is 206, a part of the list", "read its pages"));
      // What stands between changes answers, and nobody knows what it has left out (RFC 9110).
      case 203 ->
          Optional.of(
              part(
                  "the status is 203, something on the way has changed it",
                  "reach the API without the proxy that does so"));
      case 202 -> Optional.of(part("the status is 202, the list is not ready", "run again later"));
      case 207 -> Optional.of(part("the status is 207, parts may have failed", "run again later"));
      default -> Optional.empty();
    };
  }

  private static boolean isOfRange(Sign sign) {
    return sign.isHeader()
        && (sign.place().equals("content-range")
            ? Count.number(sign.value()).isPresent()
            : sign.meaning() == SignMeaning.NEXT);
  }

  private static Contradicted part(String because, String advice) {
    return new Contradicted(
        Contradiction.PART, "an answer says that it is not whole: " + because, advice);
  }

  static boolean saysPart(Sign sign) {
    JsonNode value = sign.value();
    return switch (sign.meaning()) {
      case PART ->
          sign.word().equals("xgithubsso")
              ? value.asText().contains("partial")
              : EndSigns.isFilled(value) && !isCounter(sign);
      case WHOLE -> !value.isNumber() && EndSigns.flag(value).equals(Optional.of(false));
      case STATUS -> isFailure(value) || isBadStatus(value);
      case ERROR ->
          value.isObject() ? !value.isEmpty() : EndSigns.isFilled(value) && !isCounter(sign);
      case OK -> EndSigns.flag(value).equals(Optional.of(false));
      case WARNING -> Statements.tellsOfLoss(value);
      case MESSAGE ->
          isFailure(value)
              || isError(sign)
              || (value.isTextual()
                  && (Statements.tellsOfLoss(value)
                      || Statements.tellsOfRefusal(value.textValue())));
      default -> false;
    };
  }

  /** Whether it is a word by which a search says that it has failed, at least in part. */
  static boolean isBadStatus(JsonNode value) {
    if (!value.isTextual()) {
      return false;
    }
    String word = value.textValue().strip().toLowerCase(Locale.ROOT);
    return BAD_STATUSES.contains(word) || OF_PARTS.stream().anyMatch(word::startsWith);
  }

  /** Whether it is a number that may count things of a state, which the list is made of. */
  static boolean isCounter(Sign sign) {
    return (sign.meaning() == SignMeaning.PART || sign.meaning() == SignMeaning.ERROR)
        && sign.value().isNumber()
        && isState(sign.word())
        && !isOfSearch(sign);
  }

  /** Whether a word is one for a state of things. */
  static boolean isState(String name) {
    String word = SignWords.normalised(name);
    return STATES.stream().anyMatch(word::contains);
  }

  /** Whether it stands below a parent where it speaks of the search only. */
  private static boolean isOfSearch(Sign sign) {
    String[] steps = sign.place().split("/", -1);
    return steps.length > 2
        && SignWords.below(steps[steps.length - 2], steps[steps.length - 1]).isPresent();
  }

  /** Whether it is an HTTP status of a failure, given as a number. */
  private static boolean isFailure(JsonNode value) {
    return value.isNumber()
        && value.intValue() >= LEAST_FAILURE
        && value.intValue() < END_OF_STATUSES;
  }

  /** Whether it is the number of an error, of which 0 is none. */
  private static boolean isError(Sign sign) {
    return sign.word().startsWith("err")
        && sign.value().isNumber()
        && sign.value().doubleValue() != 0
        && sign.value().doubleValue() != OK_STATUS;
  }
}
