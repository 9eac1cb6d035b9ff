package dev.seaway.core.evidence;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.connector.ApiRequest;
import dev.seaway.connector.ApiResponse;
import dev.seaway.connector.EndSigns;
import dev.seaway.connector.Pagination;
import dev.seaway.core.evidence.Verdict.Contradicted;
import dev.seaway.core.evidence.Verdict.Contradiction;
import java.util.List;
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
  private final Counts counts;
  private final Flags flags;
  private final InnerLists inner;
  private final FailedRecords failed;
  private final Suspicions suspicions;
  private final UnseenParts unseen;
  private final RecordNodes nodes = new RecordNodes();
  private final SignFinder finder;
  private final PageSizes sizes;
  private Optional<Contradicted> fault = Optional.empty();
  private Optional<Page> last = Optional.empty();
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
   * @param recordKeys where records hold what tells them apart, if the connector knows
   * @param names where records hold what the mapping names them by
   * @param fromStart whether the list is read from its first page on
   */
  public ListEvidence(
      Pagination pagination,
      List<JsonPointer> recordKeys,
      List<JsonPointer> names,
      boolean fromStart) {
    this.pagination = pagination;
    this.declared = pagination.signs().declared();
    this.fromStart = fromStart;
    this.keys =
        new RecordKeys(
            Stream.concat(declared.recordKeys().stream(), recordKeys.stream()).toList(), names);
    this.counts = new Counts(declared);
    this.sizes = new PageSizes(pagination);
    this.flags = new Flags(pagination.signs());
    this.inner = new InnerLists(declared.ignored());
    this.failed = new FailedRecords(declared.ignored());
    this.suspicions = new Suspicions(declared.ignored());
    this.unseen = new UnseenParts(declared.ignored());
    this.finder = new SignFinder(keys, declared.ignored());
  }

  /** Takes a page of which the records are all that came over the wire. */
  public void page(
      ApiRequest request, ApiResponse response, List<JsonNode> records, boolean countable) {
    page(request, response, records, records, countable);
  }

  /**
   * Takes a page.
   *
   * @param received those of the answer, as they came; they are not looked into for signs, unless
   *     they only hold the records in lists of their own
   * @param made what the reader takes for records
   * @param countable whether those received are all that came over the wire
   */
  public void page(
      ApiRequest request,
      ApiResponse response,
      List<JsonNode> received,
      List<JsonNode> made,
      boolean countable) {
    this.countable &= countable;
    List<JsonNode> records = nodes.of(received, made);
    int fresh = countable ? keys.add(records) : records.size();
    if (countable) {
      keys.leaveOut(records, made);
    }
    idlePages = fresh > 0 ? 0 : idlePages + (records.isEmpty() ? 0 : 1);
    emptyPages = fresh > 0 ? 0 : emptyPages + (records.isEmpty() ? 1 : 0);
    Envelope envelope = finder.envelope(response, records);
    Page page = finder.page(request, response, records, envelope);
    inner.page(envelope.elements(), envelope.way());
    failed.page(records);
    suspicions.page(page, envelope.aside());
    unseen.page(response.body(), records, made, envelope);
    List<Sign> signs = page.signs();
    last = Optional.of(page);
    counts.page(response, signs, received.size(), pages == 0);
    flags.page(response.body());
    if (fault.isEmpty()) {
      fault = fault(page);
    }
    pages += records.isEmpty() ? 0 : 1;
    sizes.page(received.size());
  }

  private Optional<Contradicted> fault(Page page) {
    Optional<Contradicted> found = PartSigns.fault(page);
    if (found.isEmpty() && page.records() == 0) {
      found = PartSigns.instead(page.response().body(), page.signs());
    }
    return found.isEmpty() && pages == 0 && fromStart ? MoreSigns.beginsLater(page.signs()) : found;
  }

  /** How many pages have brought no record since the last one that had not come before. */
  public int emptyPages() {
    return emptyPages;
  }

  /** How many pages have brought records since the last one that had not come before. */
  public int idlePages() {
    return idlePages;
  }

  /** Whether what was read proves the end, so that a failure behind it is no loss. */
  public boolean isExhausted() {
    return proof().isPresent();
  }

  /** Whether its records have a field that tells them apart. */
  public boolean tellsRecordsApart() {
    return keys.hasField();
  }

  /**
   * Whether records come from behind a proven end: APIs that are asked for a page too many may
   * answer with their last one.
   */
  public boolean isBehindTheEnd(
      ApiRequest request, ApiResponse response, List<JsonNode> received, List<JsonNode> made) {
    List<JsonNode> records = nodes.of(received, made);
    if (records.isEmpty() || !keys.knows(records) || !isBehind()) {
      return false;
    }
    Page page = finder.page(request, response, records, finder.envelope(response, records));
    return new MoreSigns(pagination, page, true).contradiction().isEmpty()
        && counts.agreeWith(response, page.signs());
  }

  /**
   * Short pages move the positions that follow, so that a number of pages says nothing of these.
   */
  private boolean isBehind() {
    return pagination instanceof Pagination.Offset
        ? proofBesidePages().isPresent()
        : proof().isPresent();
  }

  /** What all of it proves, once nothing more is asked. */
  public Verdict verdict() {
    return fault
        .or(flags::broken)
        .or(failed::contradiction)
        .<Verdict>map(found -> found)
        .or(this::moved)
        .or(inner::contradiction)
        .or(this::more)
        .or(this::suspected)
        .or(() -> said().map(this::believed))
        .orElseGet(this::inferred);
  }

  private Verdict believed(String proof) {
    return doubt().<Verdict>map(found -> found).orElseGet(() -> new Verdict.Proven(proof));
  }

  /** What keeps a proof from being believed. */
  private Optional<Verdict.Inferred> doubt() {
    return inner
        .doubt()
        .or(unseen::doubt)
        .map(Advice::unprovenByLists)
        .or(this::shortened)
        .or(() -> alike().map(because -> Advice.unprovenByKeys(keys.tellingMost(), because)))
        .or(
            () ->
                last.flatMap(page -> counts.doubt(page.request()))
                    .map(because -> Advice.unprovenByNumbers(declared, because)));
  }

  private Optional<Verdict.Inferred> shortened() {
    return sizes
        .hole()
        .filter(_ -> numbers().totalProof().isEmpty())
        .map(because -> Advice.unprovenByPages(declared, because));
  }

  /** Why it is not known how many different records were read. */
  private Optional<String> alike() {
    return keys.disagreement()
        .map(found -> found + ", so that it is not known how many there are")
        .or(this::unnamed);
  }

  /** A record that has changed while the list moved would be counted twice. */
  private Optional<String> unnamed() {
    return pages > 1 && !keys.hasField() && !keys.areTexts() && proofBesideNumbers().isEmpty()
        ? Optional.of("its records have no field that is known to tell them apart")
        : Optional.empty();
  }

  private Optional<Contradicted> moved() {
    return keys.repeated()
        .filter(_ -> countable)
        .filter(_ -> !inner.isNested() || inner.repeated().isPresent())
        .map(record -> "a record came twice (" + record + ")")
        .or(() -> counts.totals().filter(Count::changed).findFirst().map(total -> total.toString()))
        .map(
            what ->
                new Contradicted(
                    more().isPresent() ? Contradiction.LOST : Contradiction.MOVED,
                    what + ", so that the list has changed while it was read",
                    "sort it by a field that does not change"
                        + keys.repeated()
                            .map(_ -> namingKeys())
                            .orElse(", or name its sign in ignoredSigns if it is an estimate")));
  }

  private String namingKeys() {
    return declared.recordKeys().isEmpty()
        ? ", or name what tells its records apart with recordKeyPath"
        : "";
  }

  private Optional<Contradicted> more() {
    return last.flatMap(page -> new MoreSigns(pagination, page, isEnd()).contradiction())
        .or(() -> numbers().more())
        .or(flags::missing)
        .or(() -> numbers().missing());
  }

  private Optional<Contradicted> suspected() {
    return proof().isPresent()
        ? Optional.empty()
        : suspicions.contradiction(numbers().mostCounted(), pages, countable && fromStart);
  }

  private Optional<String> proof() {
    return said().filter(_ -> doubt().isEmpty());
  }

  private Optional<String> said() {
    return proofBesidePages().or(() -> numbers().pagesProof());
  }

  private Optional<String> proofBesidePages() {
    return flag().or(() -> numbers().totalProof()).or(() -> last.flatMap(EndProofs::endingLinks));
  }

  private Optional<String> proofBesideNumbers() {
    return flag().or(() -> last.flatMap(EndProofs::endingLinks));
  }

  private Optional<String> flag() {
    return flags.end().or(() -> last.flatMap(page -> EndProofs.flag(page.signs())));
  }

  /** Whether the last answer says that this is the end, be it only by a place left empty. */
  private boolean isEnd() {
    return proof().isPresent()
        || last.filter(page -> EndProofs.namesNoNext(pagination, page)).isPresent();
  }

  private CountProofs numbers() {
    return new CountProofs(
        pagination, counts, inner, last, keys.different(), pages, countable && fromStart);
  }

  private Verdict inferred() {
    return Advice.inferred(pagination, last, keys.records(), pages);
  }
}
