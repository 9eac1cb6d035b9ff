package dev.seaway.core.resync;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seaway.connector.ApiResponse;
import dev.seaway.core.ApiFailures;
import dev.seaway.core.resync.ApiShape.Behind;
import dev.seaway.core.resync.ApiShape.LinkToo;
import dev.seaway.core.resync.ApiShape.Sign;
import dev.seaway.core.resync.ApiShape.Style;
import dev.seaway.core.resync.Fault.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** One answer of a list: its records, and what it says beside them. */
final class ListAnswer {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final ApiShape shape;
  private final Function<Kind, Optional<Fault>> faults;
  private final String path;
  private final ListRequest asked;
  private final List<String> visible;
  private final ListTrace trace;
  private final Map<String, List<String>> headers = new LinkedHashMap<>();
  private List<String> shown = new ArrayList<>();
  private int next = -1;

  /**
   * @param visible all records of the list
   */
  ListAnswer(
      ApiShape shape,
      Function<Kind, Optional<Fault>> faults,
      String path,
      ListRequest asked,
      List<String> visible,
      ListTrace trace) {
    this.shape = shape;
    this.faults = faults;
    this.path = path;
    this.asked = asked;
    this.visible = visible;
    this.trace = trace;
  }

  ApiResponse response() {
    failing();
    cut();
    ObjectNode root = JSON.objectNode();
    Optional<Fault> error = here(Kind.ERROR_OBJECT);
    if (error.isPresent()) {
      trace.fault("an error object");
      root.putObject("error").put("message", "try again").put("code", 7);
      return new ApiResponse(200, Map.of(), root);
    }
    boolean bare = shape.records().isEmpty();
    if (!bare) {
      partial(root);
    }
    int status = status();
    ArrayNode records = records();
    say(root);
    if (bare) {
      return new ApiResponse(status, headers, records);
    }
    SignWriter.put(root, shape.records(), records);
    root.put("took", 7).put("limit", asked.size()).put("offset", asked.position());
    if (!root.has("errors")) {
      root.putArray("errors");
    }
    return new ApiResponse(status, headers, root);
  }

  private void failing() {
    if (here(Kind.FAILURE).isPresent()) {
      trace.fault("500");
      throw ApiFailures.status(500);
    }
    boolean behind = asked.position() > 0 && asked.position() >= visible.size();
    if (behind && shape.style().isNumbered() && shape.behind() == Behind.NOT_FOUND) {
      throw ApiFailures.status(404);
    }
  }

  private Optional<Fault> here(Kind kind) {
    return faults.apply(kind).filter(fault -> fault.at() == asked.page());
  }

  private void cut() {
    int position = asked.position();
    int reach =
        faults
            .apply(Kind.CAPPED)
            .map(fault -> Math.min(visible.size(), 3 * fault.at()))
            .orElse(visible.size());
    if (shape.style().isNumbered()
        && shape.behind() == Behind.LAST_PAGE_AGAIN
        && position >= reach
        && reach > 0) {
      position = (reach - 1) / asked.size() * asked.size();
    }
    if (here(Kind.PAGE_REPEATED).isPresent()) {
      position = Math.max(0, position - asked.size());
    }
    int end = Math.min(asked.end(), reach);
    shown = sublist(position, Math.min(position + asked.size(), reach));
    boolean full = end == reach && shown.size() == asked.size() && shape.tokenAtEnd();
    next = end < reach || (full && asked.end() == reach) ? asked.end() : -1;
    if (here(Kind.NEXT_DROPPED).isPresent()) {
      next = -1;
    }
    faults
        .apply(Kind.FILTERED_AFTER_PAGING)
        .ifPresent(fault -> shown.removeIf(id -> (id.hashCode() + fault.form()) % 4 == 0));
    here(Kind.EMPTY_PAGE)
        .ifPresent(
            fault -> {
              shown.clear();
              next = next < 0 ? asked.end() : next;
            });
    if (faults.apply(Kind.EMPTY_BESIDE_TOTAL).isPresent()) {
      shown.clear();
      next = -1;
    }
  }

  private List<String> sublist(int from, int to) {
    return from >= to ? new ArrayList<>() : new ArrayList<>(visible.subList(from, to));
  }

  /** A part only, and a word or a status that says so. */
  private void partial(ObjectNode root) {
    for (Kind kind : List.of(Kind.PARTIAL, Kind.BAD_STATUS, Kind.WARNING, Kind.ERROR_BESIDE)) {
      here(kind)
          .ifPresent(
              fault -> {
                leaveOut(fault, kind.toString());
                PartWords.put(root, shape.records(), fault);
              });
    }
  }

  private int status() {
    Optional<Fault> fault = here(Kind.HTTP_STATUS);
    fault.ifPresent(found -> leaveOut(found, "an odd status"));
    return fault.map(found -> List.of(202, 206, 207).get(found.form() % 3)).orElse(200);
  }

  private void leaveOut(Fault fault, String told) {
    trace.fault(told);
    shown.removeIf(id -> (id.hashCode() + fault.form()) % 2 == 0);
  }

