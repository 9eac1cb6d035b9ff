package dev.seaway.core.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.connector.EndSigns;
import dev.seaway.connector.SignPlaces;
import dev.seaway.core.evidence.Verdict.Contradicted;
import dev.seaway.core.evidence.Verdict.Contradiction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What may say that a list is not whole: a stem of loss or of more under a name that no word is, a
 * number that counts more than was read, a status that may be one of a thing. It is enough to
 * contradict a list whose end nothing proves, and is not heard against a proof. Not thread-safe.
 */
final class Suspicions {

  private static final int LONGEST_SPAN = 60;

  /** A total below that is a lower bound with its sign turned. */
  private static final int UNKNOWN_TOTAL = -1;

  /** What may be said in places that speak of something else as well. */
  private static final Set<SignMeaning> LOSSES =
      Set.of(SignMeaning.MAYBE_PART, SignMeaning.MAYBE_WHOLE);

  /** Of one list; an API may invent names for each page. */
  private static final int MOST_REMEMBERED = 1_000;

  /**
   * What a name may say.
   *
   * @param meaning of its stem, or nothing
   * @param isClear whether it can mean nothing else
   */
  private record Stem(SignMeaning meaning, boolean isClear, boolean isOfSources, boolean isState) {

    static Stem of(String name) {
      List<String> parts = WordParts.parts(name);
      return new Stem(
          SignWords.suspicion(name).orElse(SignMeaning.NOTHING),
          NameStems.isClear(name),
          NameStems.isOfSources(name),
          parts.contains("state") || parts.contains("status"));
    }
  }

  private final SignPlaces ignored;
  private final Map<String, Stem> stems = new HashMap<>();
  private Optional<Sign> loss = Optional.empty();
  private List<Sign> last = List.of();
  private List<Sign> beside = List.of();
  private Optional<ListEvidence.Page> lastPage = Optional.empty();

  Suspicions(SignPlaces ignored) {
    this.ignored = ignored;
  }

  void page(ListEvidence.Page page, List<Sign> aside) {
    List<Sign> heard = new ArrayList<>(page.signs());
    heard.addAll(aside);
    for (Sign sign : page.unknown()) {
      named(sign, page).ifPresent(heard::add);
    }
    for (Sign sign : page.unknown()) {
      if (isTextOfList(sign)) {
        heard.add(sign);
      }
    }
    heard.removeIf(sign -> ignored.has(sign.place()));
    last = heard;
    beside = aside;
    lastPage = Optional.of(page);
    if (loss.isEmpty()) {
      loss = firstLoss(page);
    }
  }

  private Optional<Sign> firstLoss(ListEvidence.Page page) {
    for (Sign sign : last) {
      if (saysLoss(sign, page, beside)) {
        return Optional.of(sign);
      }
    }
    return Optional.empty();
  }

  private static boolean isTextOfList(Sign sign) {
    return sign.aboutList()
        && sign.value().isTextual()
        && sign.value().textValue().length() <= LONGEST_SPAN;
  }

  /** A sign by the stems of its name, if it stands where it can speak of the list. */
  private Optional<Sign> named(Sign sign, ListEvidence.Page page) {
    Stem stem = stem(sign);
    if (stem.meaning() == SignMeaning.NOTHING) {
      return sign.value().isArray() && stem.isOfSources()
          ? Optional.of(sign.meaning(SignMeaning.SOURCES))
          : Optional.of(sign.meaning(SignMeaning.STATUS))
              .filter(_ -> stem.isState() && sign.value().isTextual());
    }
    boolean isClear =
        (sign.aboutList() && !isThing(Neighbours.holder(sign, page.response().body())))
            || (LOSSES.contains(stem.meaning()) && stem.isClear());
    return isClear ? Optional.of(sign.meaning(stem.meaning())) : Optional.empty();
  }

  /** The pages of a list bring the same names again and again. */
  private Stem stem(Sign sign) {
    Stem known = stems.get(sign.place());
    if (known != null) {
      return known;
    }
    Stem stem = Stem.of(sign.name());
    if (stems.size() < MOST_REMEMBERED) {
      stems.put(sign.place(), stem);
    }
    return stem;
  }

  private static boolean isThing(JsonNode object) {
    return RecordKeys.nameOf(object).isPresent();
  }

  private static boolean saysLoss(Sign sign, ListEvidence.Page page, List<Sign> aside) {
    JsonNode body = page.response().body();
    return switch (sign.meaning()) {
      case MAYBE_PART -> isLoss(sign, page);
      case MAYBE_WHOLE ->
          (EndSigns.flag(sign.value()).equals(Optional.of(false)) || isShare(sign.value()))
              && !sign.value().isIntegralNumber()
              && !isThing(Neighbours.holder(sign, body));
      case PART, ERROR -> PartSigns.isCounter(sign) ? isLoss(sign, page) : saysAside(sign, aside);
      case STATUS -> saysStatus(sign, page);
      case SOURCES -> tellsOfFailedSource(sign.value());
      case MESSAGE -> page.records() == 0 && tellsNoSuccess(sign);
      default -> saysAside(sign, aside);
    };
  }

