package dev.seaway.core.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.connector.ApiRequest;
import dev.seaway.connector.ApiResponse;
import dev.seaway.connector.EndSigns;
import dev.seaway.connector.Kind;
import dev.seaway.connector.Page;
import dev.seaway.connector.Pagination;
import dev.seaway.connector.PagingPlace;
import dev.seaway.core.FakeApi;
import dev.seaway.core.evidence.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KindReaderTest {

  private static final EndSigns SILENT = new EndSigns(List.of(), List.of());
  private static final EndSigns LAST =
      new EndSigns(List.of(), List.of(JsonPointer.compile("/last")));
  static final Pagination OFFSET = new Pagination.Offset("start", "limit", 2, LAST);
  private static final Pagination LINK =
      new Pagination.NextLink(List.of(JsonPointer.compile("/next")), Optional.empty(), SILENT);

  private final List<Page> pages = new ArrayList<>();

  @Test
  void handsOverThePagesInTheirOrder() {
    FakeApi api =
        new FakeApi(
            request ->
                request.query("start").equals(Optional.of("0"))
                    ? "{'values':[{'id':1},{'id':2}],'last':false}"
                    : "{'values':[{'id':3}],'last':true}");

    Reads.all(reader(api), listing("/desks", OFFSET), pages::add);

    assertThat(ids("id")).containsExactly("1", "2", "3");
    assertThat(api.asked())
        .containsExactly("GET /desks?start=0&limit=2", "GET /desks?start=2&limit=2");
  }

  @Test
  void goesOnByWhatTheServerGranted() {
    FakeApi api =
        new FakeApi(
            request ->
                switch (request.query("start").orElseThrow()) {
                  case "0" -> "{'values':[{'id':1}]}";
                  case "1" -> "{'values':[{'id':2}]}";
                  default -> "{'values':[]}";
                });

    Reads.all(reader(api), listing("/desks", OFFSET), pages::add);

    assertThat(ids("id")).containsExactly("1", "2");
  }

  @Test
  void sendsNothingInVainButGets() {
    FakeApi api =
        new FakeApi(
            request ->
                switch (request.query("start").orElseThrow()) {
                  case "0" -> "{'values':[{'id':1},{'id':2}],'last':false}";
                  case "2" -> "{'values':[{'id':3},{'id':4}],'last':false}";
                  default -> "{'values':[{'id':5}],'last':true}";
                });
    ApiRequest post =
        new ApiRequest(ApiRequest.Method.POST, "/search", List.of(), Map.of(), Optional.empty());
    Pagination inQuery = new Pagination.Offset("start", "limit", 2, PagingPlace.QUERY, LAST);
    Listing listing = new Listing("x", post, KindReaderTest::values, inQuery, List.of());

    Reads.all(new KindReader(api, 1000, 10), listing, pages::add);

    assertThat(api.asked())
        .containsExactly(
            "POST /search?start=0&limit=2",
            "POST /search?start=2&limit=2",
            "POST /search?start=4&limit=2");
  }

  @Test
  void failsOnAnEmptyPageThatIsNotTheLast() {
    FakeApi api = new FakeApi(_ -> "{'values':[],'last':false}");

    assertThatThrownBy(() -> Reads.all(reader(api), listing("/desks", OFFSET), pages::add))
        .isInstanceOf(ReadException.class)
        .hasMessageContaining("/desks")
        .hasMessageContaining("holds no record");
  }

  @Test
  void failsOnALinkThatNamesItself() {
    FakeApi api =
        new FakeApi(request -> "{'values':[{'id':'" + request.target() + "'}],'next':'/b'}");

    assertThatThrownBy(() -> Reads.all(reader(api), listing("/a", LINK), pages::add))
        .isInstanceOf(ReadException.class)
        .hasMessageContaining("names itself or an earlier page");
    assertThat(api.asked()).containsExactly("GET /a", "GET /b");
  }

  @Test
  void failsWhereTheServerIgnoresThePosition() {
    FakeApi api = new FakeApi(_ -> "{'values':[{'id':1},{'id':2}],'last':false}");

    assertThatThrownBy(() -> Reads.all(reader(api), listing("/desks", OFFSET), pages::add))
        .isInstanceOf(ReadException.class)
        .hasMessageContaining("pages 1 and 2 are the same")
        .hasMessageContaining("start");
    assertThat(api.asked()).hasSize(2);
  }

  @Test
  void failsPastThePageLimit() {
    FakeApi api =
        new FakeApi(
            request ->
                "{'values':[{'id':" + request.query("start").orElseThrow() + "}],'last':false}");

    assertThatThrownBy(
            () -> Reads.all(new KindReader(api, 7, 0), listing("/desks", OFFSET), pages::add))
        .isInstanceOf(ReadException.class)
        .hasMessageContaining("7 pages");
    assertThat(pages).hasSize(7);
  }

  @Test
  void turnsAnyFailureOfAConnectorsCodeIntoAFailureOfItsKind() {
    Kind.Code kind =
        new Kind.Code(
            "odd",
            (_, _) -> {
              throw new IllegalStateException("odd indeed");
            });

    assertThatThrownBy(() -> reader(new FakeApi(_ -> "{}")).read(kind, pages::add))
        .isInstanceOf(ReadException.class)
        .hasMessageContaining("odd indeed");
  }

  @Test
  void failsWhereAConnectorsCodeHidesThatAPageCouldNotBeTaken() {
    Kind.Code kind =
        new Kind.Code(
            "odd",
            (_, taken) -> {
              try {
                taken.accept(new Page(List.of()));
              } catch (RuntimeException swallowed) {
                assertThat(swallowed).hasMessage("not taken");
              }
            });

    assertThatThrownBy(
            () ->
                reader(new FakeApi(_ -> "{}"))
                    .read(
                        kind,
                        _ -> {
                          throw new IllegalStateException("not taken");
                        }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("not taken");
  }

  @Test
  void failsWhereItCannotTellHowManyRecordsCame() {
    Listing.Records hidden =
        new Listing.Records() {
          @Override
          public List<JsonNode> in(JsonNode body) {
            return List.of();
          }

          @Override
          public Optional<List<JsonNode>> received(JsonNode body, List<JsonNode> records) {
            return Optional.empty();
          }
        };
    FakeApi api = new FakeApi(_ -> "{'values':[{'id':1}]}");
    ApiRequest desks = ApiRequest.get("/desk");

    assertThatThrownBy(
            () ->
                Reads.all(
                    reader(api),
                    new Listing(
                        "/desk",
                        desks,
                        hidden,
                        new Pagination.Offset("start", "limit", 2, SILENT),
                        List.of()),
                    pages::add))
        .isInstanceOf(ReadException.class)
        .hasMessageContaining("begin data_path with the list's plain path");
    Reads.all(
        reader(api),
        new Listing("/desk", desks, hidden, new Pagination.None(), List.of()),
        pages::add);
  }

  @ParameterizedTest
  @CsvSource({"200, true", "203, false"})
  void believesNoEndThatSomethingOnTheWayMayHaveChanged(int status, boolean proven) {
    List<Verdict> verdicts = new ArrayList<>();

    Reads.all(
        new KindReader(_ -> answer(status), 10, 0),
        listing("/desks", OFFSET),
        pages::add,
        verdicts::add);

    assertThat(ids("id")).containsExactly("1");
    assertThat(verdicts).hasSize(1);
    assertThat(verdicts.getFirst() instanceof Verdict.Proven).isEqualTo(proven);
    assertThat(verdicts.getFirst() instanceof Verdict.Contradicted).isEqualTo(!proven);
  }

  /** Who goes on with the run would take the rest of the list for read. */
  @Test
  void takesNoPageForTheLastBehindWhichTheListCannotBeReadOn() {
    EndSigns both =
        new EndSigns(List.of(JsonPointer.compile("/more")), List.of(JsonPointer.compile("/last")));
    Listing list = listing("/desks", new Pagination.Offset("start", "limit", 1, both));
    KindReader reader = reader(new FakeApi(_ -> "{'values':[{'id':1}],'more':true,'last':true}"));
    List<PageAt> read = new ArrayList<>();

    try (ListPages pages = reader.pages(new Split(list, Map.of()), new StartPosition.First())) {
      assertThatThrownBy(() -> pages.forEach(read::add)).isInstanceOf(ReadException.class);
    }

    assertThat(read).singleElement().returns(false, page -> page.place().last());
  }

  private static ApiResponse answer(int status) {
    return new ApiResponse(
        status, Map.of(), FakeApi.json("{'values':[{'id':1}],'last':true,'total':1}"));
  }

  static KindReader reader(FakeApi api) {
    return new KindReader(api, 1000, 0);
  }

  static Listing listing(String path, Pagination pagination) {
    return new Listing(path, ApiRequest.get(path), KindReaderTest::values, pagination, List.of());
  }

  static List<JsonNode> values(JsonNode body) {
    List<JsonNode> records = new ArrayList<>();
    body.path("values").forEach(records::add);
    return records;
  }

  private List<String> ids(String field) {
    return pages.stream()
        .flatMap(page -> page.records().stream())
        .map(record -> record.path(field).asText())
        .toList();
  }
}
