package dev.seaway.connector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever the server grants and says, every record is read once and in order. */
class PaginationPropertyTest {

  private static final JsonPointer VALUES = JsonPointer.compile("/values");

  /** Which flags the server sends. */
  enum Flags {
    NONE,
    MORE,
    LAST,
    BOTH
  }

  @Property
  void offsetReadsEveryRecordOnce(
      @ForAll @IntRange(max = 120) int total,
      @ForAll @IntRange(min = 1, max = 40) int cap,
      @ForAll @IntRange(min = 1, max = 60) int asked,
      @ForAll Flags flags) {
    Server server = new Server(total, cap, flags);

    assertThat(
            read(
                new Pagination.Offset("start", "limit", asked, server.more()),
                request ->
                    server.answer(number(request, "start"), number(request, "limit"), "", "")))
        .isEqualTo(server.all());
  }

  @Property
  void pageNumberReadsEveryRecordOnce(
      @ForAll @IntRange(max = 120) int total,
      @ForAll @IntRange(min = 1, max = 40) int cap,
      @ForAll @IntRange(min = 1, max = 60) int asked,
      @ForAll @IntRange(max = 2) int startPage,
      @ForAll Flags flags) {
    Server server = new Server(total, cap, flags);

    assertThat(
            read(
                new Pagination.PageNumber("page", "size", asked, startPage, server.more()),
                request -> {
                  int granted = Math.min(number(request, "size"), cap);
                  int from = (number(request, "page") - startPage) * granted;
                  return server.answer(from, granted, "", "");
                }))
        .isEqualTo(server.all());
  }

  @Property
  void cursorReadsEveryRecordOnce(
      @ForAll @IntRange(max = 120) int total,
      @ForAll @IntRange(min = 1, max = 40) int cap,
      @ForAll @IntRange(min = 1, max = 60) int asked,
      @ForAll Flags flags) {
    Server server = new Server(total, cap, flags);

    assertThat(
            read(
                new Pagination.Cursor(
                    "after", "limit", asked, List.of(JsonPointer.compile("/next")), server.more()),
                request ->
                    server.answer(
                        request.query("after").map(token -> number(token, "c")).orElse(0),
                        number(request, "limit"),
                        "c",
                        "")))
        .isEqualTo(server.all());
  }

  @Property
  void nextLinkReadsEveryRecordOnce(
      @ForAll @IntRange(max = 120) int total,
      @ForAll @IntRange(min = 1, max = 40) int cap,
      @ForAll Flags flags) {
    Server server = new Server(total, cap, flags);

    assertThat(
            read(
                new Pagination.NextLink(
                    List.of(JsonPointer.compile("/next")), Optional.empty(), server.more()),
                request -> server.answer(position(request), cap, "/things?from=", "")))
        .isEqualTo(server.all());
  }

  @Property
  void headerLinkReadsEveryRecordOnce(
      @ForAll @IntRange(max = 120) int total,
      @ForAll @IntRange(min = 1, max = 40) int cap,
      @ForAll Flags flags) {
    Server server = new Server(total, cap, flags);

    assertThat(
            read(
                new Pagination.HeaderLink("next", Optional.empty(), server.more()),
                request -> server.answer(position(request), cap, "", "/things?from=")))
        .isEqualTo(server.all());
  }

  /** The loop of an engine, with a limit that no right strategy reaches. */
  private static List<Integer> read(Pagination pagination, ApiClient api) {
    List<Integer> read = new ArrayList<>();
    Optional<ApiRequest> request = Optional.of(pagination.first(ApiRequest.get("/things")));
    for (int pages = 0; request.isPresent(); pages++) {
      assertThat(pages).as("pages read").isLessThan(200);
      ApiResponse response = api.send(request.get());
      Page page = new Page(List.copyOf(response.body().at(VALUES).valueStream().toList()));
      page.records().forEach(record -> read.add(record.intValue()));
      request = pagination.next(request.get(), response, page);
    }
    return read;
  }

  private static int number(ApiRequest request, String parameter) {
    return Integer.parseInt(request.query(parameter).orElseThrow());
  }

  private static int number(String token, String prefix) {
    return Integer.parseInt(token.substring(prefix.length()));
  }

  private static int position(ApiRequest request) {
    int equals = request.target().indexOf('=');
    return equals < 0 ? 0 : Integer.parseInt(request.target().substring(equals + 1));
  }

  /** Grants at most {@code cap} records a page. */
  private record Server(int total, int cap, Flags flags) {

    List<Integer> all() {
      return IntStream.range(0, total).boxed().toList();
    }

    EndSigns more() {
      return new EndSigns(
          List.of(JsonPointer.compile("/more")), List.of(JsonPointer.compile("/last")));
    }

    /** Records from a position, with a token or a link to those behind them if they are wanted. */
    ApiResponse answer(int from, int size, String token, String link) {
      int to = Math.min(total, from + Math.min(size, cap));
      boolean more = to < total;
      ObjectNode body = JsonNodeFactory.instance.objectNode();
      IntStream.range(Math.min(from, total), to).forEach(body.putArray("values")::add);
      if (flags == Flags.MORE || flags == Flags.BOTH) {
        body.put("more", more);
      }
      if (flags == Flags.LAST || flags == Flags.BOTH) {
        body.put("last", !more);
      }
      if (more && !token.isEmpty()) {
        body.put("next", token + to);
      }
      Map<String, List<String>> headers =
          more && !link.isEmpty()
              ? Map.of("link", List.of("</>; rel=first, <" + link + to + ">; rel=next"))
              : Map.of();
      return new ApiResponse(200, headers, body);
    }
  }
}