  private ArrayNode records() {
    here(Kind.DUPLICATE)
        .filter(_ -> shown.size() > 1)
        .ifPresent(fault -> shown.set(shown.size() - 1, shown.getFirst()));
    ArrayNode records = JSON.arrayNode();
    shown.forEach(id -> records.add(record(id)));
    here(Kind.BAD_RECORDS)
        .filter(_ -> !shown.isEmpty())
        .ifPresent(
            fault -> {
              trace.unidentified();
              int place = fault.form() % shown.size();
              shown.remove(place);
              records.set(place, unidentified(fault));
            });
    return records;
  }

  private static ObjectNode record(String id) {
    return JSON.objectNode()
        .put("id", id)
        .put("group", SourceModel.isInGroupA(id) ? "a" : "b")
        .put("total", 3)
        .put("next", "/elsewhere");
  }

  private static JsonNode unidentified(Fault fault) {
    ObjectNode record = JSON.objectNode();
    return switch (fault.form() % 5) {
      case 0 -> record;
      case 1 -> record.put("group", "a");
      case 2 -> record.putNull("id");
      case 3 -> {
        record.putObject("error").put("message", "not now");
        yield record;
      }
      default -> JSON.nullNode();
    };
  }

  private void say(ObjectNode root) {
    int lag =
        faults.apply(Kind.TOTAL_LAGS).map(fault -> fault.at() == 2 ? 3 : fault.at() - 2).orElse(0);
    int total = Math.max(0, visible.size() + lag);
    int pages = (visible.size() + asked.size() - 1) / asked.size();
    boolean more = asked.end() < visible.size();
    SignWriter signs = new SignWriter(shape, root, headers);
    signs.flag(Sign.MORE, more);
    signs.flag(Sign.LAST, !more);
    signs.flag(Sign.FIRST, asked.position() == 0);
    signs.flag(Sign.PREVIOUS, asked.position() > 0);
    signs.number(Sign.TOTAL, total);
    signs.number(Sign.COUNT, total);
    signs.number(Sign.PAGES, pages);
    boolean link = link(pages);
    boolean named = shape.style().isNamed() && next >= 0;
    if (shape.sign(Sign.NEXT).isPresent()) {
      named = next >= 0;
      next(root);
    }
    boolean again =
        shape.behind() == Behind.LAST_PAGE_AGAIN
            && asked.position() >= visible.size()
            && !shown.isEmpty();
    if (again && trace.claimsEnd()) {
      return; // What comes behind a claimed end brings nothing.
    }
    // A count that is the size that was asked for says nothing.
    boolean counted =
        shape.sign(Sign.TOTAL).isPresent()
            || (shape.sign(Sign.COUNT).isPresent() && total != shape.asked());
    boolean flagged = shape.sign(Sign.MORE).isPresent() || shape.sign(Sign.LAST).isPresent();
    boolean placed = shape.sign(Sign.FIRST).isPresent() || shape.sign(Sign.PREVIOUS).isPresent();
    trace.take(
        new ListTrace.Said(
            List.copyOf(shown),
            counted ? total : null,
            shape.sign(Sign.TOTAL).isPresent(),
            shape.sign(Sign.PAGES).isPresent() ? pages : null,
            flagged ? (Boolean) more : null,
            named
                || (link && shape.linkToo() == LinkToo.FIRST_AND_LAST && asked.page() < pages - 1),
            link && next < 0,
            placed && asked.position() > 0));
  }

  private void next(ObjectNode root) {
    List<String> place = shape.sign(Sign.NEXT).orElseThrow().path();
    if (next >= 0) {
      SignWriter.put(
          root, place, JSON.textNode(shape.style() == Style.CURSOR ? "c" + next : target(next)));
      return;
    }
    switch (shape.next()) {
      case NULL -> SignWriter.put(root, place, JSON.nullNode());
      case TEXT -> SignWriter.put(root, place, JSON.textNode(""));
      case ABSENT -> {
        // Nothing stands there.
      }
    }
  }

  private String target(int position) {
    return path
        + switch (shape.style()) {
          case PAGE_FROM_1 -> "?page=" + (position / asked.size() + 1);
          case PAGE_FROM_0 -> "?page=" + position / asked.size();
          default -> "?from=" + position;
        }
        + "&limit="
        + asked.size();
  }

  /** Whether there is such a header. */
  private boolean link(int pages) {
    if (shape.style() != Style.HEADER_LINK) {
      return false;
    }
    List<String> links = new ArrayList<>();
    if (next >= 0) {
      links.add("<" + target(next) + ">; rel=\"next\"");
    }
    if (shape.linkToo() != LinkToo.NOTHING) {
      links.add("<" + target(0) + ">; rel=\"first\"");
    }
    if (shape.linkToo() == LinkToo.FIRST_AND_LAST) {
      links.add("<" + target(Math.max(0, pages - 1) * asked.size()) + ">; rel=\"last\"");
    }
    if (!links.isEmpty()) {
      headers.put("link", List.of(String.join(", ", links)));
    }
    return !links.isEmpty();
  }
}
