package dev.seaway.core.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.seaway.connector.ApiResponse;
import dev.seaway.connector.EndSigns;
import dev.seaway.core.evidence.Verdict.Contradicted;
import dev.seaway.core.evidence.Verdict.Contradiction;
import java.util.ArrayList;
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

  private static final List<String> CUT =
      List.of(
          "truncat",
          "partial",
          "incomplete",
          "not all",
          "limit",
          "exceed",
          "timed out",
          "timeout",
          "omitted",
          "skipped",
          "unreachable",
          "too many",
          "missing",
          "cut off",
          "only the first",
          "the first ",
          "could not be",
          "unavailable");

  /** What such a text speaks of is the request or the API, not the list. */
  private static final List<String> ADVICE =
      List.of("deprecat", "sunset", "rate limit", "charset", "promql");

  private static final List<String> PARTS = List.of("_shards", "_clusters");

  private static final int READ_CHARACTERS = 4_000;
  private static final int READ_TEXTS = 100;
  private static final int ROOM_DEPTH = 3;

  /** The least HTTP status of a failure. */
  private static final int LEAST_FAILURE = 400;

  private static final int END_OF_STATUSES = 600;
  private static final int OK_STATUS = 200;

  private static final List<String> REFUSED =
      List.of(
          "expired",
          "permission",
          "denied",
          "unauthorized",
          "unauthorised",
          "not authorized",
          "unauthenticated",
          "forbidden",
          "not allowed",
          "invalid token",
          "access token");

  private PartSigns() {}

  static Optional<Contradicted> fault(ApiResponse response, List<Sign> signs) {
    Optional<Contradicted> status = status(response, signs);
    if (status.isPresent()) {
      return status;
    }
    for (Sign sign : signs) {
      if (saysPart(sign)) {
        return Optional.of(
            part(
                sign.place() + shown(sign.value()),
                "if it means something else, name \"%s\" in ignoredSigns".formatted(sign.place())));
      }
    }
    return unsuccessful(response.body());
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
                        "an answer holds no list, but " + sign.place() + shown(sign.value()),
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
              : EndSigns.isFilled(value);
      case WHOLE -> EndSigns.flag(value).equals(Optional.of(false));
      case STATUS ->
          isFailure(value)
              || (value.isTextual()
                  && BAD_STATUSES.contains(value.textValue().toLowerCase(Locale.ROOT)));
      case ERROR -> value.isObject() ? !value.isEmpty() : EndSigns.isFilled(value);
      case OK -> EndSigns.flag(value).equals(Optional.of(false));
      case WARNING -> tellsOfCut(value);
      case MESSAGE ->
          isFailure(value) || isError(sign) || (value.isTextual() && tellsOfRefusal(value));
      default -> false;
    };
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

  /** Whether a text that stands beside the list says that it was refused, or cut. */
  private static boolean tellsOfRefusal(JsonNode value) {
    String text = value.textValue();
    String read =
        text.substring(0, Math.min(text.length(), READ_CHARACTERS)).toLowerCase(Locale.ROOT);
    return tellsOfCut(value) || REFUSED.stream().anyMatch(read::contains);
  }

  private static boolean tellsOfCut(JsonNode value) {
    List<String> texts = new ArrayList<>();
    addTexts(value, texts);
    return texts.stream().anyMatch(PartSigns::tellsOfCut);
  }

  private static boolean tellsOfCut(String text) {
    String read = text.toLowerCase(Locale.ROOT);
    boolean isLink = read.indexOf('/') >= 0 && read.indexOf(' ') < 0;
    return !isLink
        && (CUT.stream().anyMatch(read::contains) || countsPart(read))
        && ADVICE.stream().noneMatch(read::contains);
  }

  /** Whether it says how many of how many came: {@code Showing the first 170 of 200}. */
  private static boolean countsPart(String text) {
    List<String> words = List.of(text.replace('-', ' ').split("\\s", -1));
    for (int at = 1; at < words.size() - 1; at++) {
      if (words.get(at).equals("of")
          && number(words.get(at - 1)) >= 0
          && number(words.get(at - 1)) < number(words.get(at + 1))) {
        return true;
      }
    }
    return false;
  }

  private static long number(String word) {
    return Count.number(TextNode.valueOf(word)).orElse(-1L);
  }

  private static void addTexts(JsonNode value, List<String> texts) {
    if (texts.size() >= READ_TEXTS) {
      return;
    }
    if (value.isTextual()) {
      String text = value.textValue();
      texts.add(text.substring(0, Math.min(text.length(), READ_CHARACTERS)));
    }
    for (JsonNode child : value) {
      addTexts(child, texts);
    }
  }

  /** The same, of a list or an object with the first text that it holds. */
  static String shownInFull(JsonNode value) {
    List<String> texts = new ArrayList<>();
    if (value.isContainerNode()) {
      addTexts(value, texts);
    }
    return shown(value) + texts.stream().findFirst().map(text -> ": " + Shown.of(text)).orElse("");
  }

  private static String shown(JsonNode value) {
    if (!value.isValueNode()) {
      return " is filled";
    }
    return " is " + Shown.of(value.asText());
  }
}
