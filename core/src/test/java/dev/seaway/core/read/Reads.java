package dev.seaway.core.read;

import dev.seaway.connector.Page;
import dev.seaway.core.evidence.Verdict;
import dev.seaway.core.http.ApiException;
import java.util.function.Consumer;

/** Reads all lists of a kind, as a run does. */
public final class Reads {

  private Reads() {}

  static void all(KindReader reader, Listing listing, Consumer<Page> pages) {
    all(reader, listing, pages, _ -> {});
  }

  /**
   * Hands over all pages.
   *
   * @param verdicts told of each list, also of those of values
   */
  public static void all(
      KindReader reader, Listing listing, Consumer<Page> pages, Consumer<Verdict> verdicts) {
    RefusedLists refused = new RefusedLists(listing.name());
    for (Split split : reader.splits(listing, verdicts)) {
      try (ListPages read = reader.pages(split, new StartPosition.First())) {
        read.forEach(page -> pages.accept(page.page()));
        verdicts.accept(read.verdict());
        refused.given();
      } catch (ApiException e) {
        refused.refused(split, e);
      }
    }
    refused.rethrow();
  }
}
