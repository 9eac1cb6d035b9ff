package dev.seaway.core.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seaway.connector.ApiClient;
import dev.seaway.connector.ApiRequest;
import dev.seaway.connector.ApiResponse;
import dev.seaway.connector.EndSigns;
import dev.seaway.connector.Pagination;
import dev.seaway.core.ApiFailures;
import dev.seaway.core.SeawayException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Reading ahead gives the same records and the same failure as reading page by page, whatever the
 * server does.
 */
class ReadAheadPropertyTest {

  /**
   * A server that is a function of the request.
   *
   * @param cap records granted at most
   * @param shortAt a position at which fewer than that are granted; -1 for none
   * @param failingAt a position at which it fails; -1 for none
   * @param shrunkFrom the position from which on its first record is gone; -1 for none
   * @param ignoresPosition whether each page is the first
   * @param flag how it says whether there is more
   */
  record Server(
      int records,
      int cap,
      int shortAt,
      int failingAt,
      int shrunkFrom,
      boolean ignoresPosition,
      Flag flag)
      implements ApiClient {

    enum Flag {
      RIGHT,
      SILENT,
      ALWAYS_LAST,
      NEVER_LAST
    }

    @Override
    public ApiResponse send(ApiRequest request) {
      int limit = Integer.parseInt(request.query("limit").orElseThrow());
      int asked =
          request
              .query("page")
              .map(page -> (Integer.parseInt(page) - 1) * limit)
              .orElseGet(() -> Integer.parseInt(request.query("start").orElseThrow()));
      if (failingAt >= 0 && asked >= failingAt) {
        throw ApiFailures.status(500);
      }
      int start = ignoresPosition ? 0 : asked;
      int granted = Math.min(limit, start == shortAt ? Math.max(1, cap / 2) : cap);
      int gone = shrunkFrom >= 0 && asked >= shrunkFrom ? 1 : 0;
      int left = Math.max(0, records - gone);
      return new ApiResponse(200, Map.of(), page(gone, start, Math.min(left, start + granted)));
    }

    private ObjectNode page(int gone, int start, int end) {
      ObjectNode body = JsonNodeFactory.instance.objectNode();
      var values = body.putArray("values");
      for (int id = start; id < end; id++) {
        values.addObject().put("id", id + gone);
      }
      switch (flag) {
        case RIGHT -> body.put("last", end >= records - gone);
        case ALWAYS_LAST -> body.put("last", true);
        case NEVER_LAST -> body.put("last", false);
        case SILENT -> {}
      }
      return body;
    }
  }

  private record Reading(List<JsonNode> records, Optional<String> failure) {}

  @Property
  void readsTheSameAheadAsPageByPage(
      @ForAll("servers") Server server,
      @ForAll("limits") int ahead,
      @ForAll("paginations") Pagination pagination) {
    assertThat(read(server, pagination, ahead)).isEqualTo(read(server, pagination, 0));
  }

  @Provide
  Arbitrary<Server> servers() {
    Arbitrary<Integer> positions = Arbitraries.integers().between(-1, 60);
    return Combinators.combine(
            Arbitraries.integers().between(0, 60),
            Arbitraries.integers().between(1, 12),
            positions,
            Arbitraries.oneOf(Arbitraries.just(-1), positions),
            Arbitraries.oneOf(Arbitraries.just(-1), positions),
            Arbitraries.frequency(
                net.jqwik.api.Tuple.of(9, false), net.jqwik.api.Tuple.of(1, true)),
            Arbitraries.of(Server.Flag.values()))
        .as(Server::new);
  }

  @Provide
  Arbitrary<Integer> limits() {
    return Arbitraries.integers().between(1, 12);
  }

  @Provide
  Arbitrary<Pagination> paginations() {
    EndSigns more = new EndSigns(List.of(), List.of(JsonPointer.compile("/last")));
    return Arbitraries.of(
        new Pagination.Offset("start", "limit", 10, more),
        new Pagination.PageNumber("page", "limit", 10, 1, more));
  }

  private static Reading read(Server server, Pagination pagination, int ahead) {
    Listing listing =
        new Listing(
            "things",
            ApiRequest.get("/things"),
            body -> body.path("values").valueStream().toList(),
            pagination,
            List.of());
    List<JsonNode> records = new ArrayList<>();
    try {
      Reads.all(
          new KindReader(server, 100, ahead), listing, page -> records.addAll(page.records()));
      return new Reading(records, Optional.empty());
    } catch (SeawayException e) {
      return new Reading(records, Optional.ofNullable(e.getMessage()));
    }
  }
}
