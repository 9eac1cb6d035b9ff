package dev.seaway.core.resync;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.connector.Page;
import dev.seaway.core.SeawayException;
import dev.seaway.core.catalog.CatalogClient;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows the first records of each kind, masked, in the catalog's mapping editor. Best effort: a
 * failure is logged and no more.
 */
final class RawExamples {

  private static final Logger log = LoggerFactory.getLogger(RawExamples.class);
  private static final int PER_KIND = 5;

  private final CatalogClient catalog;
  private final boolean wanted;
  private final Map<String, Integer> sent = new ConcurrentHashMap<>();

  RawExamples(CatalogClient catalog, boolean wanted) {
    this.catalog = catalog;
    this.wanted = wanted;
  }

  void offer(String kind, Page page) {
    int before = sent.getOrDefault(kind, 0);
    if (!wanted || before == PER_KIND || page.records().isEmpty()) {
      return;
    }
    List<JsonNode> examples =
        page.records().stream().limit(PER_KIND - before).map(Masking::masked).toList();
    sent.put(kind, before + examples.size());
    try {
      catalog.examples(kind, examples);
    } catch (SeawayException e) {
      log.warn("The catalog did not take example records of {}: {}", kind, e.getMessage());
    }
  }
}
