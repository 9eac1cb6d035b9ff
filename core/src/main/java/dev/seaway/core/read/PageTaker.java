package dev.seaway.core.read;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.connector.Page;
import dev.seaway.core.evidence.Verdict;
import java.util.Map;
import java.util.function.Consumer;

/** Takes the pages of a kind, list by list. Called on the thread that reads. */
public interface PageTaker {

  /** Where the list of these values begins. Asked once, before it is read. */
  default StartPosition beginning(Map<String, JsonNode> values) {
    return new StartPosition.First();
  }

  /** Takes a page, as soon as it was read. */
  void take(Page page, PagePosition place);

  /**
   * Told whether a list was read to its end: of the kind, behind its last page; of the values of a
   * path parameter, before any list that needs them.
   */
  default void ended(Verdict verdict) {}

  /** Takes all lists from their first pages on, and no notice of how they end. */
  static PageTaker of(Consumer<Page> pages) {
    return (page, _) -> pages.accept(page);
  }
}
