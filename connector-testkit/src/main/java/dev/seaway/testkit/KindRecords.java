package dev.seaway.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seaway.connector.ApiClient;
import dev.seaway.connector.Kind;
import dev.seaway.connector.Source;
import dev.seaway.core.SeawayException;
import dev.seaway.core.evidence.Verdict;
import dev.seaway.core.http.ApiClients;
import dev.seaway.core.http.Transport;
import dev.seaway.core.read.KindReader;
import dev.seaway.core.read.ListPages;
import dev.seaway.core.read.Listing;
import dev.seaway.core.read.PageAt;
import dev.seaway.core.read.Split;
import dev.seaway.core.read.StartPosition;
import dev.seaway.core.resync.KindPlan;
import dev.seaway.core.resync.SyncPlan;
import dev.seaway.mapping.MappingDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The records of one kind, as the engine reads them.
 *
 * @param verdicts whether each of its lists was read to its end
 */
record KindRecords(String kind, List<JsonNode> records, List<Verdict> verdicts) {

  private static final int MOST_PAGES = 1_000;

  KindRecords {
    records = List.copyOf(records);
    verdicts = List.copyOf(verdicts);
  }

  /**
   * Reads all declared kinds, one after the other.
   *
   * @throws AssertionError if one cannot be read to its end
   */
  static List<KindRecords> read(Source source, Transport transport) {
    return source.kinds().isEmpty()
        ? List.of()
        : read(SyncPlan.of(everything(source), source), source, transport);
  }

  /**
   * Reads the kinds of a plan, one after the other.
   *
   * @throws AssertionError if one cannot be read to its end
   */
  static List<KindRecords> read(SyncPlan plan, Source source, Transport transport) {
    ApiClient client = ApiClients.of(source, transport, new NoWait(), (_, _, _) -> {});
    return plan.kinds().stream()
        .map(kind -> read(kind, new KindReader(client, MOST_PAGES, 0)))
        .toList();
  }

  /** A mapping that reads each declared kind. */
  private static MappingDocument everything(Source source) {
    ObjectNode mapping = JsonNodeFactory.instance.objectNode();
    ArrayNode resources = mapping.putArray("resources");
    for (Kind kind : source.kinds()) {
      ObjectNode resource = resources.addObject().put("kind", kind.name());
      resource.putObject("selector").put("query", "true");
      resource
          .putObject("port")
          .putObject("entity")
          .putObject("mappings")
          .put("identifier", ".id")
          .put("blueprint", "\"any\"");
    }
    return MappingDocument.parse(mapping, Map.of()).document().orElseThrow();
  }

  private static KindRecords read(KindPlan kind, KindReader reader) {
    try {
      return switch (kind.reading()) {
        case KindPlan.Reading.List list -> read(list.listing(), reader);
        case KindPlan.Reading.Code code -> read(code.kind(), reader);
      };
    } catch (SeawayException e) {
      throw new AssertionError(
          "The kind %s cannot be read from its recordings: %s"
              .formatted(kind.name(), e.getMessage()),
          e);
    }
  }

  private static KindRecords read(Listing listing, KindReader reader) {
    List<JsonNode> records = new ArrayList<>();
    List<Verdict> verdicts = new ArrayList<>();
    for (Split split : reader.splits(listing, verdicts::add)) {
      try (ListPages pages = reader.pages(split, new StartPosition.First())) {
        for (PageAt page : pages) {
          records.addAll(page.page().records());
        }
        verdicts.add(pages.verdict());
      }
    }
    return new KindRecords(listing.name(), records, verdicts);
  }

  private static KindRecords read(Kind.Code kind, KindReader reader) {
    List<JsonNode> records = new ArrayList<>();
    reader.read(kind, page -> records.addAll(page.records()));
    return new KindRecords(kind.name(), records, List.of());
  }

  /** What its answers say against their being all. */
  List<String> contradictions() {
    return verdicts.stream()
        .filter(Verdict.Contradicted.class::isInstance)
        .map(Verdict::text)
        .toList();
  }
}
