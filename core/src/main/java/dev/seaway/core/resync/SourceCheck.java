package dev.seaway.core.resync;

import dev.seaway.core.SeawayException;
import dev.seaway.core.http.ApiException;
import dev.seaway.core.read.KindReader;
import dev.seaway.core.read.Listing;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the tool for the first page of the first list, where no run does so at the start: wrong
 * credentials are found at once and not by the first event.
 */
public record SourceCheck(KindReader reader) {

  private static final Logger log = LoggerFactory.getLogger(SourceCheck.class);

  /** Ends the reading: one page is enough. */
  private static final class Enough extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /**
   * Throws where the tool does not know the credentials; another failure may pass, and is logged.
   */
  public void run(SyncPlan plan) {
    List<Listing> lists = plan.listings();
    if (lists.isEmpty()) {
      return;
    }
    try {
      reader.read(
          lists.getFirst(),
          _ -> {
            throw new Enough();
          });
    } catch (Enough enough) {
      log.debug("The tool has answered", enough);
    } catch (ApiException e) {
      if (SourceFailure.isTotal(e) && e.reason() != ApiException.Reason.UNREACHABLE) {
        throw e;
      }
      warn(e);
    } catch (SeawayException e) {
      warn(e);
    }
  }

  private static void warn(SeawayException failure) {
    log.warn("The tool could not be read at the start: {}", failure.getMessage());
  }
}
