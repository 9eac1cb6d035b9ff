package dev.seaway.core.evidence;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.seaway.connector.ApiRequest;
import dev.seaway.connector.ApiResponse;
import dev.seaway.connector.EndSigns;
import dev.seaway.connector.Pagination;
import dev.seaway.core.evidence.Verdict.Contradicted;
import dev.seaway.core.evidence.Verdict.Doubt;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one list brought, page by page, and what that proves. It looks at envelopes, headers and
 * statuses, and of records at nothing but their keys. Not thread-safe.
 */
public final class ListEvidence {

  private final Pagination pagination;
  private final EndSigns.Declared declared;
  private final boolean fromStart;
  private final RecordKeys keys;
  private final Map<String, Count> counts = new LinkedHashMap<>();
  private final Flags flags;
  private Optional<Contradicted> fault = Optional.empty();
  private Optional<Page> last = Optional.empty();
  private boolean capped;
  private boolean countable = true;
  private int pages;
  private int idlePages;
  private int emptyPages;

  /** The last page: what it says, and what was asked for it. */
  record Page(
      ApiRequest request,
      ApiResponse response,
      List<Sign> signs,
      List<Sign> unknown,
      int records) {}

  /**
   * @param recordKeys where records may hold what tells them apart, beside the usual fields
   * @param fromStart whether the list is read from its first page on
   */
  public ListEvidence(Pagination pagination, List<JsonPointer> recordKeys, boolean fromStart) {
    this.pagination = pagination;
    this.declared = pagination.signs().declared();
    this.fromStart = fromStart;
    this.keys =
        new RecordKeys(Stream.concat(declared.recordKeys().stream(), recordKeys.stream()).toList());
    this.flags = new Flags(pagination.signs());
  }

  /**
   * Takes a page.
   *
   * @param records those of the answer, as they came; they are not looked into for signs
   * @param countable whether these are all that came over the wire
   */
  public void page(
      ApiRequest request, ApiResponse response, List<JsonNode> records, boolean countable) {
    this.countable &= countable;
    int fresh = countable ? keys.add(records) : records.size();
    idlePages = fresh > 0 ? 0 : idlePages + (records.isEmpty() ? 0 : 1);
    emptyPages = fresh > 0 ? 0 : emptyPages + (records.isEmpty() ? 1 : 0);
    Envelope envelope = Envelope.of(ListedEnvelope.opened(response.body(), records), records);
    List<Sign> signs =
        Stream.concat(envelope.signs().stream(), HeaderSigns.of(response).stream())
            .filter(sign -> !isIgnored(sign.place()))
            .toList();
    last = Optional.of(new Page(request, response, signs, envelope.unknown(), records.size()));
    signs.forEach(sign -> count(sign, records.size()));
    declaredCounts(response).forEach(sign -> count(sign, records.size()));
    flags.page(response.body());
    if (fault.isEmpty()) {
      fault =
          PartSigns.fault(response, signs)
              .or(() -> records.isEmpty() ? PartSigns.instead(response.body(), signs) : fault)
              .or(() -> beginsLater(signs));
    }
    pages += records.isEmpty() ? 0 : 1;
  }

  /** How many pages have brought no record since the last one that had not come before. */
  public int emptyPages() {
    return emptyPages;
  }

  /** How many pages have brought records since the last one that had not come before. */
  public int idlePages() {
    return idlePages;
  }

  /** Whether these are records, and all of them have come before. */
  public boolean hasSeen(List<JsonNode> records) {
    return !records.isEmpty() && keys.hasSeen(records);
  }

  /**
   * Whether a total or a number of pages says that nothing can be behind what was read, so that a
   * failure there is no loss.
   */
  public boolean isExhausted() {
    return proof().isPresent();
  }

  /** What all of it proves, once nothing more is asked. */
  public Verdict verdict() {
    return fault
        .or(flags::broken)
        .<Verdict>map(found -> found)
        .or(this::moved)
        .or(this::more)
        .or(() -> proof().map(Verdict.Proven::new))
        .orElseGet(this::inferred);
  }

