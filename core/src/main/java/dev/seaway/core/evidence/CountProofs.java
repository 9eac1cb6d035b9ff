package dev.seaway.core.evidence;

import dev.seaway.connector.Pagination;
import dev.seaway.core.evidence.Verdict.Contradicted;
import dev.seaway.core.evidence.Verdict.Contradiction;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the numbers of records and of pages that the answers give say of those that were read.
 *
 * @param last the last page
 * @param different records that were read
 * @param pages that held records
 * @param whole whether the list was read from its first page on, and all that came was counted
 */
record CountProofs(
    Pagination pagination,
    Counts counts,
    InnerLists inner,
    Optional<ListEvidence.Page> last,
    int different,
    int pages,
    boolean whole) {

  private static final String AS_MANY = ", and as many different records were read";

  /** A number above what was read. */
  Optional<Contradicted> more() {
    return whole
        ? Stream.concat(counts.totals(), ambiguous())
            .filter(total -> total.last() > mostCounted())
            .findFirst()
            .map(this::tooFew)
            .or(
                () ->
                    counts
                        .pages()
                        .filter(count -> count.last() > Math.max(pages, 1))
                        .findFirst()
                        .map(this::early))
        : Optional.empty();
  }

  /** A total beside a nested list may count what holds the records, or these. */
  long mostCounted() {
    return inner.isNested()
        ? Math.max(different, Math.max(inner.outermost(), inner.items()))
        : different;
  }

  private boolean countsAll(Count total) {
    return inner.isNested()
        ? total.last() == inner.outermost()
            || (counts.isDeclared(total.sign()) && total.last() == inner.items())
        : total.last() == different;
  }

  private Contradicted tooFew(Count total) {
    return new Contradicted(
        Contradiction.MORE,
        "%s, yet %d different records were read".formatted(total, mostCounted()),
        Advice.paging(pagination)
            + "if that is no number of all records that this list gives, name \"%s\" in ignoredSigns"
                .formatted(total.sign().place()));
  }

  private Contradicted early(Count count) {
    return new Contradicted(
        Contradiction.MORE,
        "%s, yet %d %s read".formatted(count, pages, pages == 1 ? "page was" : "pages were"),
        Advice.paging(pagination)
            + "if that is no number of pages, name \"%s\" in ignoredSigns"
                .formatted(count.sign().place()));
  }

  /** A number that the user has named, and no answer held. */
  Optional<Contradicted> missing() {
    if (last.isEmpty()) {
      return Optional.empty();
    }
    boolean hasEnvelope = last.filter(page -> page.response().body().isObject()).isPresent();
    return counts.lacksDeclared()
            && (hasEnvelope || !pagination.signs().declared().totalHeaders().isEmpty())
        ? Optional.of(
            new Contradicted(
                Contradiction.MORE,
                "no answer held the number that totalPath, totalHeader or pagesPath names",
                "correct the path, or leave it out"))
        : Optional.empty();
  }

  private Stream<Count> ambiguous() {
    return last.stream().flatMap(page -> counts.ambiguous(page.request(), pagination));
  }

  private boolean provesByNumbers() {
    return whole && !counts.isCapped();
  }

  /** A number of all records that as many were read of. */
  Optional<String> totalProof() {
    return Stream.concat(
            counts.totals(), ambiguous().filter(count -> count.isWhole() && !count.changed()))
        .filter(total -> total.sign().aboutList())
        .filter(total -> provesByNumbers() && countsAll(total))
        .map(total -> total + (inner.isNested() ? ", and so many were read" : AS_MANY))
        .findFirst();
  }

  /** A number of pages of which all were read. */
  Optional<String> pagesProof() {
    return counts
        .pages()
        .filter(count -> count.sign().aboutList())
        .filter(count -> provesByNumbers() && Counts.isReached(count, pages, countsFromZero()))
        .map(count -> count + ", and all pages up to it were read")
        .findFirst();
  }

  private boolean countsFromZero() {
    return pagination instanceof Pagination.PageNumber numbers && numbers.startPage() == 0;
  }
}
