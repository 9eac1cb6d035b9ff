package dev.seaway.core.evidence;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.seaway.connector.ApiRequest;
import dev.seaway.connector.ApiResponse;
import dev.seaway.connector.EndSigns;
import dev.seaway.connector.Pagination;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The numbers of records and of pages that the answers of a list give. Not thread-safe. */
final class Counts {

  /** In which an API may give numbers; where places change with each page, they say nothing. */
  private static final int MOST_PLACES = 200;

  private static final List<String> FILTERS = List.of("filter", "search", "query", "where", "jql");

  private final EndSigns.Declared declared;
  private final Map<String, Count> counts = new LinkedHashMap<>();
  private boolean capped;
  private boolean estimated;
  private boolean overfull;

  Counts(EndSigns.Declared declared) {
    this.declared = declared;
  }

  /**
   * Takes what an answer says.
   *
   * @param isFirst whether no answer before it held a record
   */
  void page(ApiResponse response, List<Sign> signs, int records, boolean isFirst) {
    for (Sign sign : counted(response, signs)) {
      take(sign, records, isFirst);
    }
  }

  /** Whether an answer counts as those before it did. */
  boolean agreeWith(ApiResponse response, List<Sign> signs) {
    return counted(response, signs).stream().noneMatch(this::isNew);
  }

  private boolean isNew(Sign sign) {
    Count before = counts.get(sign.place());
    return before != null
        && Count.number(sign.value()).filter(number -> number != before.last()).isPresent();
  }

  /** What is named counts once, be its word known or not. */
  private List<Sign> counted(ApiResponse response, List<Sign> signs) {
    List<Sign> counted = declared(response);
    if (counted.isEmpty()) {
      return signs;
    }
    Set<String> named = counted.stream().map(Sign::place).collect(Collectors.toSet());
    signs.stream().filter(sign -> !named.contains(sign.place())).forEach(counted::add);
    return counted;
  }

  private void take(Sign sign, int records, boolean isFirst) {
    switch (sign.meaning()) {
      case TOTAL, FILTERED_TOTAL, COUNT, PAGES, LAST_PAGE, LAST_NUMBER ->
          Count.number(sign.value())
              .filter(_ -> !sign.value().isBoolean())
              .ifPresent(
                  number -> {
                    capped |= Count.isLowerBound(sign.value().asText());
                    take(sign, number, records, isFirst);
                  });
      case RELATION -> capped |= isLowerBound(sign.value().asText());
      case EXACT -> estimated |= EndSigns.flag(sign.value()).equals(Optional.of(false));
      case ESTIMATE -> estimated |= EndSigns.flag(sign.value()).equals(Optional.of(true));
      default -> {
        // Says nothing that is counted.
      }
    }
  }

  private static boolean isLowerBound(String relation) {
    String word = relation.strip().toLowerCase(Locale.ROOT);
    return word.startsWith("gt") || word.startsWith("greater");
  }

  /** Behind the first page some APIs know of no total any more. */
  private void take(Sign sign, long number, int records, boolean isFirst) {
    if (counts.size() >= MOST_PLACES && !counts.containsKey(sign.place())) {
      overfull = true;
    } else if (records > 0 || number > 0 || isFirst) {
      counts.computeIfAbsent(sign.place(), _ -> new Count(sign)).page(number, records);
    }
  }

  private List<Sign> declared(ApiResponse response) {
    List<Sign> signs = new ArrayList<>();
    declared.totals().forEach(place -> add(signs, SignMeaning.TOTAL, place, response));
    declared.pages().forEach(place -> add(signs, SignMeaning.PAGES, place, response));
    declared
        .totalHeaders()
        .forEach(
            name ->
                response
                    .header(name)
                    .map(TextNode::valueOf)
                    .ifPresent(value -> signs.add(new Sign(SignMeaning.TOTAL, name, value))));
    return signs;
  }

  private static void add(
      List<Sign> signs, SignMeaning meaning, JsonPointer place, ApiResponse response) {
    JsonNode value = response.body().at(place);
    if (!value.isMissingNode()) {
      signs.add(new Sign(meaning, place.toString(), value));
    }
  }

  /** Whether a total was said to be only a lower bound. */
  boolean isCapped() {
    return capped;
  }

