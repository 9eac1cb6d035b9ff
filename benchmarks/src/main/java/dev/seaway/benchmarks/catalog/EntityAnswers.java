package dev.seaway.benchmarks.catalog;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.seaway.benchmarks.wire.Bytes;
import dev.seaway.benchmarks.wire.WireRequest;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** The calls about entities. Safe for all threads at once. */
final class EntityAnswers {

  private final Store store;
  private final Instant began = Instant.now();
  private final LongAdder written = new LongAdder();
  private final Map<String, String> datasources = new ConcurrentHashMap<>();

  EntityAnswers(Store store) {
    this.store = store;
  }

  /** Entities that came in bulks since the last reset. */
  LongAdder written() {
    return written;
  }

  int bulk(WireRequest request, Bytes body) throws IOException {
    String blueprint = request.path().split("/", -1)[3];
    String datasource = datasources.computeIfAbsent(request.userAgent(), name -> name);
    long now = since(Instant.now());
    body.add("{\"ok\":true,\"entities\":[");
    int index = 0;
    for (Bulk.Sent sent : Bulk.entities(request)) {
      boolean created = store.put(blueprint, sent.identifier(), sent.json(), datasource, now);
      body.add(index == 0 ? "{\"index\":" : ",{\"index\":").add(Integer.toString(index));
      body.add(",\"identifier\":\"" + sent.identifier() + "\",\"created\":" + created + "}");
      index++;
      written.increment();
    }
    body.add("],\"errors\":[]}");
    return 200;
  }

  int search(WireRequest request, Bytes body) throws IOException {
    Search search = Search.read(request);
    body.add("{\"ok\":true,\"entities\":[");
    String separator = "";
    for (String identifier : search.identifiers()) {
      Stored stored = store.find(search.blueprints().getFirst(), identifier);
      if (stored != null && search.matches(stored)) {
        body.add(separator).add(stored.json());
        separator = ",";
      }
    }
    body.add("]}");
    return 200;
  }

  /** A page begins after the last entity of the page before, whatever was deleted meanwhile. */
  int listing(WireRequest request, Bytes body) throws IOException {
    Map<String, String> asked = fields(request);
    String prefix = asked.getOrDefault("datasource_prefix", "");
    String suffix = asked.getOrDefault("datasource_suffix", "");
    @Nullable String text = asked.get("before");
    long before = text == null ? Long.MAX_VALUE : since(Instant.parse(text));
    int limit = Integer.parseInt(asked.getOrDefault("limit", "1000"));
    List<Stored> page =
        store.list(
            Integer.parseInt(asked.getOrDefault("from", "0")),
            limit,
            stored ->
                stored.updatedAt() < before
                    && stored.datasource().startsWith(prefix)
                    && stored.datasource().endsWith(suffix));
    write(page, limit, body);
    return 200;
  }

  private static void write(List<Stored> page, int limit, Bytes body) {
    body.add("{\"ok\":true,\"entities\":[");
    for (int index = 0; index < page.size(); index++) {
      body.add(index == 0 ? "" : ",").add(page.get(index).json());
    }
    body.add("]");
    if (page.size() == limit) {
      body.add(",\"next\":\"" + (page.getLast().sequence() + 1) + "\"");
    }
    body.add("}");
  }

  int delete(WireRequest request, Bytes body) throws IOException {
    String blueprint = request.path().split("/", -1)[3];
    body.add("{\"ok\":true,\"deletedEntities\":[");
    String separator = "\"";
    for (String identifier : Bulk.texts(request, "entities")) {
      if (store.remove(blueprint, identifier)) {
        body.add(separator + identifier + "\"");
        separator = ",\"";
      }
    }
    body.add("]}");
    return 200;
  }

  private long since(Instant instant) {
    return Duration.between(began, instant).toNanos();
  }

  private static Map<String, String> fields(WireRequest request) throws IOException {
    Map<String, String> fields = new HashMap<>();
    try (JsonParser parser = Bulk.parser(request)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        parser.nextToken();
        fields.put(name, parser.getText());
      }
    }
    return fields;
  }
}
