package dev.seaway.core.read;

import dev.seaway.connector.ApiClient;
import dev.seaway.connector.ApiRequest;
import dev.seaway.connector.Kind;
import dev.seaway.connector.Page;
import dev.seaway.core.evidence.Verdict;
import java.util.List;
import java.util.function.Consumer;

/** Reads the lists of a source page by page, with the values of their paths' parameters. */
public final class KindReader {

  private static final long MOST_LISTS = 1_000_000;

  private final ApiClient api;
  private final ParameterValues parameters;
  private final IgnoredSigns ignored = new IgnoredSigns();
  private final int pageLimit;
  private final int readAhead;
  private final long mostLists;

  /**
   * @param pageLimit pages of one list after which its paging is held to be broken
   * @param readAhead requests of one list that are sent before their turn at most; 0 for none
   */
  public KindReader(ApiClient api, int pageLimit, int readAhead) {
    this(api, pageLimit, readAhead, MOST_LISTS);
  }

  /**
   * @param mostLists that the path parameters of one kind may make
   */
  public KindReader(ApiClient api, int pageLimit, int readAhead, long mostLists) {
    this.api = api;
    this.pageLimit = pageLimit;
    this.readAhead = readAhead;
    this.mostLists = mostLists;
    this.parameters =
        new ParameterValues(
            split -> pages(split, new StartPosition.First(), Gathering.NONE), mostLists);
  }

  /**
   * Tells what will be read, so that a list which is a kind and also holds the values of path
   * parameters is read once. Without it all is read as well, only more often.
   */
  public void expect(List<Listing> listings) {
    listings.forEach(listing -> parameters.want(listing.parameters()));
  }

  /** What it reads by. */
  public ApiClient api() {
    return api;
  }

  /** Places and headers that {@code ignoredSigns} names and that no answer has held. */
  public List<String> unheldSigns() {
    return ignored.unheld();
  }

  /** One that knows nothing of what this one has read, so that it reads all anew. */
  public KindReader anew() {
    return new KindReader(api, pageLimit, readAhead, mostLists);
  }

  /**
   * The lists of a kind: one, or one for each combination of the values of its path's parameters.
   * The values are read while one goes through.
   *
   * @param verdicts told of each list of values whether it was read to its end, before any list
   *     that needs the values
   */
  public Iterable<Split> splits(Listing listing, Consumer<Verdict> verdicts) {
    return () -> parameters.splits(listing, verdicts);
  }

  /** The pages of one list from there on; to be closed. */
  public ListPages pages(Split split, StartPosition from) {
    boolean isWhole = from instanceof StartPosition.First;
    return pages(split, from, isWhole ? parameters.gathering(split) : Gathering.NONE);
  }

  private ListPages pages(Split split, StartPosition from, Gathering gathering) {
    ListPaging paging = new ListPaging(split.listing());
    ApiRequest start = paging.first(split.request(), from);
    return new ListPages(
        split,
        paging,
        new ListTrail(split.listing(), start, from, pageLimit, ignored),
        new ReadAhead(api, split.listing().pagination(), readAhead),
        start,
        gathering);
  }

  /** Hands over the pages of a list that only code can read. */
  public void read(Kind.Code kind, Consumer<Page> pages) {
    CodePages taken = new CodePages(pages);
    try {
      ListPaging.guarded(
          kind.name(),
          () -> {
            kind.reader().read(api, taken);
            return true;
          });
    } finally {
      taken.rethrow();
    }
  }
}