  /** The numbers of all records; those of a filter go before the others. */
  Stream<Count> totals() {
    boolean filtered = of(SignMeaning.FILTERED_TOTAL).findAny().isPresent();
    SignMeaning meaning = filtered ? SignMeaning.FILTERED_TOTAL : SignMeaning.TOTAL;
    return counts.values().stream()
        .filter(count -> count.sign().meaning() == meaning || isDeclaredTotal(count))
        .filter(count -> !estimated || isDeclaredTotal(count))
        .filter(count -> !count.isPageCount());
  }

  /** Why the numbers prove nothing, though they may say that all was read. */
  Optional<String> doubt(ApiRequest request) {
    return overfull
        ? Optional.of("the answers give numbers in more than %d places".formatted(MOST_PLACES))
        : unfiltered(request);
  }

  /** Where nobody has asked for a filter, it is not known what one has left out. */
  private Optional<String> unfiltered(ApiRequest request) {
    if (asksForFilter(request)) {
      return Optional.empty();
    }
    return of(SignMeaning.FILTERED_TOTAL)
        .flatMap(
            filtered ->
                of(SignMeaning.TOTAL)
                    .filter(total -> !total.isPageCount() && total.last() > filtered.last())
                    .map(total -> filtered + ", but " + total + ", and no filter was asked for"))
        .findFirst();
  }

  private static boolean asksForFilter(ApiRequest request) {
    String target = request.target();
    Stream<String> linked =
        target.indexOf('?') < 0
            ? Stream.empty()
            : Stream.of(target.substring(target.indexOf('?') + 1).split("&", -1))
                .filter(parameter -> parameter.indexOf('=') < parameter.length() - 1);
    Stream<String> asked =
        request.query().stream()
            .filter(parameter -> !parameter.value().isBlank())
            .map(ApiRequest.Parameter::name);
    return Stream.concat(linked, asked)
        .map(parameter -> parameter.split("=", 2)[0].toLowerCase(Locale.ROOT))
        .anyMatch(name -> name.equals("q") || FILTERS.stream().anyMatch(name::contains));
  }

  /** Where each answer says no more than how many records it holds, that is no total. */
  Stream<Count> ambiguous(ApiRequest request, Pagination pagination) {
    return of(SignMeaning.COUNT)
        .filter(count -> !count.isPageCount() && !estimated)
        .filter(_ -> of(SignMeaning.FILTERED_TOTAL).findAny().isEmpty() || !asksForFilter(request))
        .filter(count -> !Echo.isOf(request, pagination, count.last()));
  }

  /** The numbers of all pages. */
  Stream<Count> pages() {
    return of(SignMeaning.PAGES, SignMeaning.LAST_PAGE, SignMeaning.LAST_NUMBER);
  }

  /**
   * Whether a number of pages says that all were read. The number of the last page may count from
   * 0: then as many pages as it says are one too few.
   */
  static boolean isReached(Count count, int pages, boolean fromZero) {
    return switch (count.sign().meaning()) {
      case LAST_NUMBER -> count.last() == pages - 1;
      case LAST_PAGE -> count.last() == (fromZero ? pages - 1 : pages);
      default -> count.last() == pages;
    };
  }

  /** Whether the user has named numbers, and no answer held one of them. */
  boolean lacksDeclared() {
    boolean wanted =
        !declared.totals().isEmpty()
            || !declared.totalHeaders().isEmpty()
            || !declared.pages().isEmpty();
    return wanted && counts.values().stream().map(Count::sign).noneMatch(this::isDeclared);
  }

  /** Whether the user has named it. */
  boolean isDeclared(Sign sign) {
    return declared.totalHeaders().contains(sign.place())
        || Stream.concat(declared.totals().stream(), declared.pages().stream())
            .anyMatch(pointer -> pointer.toString().equals(sign.place()));
  }

  private boolean isDeclaredTotal(Count count) {
    return count.sign().meaning() == SignMeaning.TOTAL && isDeclared(count.sign());
  }

  private Stream<Count> of(SignMeaning... meanings) {
    return counts.values().stream()
        .filter(count -> List.of(meanings).contains(count.sign().meaning()));
  }
}
