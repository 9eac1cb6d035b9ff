package dev.seaway.core.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seaway.connector.ApiClient;
import dev.seaway.connector.ApiRequest;
import dev.seaway.connector.ApiResponse;
import dev.seaway.connector.Pagination;
import dev.seaway.connector.Pagination.More;
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
   * @param ignoresPosition whether each page is the first
   * @param flag how it says whether there is more
   */
  record Server(
      int records, int cap, int shortAt, int failingAt, boolean ignoresPosition, Flag flag)
      implements ApiClient {

    enum Flag {
      RIGHT,
      SILENT,
      ALWAYS_LAST,
      NEVER_LAST
    }

    @Override
    public ApiResponse send(ApiRequest request) {
      int asked = Integer.parseInt(request.query("start").orElseThrow());
      int limit = Integer.parseInt(request.query("limit").orElseThrow());
      if (failingAt >= 0 && asked >= failingAt) {
        throw ApiFailures.status(500);
      }
      int start = ignoresPosition ? 0 : asked;
      int granted = Math.min(limit, start == shortAt ? Math.max(1, cap / 2) : cap);
      return new ApiResponse(200, Map.of(), page(start, Math.min(records, start + granted)));
    }

    private ObjectNode page(int start, int end) {
      ObjectNode body = JsonNodeFactory.instance.objectNode();
      var values = body.putArray("values");
      for (int id = start; id < end; id++) {
        values.addObject().put("id", id);
      }
      switch (flag) {
        case RIGHT -> body.put("last", end >= records);
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
      @ForAll("servers") Server server, @ForAll("limits") int ahead) {
    assertThat(read(server, ahead)).isEqualTo(read(server, 0));
  }

  @Provide
  Arbitrary<Server> servers() {
    Arbitrary<Integer> positions = Arbitraries.integers().between(-1, 60);
    return Combinators.combine(
            Arbitraries.integers().between(0, 60),
            Arbitraries.integers().between(1, 12),
            positions,
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

  private static Reading read(Server server, int ahead) {
    More more = new More(List.of(), List.of(JsonPointer.compile("/last")));
    Listing listing =
        new Listing(
            "things",
            ApiRequest.get("/things"),
            body -> body.path("values").valueStream().toList(),
            new Pagination.Offset("start", "limit", 10, more),
            List.of());
    List<JsonNode> records = new ArrayList<>();
    try {
      new KindReader(server, 100, ahead).read(listing, page -> records.addAll(page.records()));
      return new Reading(records, Optional.empty());
    } catch (SeawayException e) {
      return new Reading(records, Optional.ofNullable(e.getMessage()));
    }
  }
}
