package dev.seaway.core.read;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.connector.Page;
import java.util.Map;
import java.util.function.Consumer;

/** Takes the pages of a kind, list by list. Called on the thread that reads. */
public interface PageTaker {

  /** Where the list of these values begins. Asked once, before it is read. */
  default Beginning beginning(Map<String, JsonNode> values) {
    return new Beginning.First();
  }

  /** Takes a page, as soon as it was read. */
  void take(Page page, Place place);

  /** Takes all lists from their first pages on. */
  static PageTaker of(Consumer<Page> pages) {
    return (page, _) -> pages.accept(page);
  }
}