  /** A number between 0 and 1, such as a completeness of 0.8. */
  private static boolean isShare(JsonNode value) {
    return value.isFloatingPointNumber() && value.doubleValue() > 0 && value.doubleValue() < 1;
  }

  private static boolean saysAside(Sign sign, List<Sign> aside) {
    return aside.contains(sign) && !sign.value().isNumber() && PartSigns.saysPart(sign);
  }

  private static boolean isLoss(Sign sign, ListEvidence.Page page) {
    JsonNode value = sign.value();
    if (value.isContainerNode()) {
      return EndSigns.isFilled(value) && !WordParts.haveCount(WordParts.parts(sign.name()));
    }
    Optional<Long> number = Count.number(value);
    if (number.isPresent()) {
      return number.get() > 0 && !Neighbours.of(sign, page).countThings(number.get());
    }
    return EndSigns.flag(value).equals(Optional.of(true))
        && !isThing(Neighbours.holder(sign, page.response().body()));
  }

  private static boolean saysStatus(Sign sign, ListEvidence.Page page) {
    if (!sign.value().isTextual() || Echo.isOf(page.request(), sign.value())) {
      return false;
    }
    return (PartSigns.isBadStatus(sign.value())
            || SignWords.isValue(sign.value().textValue(), SignMeaning.UNFINISHED))
        && !isThing(Neighbours.holder(sign, page.response().body()));
  }

  private static boolean tellsOfFailedSource(JsonNode sources) {
    return sources
        .valueStream()
        .filter(JsonNode::isObject)
        .anyMatch(source -> Envelope.of(source).signs().stream().anyMatch(PartSigns::saysPart));
  }

  private static boolean tellsNoSuccess(Sign message) {
    return message.value().isTextual() && !Statements.explainsAnEmptyList(message.value());
  }

  /**
   * What speaks against the list.
   *
   * @param read how many records were read, or what holds them
   * @param pages how many pages held records
   * @param whole whether the list was read from its first page on, and all that came was counted
   */
  Optional<Contradicted> contradiction(long read, int pages, boolean whole) {
    return loss.map(sign -> contradicted(Contradiction.PART, sign, "that something is missing"))
        .or(() -> more(read, pages, whole));
  }

  private Optional<Contradicted> more(long read, int pages, boolean whole) {
    return lastPage.flatMap(
        page ->
            last.stream()
                .filter(sign -> saysMore(sign, page) || (whole && counts(sign, page, read, pages)))
                .findFirst()
                .map(sign -> contradicted(Contradiction.MORE, sign, "that there is more")));
  }

  private boolean saysMore(Sign sign, ListEvidence.Page page) {
    JsonNode value = sign.value();
    return switch (sign.meaning()) {
      case MAYBE_NEXT -> value.isTextual() && leadsOn(value, page);
      case MAYBE_MORE -> isLeft(sign, page);
      case TOTAL -> value.isIntegralNumber() && value.intValue() < UNKNOWN_TOTAL;
      case MORE -> beside.contains(sign) && isAbove(value, 0);
      default -> false;
    };
  }

  /** A number of what is left, a flag, or a link. */
  private static boolean isLeft(Sign sign, ListEvidence.Page page) {
    JsonNode value = sign.value();
    if (value.isTextual() && Count.number(value).isEmpty()) {
      return value.textValue().contains("/") && leadsOn(value, page);
    }
    return isAbove(value, 0) && !Neighbours.of(sign, page).areOfQuota();
  }

  /** A link or a token, which has no blanks. */
  private static boolean leadsOn(JsonNode value, ListEvidence.Page page) {
    String text = value.textValue().strip();
    return text.indexOf(' ') < 0
        && EndSigns.isFilled(value)
        && !Statements.saysNone(text)
        && !Echo.isOf(page.request(), value);
  }

  /** True counts as 1. */
  private static boolean isAbove(JsonNode value, long number) {
    return value.isBoolean()
        ? value.booleanValue()
        : Count.number(value).filter(counted -> counted > number).isPresent();
  }

  private boolean counts(Sign sign, ListEvidence.Page page, long read, int pages) {
    JsonNode value = sign.value();
    return switch (sign.meaning()) {
      case MAYBE_TOTAL ->
          isNumber(value) && isAbove(value, read) && !Echo.isOf(page.request(), value);
      case TOTAL, FILTERED_TOTAL ->
          beside.contains(sign) && isNumber(value) && isAbove(value, read);
      case PAGES -> beside.contains(sign) && isNumber(value) && isAbove(value, Math.max(pages, 1));
      case NOTHING, WARNING, MESSAGE ->
          Span.in(sign).filter(span -> span.isAbove(read, pages)).isPresent();
      default -> false;
    };
  }

  private static boolean isNumber(JsonNode value) {
    return !value.isBoolean();
  }

  private static Contradicted contradicted(Contradiction contradiction, Sign sign, String says) {
    return new Contradicted(
        contradiction,
        "%s %s, which may say %s, and nothing proves the end"
            .formatted(sign.place(), Shown.said(sign.value()), says),
        "if it means something else, name \"%s\" in ignoredSigns".formatted(sign.place()));
  }
}