  private boolean isIgnored(String place) {
    return declared.ignored().stream()
        .anyMatch(
            ignored ->
                place.equalsIgnoreCase(ignored)
                    || (ignored.startsWith("/") && place.startsWith(ignored + "/")));
  }

  private void count(Sign sign, int records) {
    switch (sign.meaning()) {
      case TOTAL, FILTERED_TOTAL, COUNT, PAGES, LAST_PAGE ->
          Count.number(sign.value())
              .filter(_ -> !sign.value().isBoolean())
              .ifPresent(number -> count(sign, number, records));
      case RELATION -> capped |= sign.value().asText().equalsIgnoreCase("gte");
      default -> {
        // Says nothing that is counted.
      }
    }
  }

  /** Behind the end some APIs know of no total any more. */
  private void count(Sign sign, long number, int records) {
    if (records > 0 || number > 0 || pages == 0) {
      counts.computeIfAbsent(sign.place(), _ -> new Count(sign)).page(number, records);
    }
  }

  private List<Sign> declaredCounts(ApiResponse response) {
    List<Sign> signs = new ArrayList<>();
    declared.totals().forEach(place -> add(signs, Meaning.TOTAL, place, response));
    declared.pages().forEach(place -> add(signs, Meaning.PAGES, place, response));
    declared
        .totalHeaders()
        .forEach(
            name ->
                response
                    .header(name)
                    .map(TextNode::valueOf)
                    .ifPresent(value -> signs.add(new Sign(Meaning.TOTAL, name, value))));
    return signs;
  }

  private static void add(
      List<Sign> signs, Meaning meaning, JsonPointer place, ApiResponse response) {
    JsonNode value = response.body().at(place);
    if (!value.isMissingNode()) {
      signs.add(new Sign(meaning, place.toString(), value));
    }
  }

  /** An API whose pages are counted otherwise than we do has answered with a later one. */
  private Optional<Contradicted> beginsLater(List<Sign> signs) {
    if (pages > 0 || !fromStart || last.isEmpty()) {
      return Optional.empty();
    }
    return signs.stream()
        .filter(sign -> says(sign, Meaning.FIRST, false) || says(sign, Meaning.PREVIOUS, true))
        .findFirst()
        .map(
            sign ->
                new Contradicted(
                    Doubt.MORE,
                    sign.place() + " says that the first answer is not the first page",
                    "check startPage, or where the request begins"));
  }

  private static boolean says(Sign sign, Meaning meaning, boolean value) {
    return sign.meaning() == meaning
        && sign.value().isBoolean()
        && sign.value().booleanValue() == value;
  }

  private Optional<Contradicted> moved() {
    return keys.repeated()
        .filter(_ -> countable)
        .map(record -> "a record came twice (" + record + ")")
        .or(() -> totals().filter(Count::changed).findFirst().map(total -> total.toString()))
        .map(
            what ->
                new Contradicted(
                    Doubt.MOVED,
                    what + ", so that the list has changed while it was read",
                    "sort it by a field that does not change"
                        + keys.repeated()
                            .map(_ -> ", or name what tells its records apart with recordKeyPath")
                            .orElse(", or name its sign in ignoredSigns if it is an estimate")));
  }

  private Optional<Contradicted> more() {
    return last.flatMap(
            page -> new MoreSigns(pagination, page, proof().isPresent()).contradiction())
        .or(this::countedMore)
        .or(flags::missing)
        .or(this::missingCount);
  }

  private Optional<Contradicted> countedMore() {
    return countable && fromStart
        ? Stream.concat(totals(), ambiguous())
            .filter(total -> total.last() > keys.different())
            .findFirst()
            .map(this::tooFew)
            .or(
                () ->
                    pageCounts().filter(count -> count.last() > pages).findFirst().map(this::early))
        : Optional.empty();
  }

