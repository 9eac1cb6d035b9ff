package dev.seaway.core.resync;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seaway.connector.ApiClient;
import dev.seaway.connector.ApiRequest;
import dev.seaway.connector.ApiResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A tool whose one list changes while it is read. It is paged by {@code start} and {@code limit}.
 */
final class ChangingTool implements ApiClient {

  /** What happens to the list once a request was answered. */
  sealed interface Change {

    /** The record of that place, if there is one, goes. */
    record Remove(int place) implements Change {}

    /** A new record at the end. */
    record Append() implements Change {}

    /** A new record at that place. */
    record Insert(int place) implements Change {}

    /** A record changes its place. */
    record Move(int from, int to) implements Change {}
  }

  /**
   * A change and its moment.
   *
   * @param reading how often the list's beginning was asked for by then
   * @param request the number of the request, from 1, within that reading
   */
  record Moment(int reading, int request, Change change) {}

  private final List<String> records;
  private final List<Moment> moments;
  private int reading;
  private int request;
  private int added;

  ChangingTool(List<String> records, List<Moment> moments) {
    this.records = new ArrayList<>(records);
    this.moments = moments;
  }

  /** What is there now. */
  synchronized List<String> records() {
    return List.copyOf(records);
  }

  synchronized int readings() {
    return reading;
  }

  @Override
  public synchronized ApiResponse send(ApiRequest asked) {
    int limit = number(asked, "limit").orElseThrow();
    int start =
        number(asked, "page")
            .map(page -> (page - 1) * limit)
            .or(() -> number(asked, "start"))
            .orElse(0);
    reading += start == 0 ? 1 : 0;
    request = start == 0 ? 1 : request + 1;
    ObjectNode page = page(start, Math.min(records.size(), start + limit), limit);
    moments.stream()
        .filter(moment -> moment.reading() == reading && moment.request() == request)
        .forEach(moment -> change(moment.change()));
    return new ApiResponse(200, Map.of(), page);
  }

  /** A link that is followed has its query in the target. */
  private static Optional<Integer> number(ApiRequest asked, String name) {
    Matcher linked = Pattern.compile("[?&]" + name + "=([0-9]+)").matcher(asked.target());
    return asked
        .query(name)
        .or(() -> linked.find() ? Optional.of(linked.group(1)) : Optional.empty())
        .map(Integer::valueOf);
  }

  private ObjectNode page(int start, int end, int limit) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    var values = body.putArray("values");
    records.stream().limit(end).skip(start).forEach(id -> values.addObject().put("id", id));
    body.put("isLast", end == records.size());
    if (end < records.size()) {
      body.put("next", "/things?start=" + end + "&limit=" + limit);
    }
    return body;
  }

  private void change(Change change) {
    switch (change) {
      case Change.Remove gone -> {
        if (gone.place() < records.size()) {
          records.remove(gone.place());
        }
      }
      case Change.Append _ -> records.add("new" + added++);
      case Change.Insert at -> records.add(Math.min(at.place(), records.size()), "new" + added++);
      case Change.Move move -> {
        if (move.from() < records.size()) {
          records.add(Math.min(move.to(), records.size() - 1), records.remove(move.from()));
        }
      }
    }
  }
}
