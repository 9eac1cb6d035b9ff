package dev.seaway.core.resync;

import dev.seaway.core.SeawayException;
import dev.seaway.core.http.ApiException;
import dev.seaway.core.read.KindReader;
import dev.seaway.core.read.ListPages;
import dev.seaway.core.read.Listing;
import dev.seaway.core.read.Split;
import dev.seaway.core.read.StartPosition;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the tool for the first page of the first list, where no run does so at the start: wrong
 * credentials are found at once and not by the first event.
 */
public record SourceCheck(KindReader reader) {

  private static final Logger log = LoggerFactory.getLogger(SourceCheck.class);

  /**
   * Throws where the tool does not know the credentials; another failure may pass, and is logged.
   */
  public void run(SyncPlan plan) {
    List<Listing> lists = plan.listings();
    if (lists.isEmpty()) {
      return;
    }
    try {
      askFor(lists.getFirst());
    } catch (ApiException e) {
      if (e.concernsWholeApi() && e.reason() != ApiException.Reason.UNREACHABLE) {
        throw e;
      }
      warn(e);
    } catch (SeawayException e) {
      warn(e);
    }
  }

  /** One page is enough. */
  private void askFor(Listing listing) {
    for (Split split : reader.splits(listing, _ -> {})) {
      try (ListPages pages = reader.pages(split, new StartPosition.First())) {
        log.debug("The tool has answered; it has records: {}", pages.iterator().hasNext());
        return;
      }
    }
  }

  private static void warn(SeawayException failure) {
    log.warn("The tool could not be read at the start: {}", failure.getMessage());
  }
}