  private Contradicted tooFew(Count total) {
    return new Contradicted(
        Doubt.MORE,
        "%s, yet %d different records were read".formatted(total, keys.different()),
        Advice.paging(pagination)
            + "if that is no number of all records that this list gives, name \"%s\" in ignoredSigns"
                .formatted(total.sign().place()));
  }

  private Contradicted early(Count count) {
    return new Contradicted(
        Doubt.MORE,
        "%s, yet %d %s read".formatted(count, pages, pages == 1 ? "page was" : "pages were"),
        Advice.paging(pagination)
            + "if that is no number of pages, name \"%s\" in ignoredSigns"
                .formatted(count.sign().place()));
  }

  private Optional<Contradicted> missingCount() {
    boolean wanted =
        !declared.totals().isEmpty()
            || !declared.totalHeaders().isEmpty()
            || !declared.pages().isEmpty();
    boolean held =
        counts.keySet().stream()
            .anyMatch(
                place ->
                    declared.totalHeaders().contains(place)
                        || Stream.concat(declared.totals().stream(), declared.pages().stream())
                            .anyMatch(pointer -> pointer.toString().equals(place)));
    boolean hasEnvelope = last.filter(page -> page.response().body().isObject()).isPresent();
    return wanted && !held && (hasEnvelope || !declared.totalHeaders().isEmpty())
        ? Optional.of(
            new Contradicted(
                Doubt.MORE,
                "no answer held the number that totalPath, totalHeader or pagesPath names",
                "correct the path, or leave it out"))
        : Optional.empty();
  }

  private Stream<Count> totals() {
    boolean filtered =
        counts.values().stream()
            .anyMatch(count -> count.sign().meaning() == Meaning.FILTERED_TOTAL);
    Meaning meaning = filtered ? Meaning.FILTERED_TOTAL : Meaning.TOTAL;
    return counts.values().stream()
        .filter(count -> count.sign().meaning() == meaning || isDeclared(count))
        .filter(count -> !count.isPageCount());
  }

  private boolean isDeclared(Count count) {
    return count.sign().meaning() == Meaning.TOTAL
        && declared.totals().stream()
            .anyMatch(place -> place.toString().equals(count.sign().place()));
  }

  /** Where each answer says no more than how many records it holds, that is no total. */
  private Stream<Count> ambiguous() {
    return counts.values().stream()
        .filter(count -> count.sign().meaning() == Meaning.COUNT)
        .filter(count -> !count.isPageCount())
        .filter(count -> last.stream().noneMatch(page -> isEcho(page.request(), count)));
  }

  private static boolean isEcho(ApiRequest request, Count count) {
    return request.query().stream()
        .anyMatch(parameter -> parameter.value().equals(Long.toString(count.last())));
  }

  private Stream<Count> pageCounts() {
    return counts.values().stream()
        .filter(
            count ->
                count.sign().meaning() == Meaning.PAGES
                    || count.sign().meaning() == Meaning.LAST_PAGE);
  }

  private Optional<String> proof() {
    return flags
        .end()
        .or(() -> last.flatMap(page -> EndProofs.flag(page.signs())))
        .or(this::countedProof)
        .or(() -> last.flatMap(page -> EndProofs.closed(pagination, page)));
  }

  private Optional<String> countedProof() {
    if (!countable || !fromStart || capped) {
      return Optional.empty();
    }
    return Stream.concat(totals(), ambiguous().filter(Count::isWhole))
        .filter(total -> total.last() == keys.different())
        .map(total -> total + ", and as many different records were read")
        .findFirst()
        .or(
            () ->
                pageCounts()
                    .filter(count -> count.last() == Math.max(pages, 1))
                    .map(count -> count + ", and as many pages were read")
                    .findFirst());
  }

  private Verdict inferred() {
    return Advice.inferred(pagination, last, keys.records(), pages);
  }
}
