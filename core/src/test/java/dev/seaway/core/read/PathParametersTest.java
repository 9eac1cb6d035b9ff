package dev.seaway.core.read;

import static dev.seaway.core.read.KindReaderTest.listing;
import static dev.seaway.core.read.KindReaderTest.reader;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import dev.seaway.connector.ApiRequest;
import dev.seaway.connector.Page;
import dev.seaway.connector.Pagination;
import dev.seaway.core.FakeApi;
import dev.seaway.core.evidence.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathParametersTest {

  private static final Listing.Records VALUES = KindReaderTest::values;
  private static final Listing.Value ID = record -> Optional.of(record.path("id"));

  private final List<Page> pages = new ArrayList<>();

  @Test
  void resolvesNestedParametersAndReadsTheirListsOnce() {
    FakeApi api =
        new FakeApi(
            request ->
                switch (request.target()) {
                  case "/desk" -> "{'values':[{'id':'a b'},{'id':7}]}";
                  case "/desk/a%20b/queue", "/desk/7/queue" -> "{'values':[{'q':1},{'q':2}]}";
                  default -> "{'values':[{'at':'" + request.target() + "'}]}";
                });
    Listing.Parameter desk = parameter("d", "/desk", record -> record.path("id"));
    Listing.Parameter queue = parameter("q", "/desk/{d}/queue", record -> record.path("q"));
    Listing issues =
        new Listing(
            "issues",
            ApiRequest.get("/desk/{d}/queue/{q}/issue"),
            VALUES,
            new Pagination.None(),
            List.of(desk, queue));
    KindReader reader = reader(api);

    Reads.all(reader, issues, pages::add);
    Reads.all(reader, issues, _ -> {});

    assertThat(ids("at"))
        .containsExactly(
            "/desk/a%20b/queue/1/issue",
            "/desk/a%20b/queue/2/issue", "/desk/7/queue/1/issue", "/desk/7/queue/2/issue");
    assertThat(ids("__d")).containsExactly("a b", "a b", "7", "7");
    assertThat(api.asked().stream().filter("GET /desk"::equals)).hasSize(1);
    assertThat(api.asked().stream().filter("GET /desk/7/queue"::equals)).hasSize(1);
  }

  @Test
  void readsTheValuesOfEachParameterByItsOwnRule() {
    FakeApi api =
        new FakeApi(
            request ->
                request.target().equals("/desk")
                    ? "{'values':[{'id':1,'open':true},{'id':2,'open':false}]}"
                    : "{'values':[{'at':'" + request.target() + "'}]}");
    Listing.Parameter open =
        new Listing.Parameter(
            "d",
            listing("/desk", new Pagination.None()),
            record -> Optional.of(record.path("id")).filter(_ -> record.path("open").asBoolean()));
    KindReader reader = reader(api);

    Reads.all(reader, child("/desk/{d}/queue", open), _ -> {});
    Reads.all(reader, child("/desk/{d}/member", desk()), pages::add);

    assertThat(ids("at")).containsExactly("/desk/1/member", "/desk/2/member");
  }

  @Test
  void readsAListOnceThatIsAKindAndHoldsTheValuesOfAnother() {
    FakeApi api = desks();
    KindReader reader = reader(api);
    Listing queues = child("/desk/{d}/queue", desk());
    reader.expect(List.of(desk().values(), queues));

    Reads.all(reader, desk().values(), _ -> {});
    Reads.all(reader, queues, pages::add);

    assertThat(ids("at")).containsExactly("/desk/1/queue", "/desk/2/queue");
    assertThat(api.asked()).containsExactly("GET /desk", "GET /desk/1/queue", "GET /desk/2/queue");
  }

  @Test
  void readsTheValuesAgainWhereTheirListWasNotReadToItsEnd() {
    FakeApi api = desks();
    KindReader reader = reader(api);
    Listing queues = child("/desk/{d}/queue", desk());
    reader.expect(List.of(queues));
    assertThatThrownBy(
            () ->
                Reads.all(
                    reader,
                    desk().values(),
                    _ -> {
                      throw new IllegalStateException("in the middle");
                    }))
        .hasMessage("in the middle");

    Reads.all(reader, queues, pages::add);

    assertThat(ids("at")).containsExactly("/desk/1/queue", "/desk/2/queue");
  }

  @Test
  void refusesAValueThatAServerWouldTakeForAStepInThePath() {
    FakeApi api = new FakeApi(_ -> "{'values':[{'id':'..'}]}");

    assertThatThrownBy(() -> Reads.all(reader(api), child("/desk/{d}/queue", desk()), pages::add))
        .isInstanceOf(ReadException.class)
        .hasMessageContaining("\"..\"");
    assertThat(api.asked()).containsExactly("GET /desk");
  }

  @ParameterizedTest
  @CsvSource({
    "acme/web,/desk/acme/web/queue",
    "acme%2Fweb,/desk/acme%2Fweb/queue",
    "two words & more?,/desk/two%20words%20%26%20more%3F/queue",
    "50%,/desk/50%25/queue",
    "zwölf#1,/desk/zw%C3%B6lf%231/queue",
    "a%20b c,/desk/a%20b%20c/queue",
  })
  void putsAValueIntoThePathAsItIsMeant(String value, String path) {
    FakeApi api =
        new FakeApi(
            request ->
                request.target().equals("/desk")
                    ? "{'values':[{'id':'%s'}]}".formatted(value)
                    : "{'values':[]}");

    Reads.all(reader(api), child("/desk/{d}/queue", desk()), pages::add);

    assertThat(api.asked()).containsExactly("GET /desk", "GET " + path);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a/../b", "%2e%2E", "./x", "a%00b", "a%0Ab"})
  void refusesWhatLeadsElsewhereInThePath(String value) {
    FakeApi api = new FakeApi(_ -> "{'values':[{'id':'" + value + "'}]}");

    assertThatThrownBy(() -> Reads.all(reader(api), child("/desk/{d}/queue", desk()), pages::add))
        .isInstanceOf(ReadException.class)
        .hasMessageContaining("which no path can hold");
    assertThat(api.asked()).containsExactly("GET /desk");
  }

  @Test
  void readsTheListsOfOtherRecordsWhereOneHasNoValueAndSaysSo() {
    FakeApi api =
        new FakeApi(
            request ->
                request.target().equals("/desk")
                    ? "{'values':[{'id':'1'},{'id':null},{'id':'2'}]}"
                    : "{'values':[{'n':1}]}");
    List<Verdict> verdicts = new ArrayList<>();
    List<String> read = new ArrayList<>();

    for (Split split : reader(api).splits(child("/desk/{d}/queue", desk()), verdicts::add)) {
      split.values().values().forEach(value -> read.add(value.asText()));
    }

    assertThat(read).containsExactly("1", "2");
    assertThat(verdicts.getLast())
        .isInstanceOf(Verdict.Contradicted.class)
        .extracting(Verdict::text)
        .asString()
        .contains("1 record gives no value", "the path parameter d has no usable value");
  }

  @Test
  void failsWhereAParameterHasNoValue() {
    FakeApi api = new FakeApi(_ -> "{'values':[{'id':null}]}");
    Listing listing =
        new Listing(
            "issues",
            ApiRequest.get("/desk/{d}/issue"),
            VALUES,
            new Pagination.None(),
            List.of(parameter("d", "/desk", record -> record.path("id"))));

    assertThatThrownBy(() -> Reads.all(reader(api), listing, pages::add))
        .isInstanceOf(ReadException.class)
        .hasMessageContaining("path parameter d");
  }

  @Test
  void failsWhereNothingSaysWhatAParameterIs() {
    assertThatThrownBy(
            () ->
                Reads.all(
                    reader(new FakeApi(_ -> "{}")),
                    listing("/desk/{d}", new Pagination.None()),
                    pages::add))
        .isInstanceOf(ReadException.class)
        .hasMessageContaining("selector.path_parameters.d");
  }

  @Test
  void failsWhereParametersNeedEachOther() {
    Listing listing =
        new Listing(
            "x",
            ApiRequest.get("/x/{a}"),
            VALUES,
            new Pagination.None(),
            List.of(
                parameter("a", "/{b}", record -> record),
                parameter("b", "/{a}", record -> record)));

    assertThatThrownBy(() -> Reads.all(reader(new FakeApi(_ -> "{}")), listing, pages::add))
        .isInstanceOf(ReadException.class)
        .hasMessageContaining("need each other");
  }

  @Test
  void saysBeforeTheFirstListThatThereAreTooMany() {
    FakeApi api = new FakeApi(_ -> numbers(10));
    Listing lists =
        new Listing(
            "issues",
            ApiRequest.get("/a/{a}/{b}/{c}"),
            VALUES,
            new Pagination.None(),
            List.of(
                parameter("a", "/a", record -> record.path("id")),
                parameter("b", "/b", record -> record.path("id")),
                parameter("c", "/c", record -> record.path("id"))));

    assertThatThrownBy(() -> Reads.all(new KindReader(api, 10, 0, 999), lists, pages::add))
        .isInstanceOf(ReadException.class)
        .hasMessage(
            "issues: its path parameters make more than 999 lists: a has 10, b has 10, c has at"
                + " least 10 values. Leave values out with the filter of path_parameters, or raise"
                + " OCEAN__SEAWAY__MAX_LISTS.");
    assertThat(api.asked()).containsExactly("GET /a", "GET /b", "GET /c");

    Reads.all(new KindReader(api, 10, 0, 1000), lists, pages::add);
    assertThat(pages).hasSize(1000);
  }

  @Test
  void stopsReadingValuesAsSoonAsThereAreTooMany() {
    AtomicInteger id = new AtomicInteger();
    FakeApi api =
        new FakeApi(
            _ ->
                "{'values':[{'id':%d},{'id':%d}]}"
                    .formatted(id.incrementAndGet(), id.incrementAndGet()));
    Listing lists =
        new Listing(
            "issues",
            ApiRequest.get("/a/{a}"),
            VALUES,
            new Pagination.None(),
            List.of(new Listing.Parameter("a", listing("/a", KindReaderTest.OFFSET), ID)));

    assertThatThrownBy(() -> Reads.all(new KindReader(api, 1000, 0, 5), lists, pages::add))
        .hasMessageContaining("a has at least 6 values");
    assertThat(api.requests()).hasSize(3);
  }

  @Test
  void endsWhereParametersThatNeedEachOtherMakeTooMany() {
    FakeApi api = new FakeApi(_ -> numbers(10));
    Listing lists =
        new Listing(
            "issues",
            ApiRequest.get("/a/{a}/{b}"),
            VALUES,
            new Pagination.None(),
            List.of(
                parameter("a", "/a", record -> record.path("id")),
                parameter("b", "/a/{a}/b", record -> record.path("id"))));

    assertThatThrownBy(() -> Reads.all(new KindReader(api, 10, 0, 55), lists, pages::add))
        .hasMessageContaining("more than 55 lists");
    assertThat(pages).hasSize(55);
  }

  @Test
  void takesNoMoreMemoryForValuesThanThereIs() {
    ParameterValues values = values(10, new ValueMemory(1_000));

    for (int time = 0; time < 3; time++) {
      assertThatThrownBy(
              () ->
                  values
                      .splits(child("/desk/{d}/queue", desk()), _ -> {})
                      .forEachRemaining(_ -> {}))
          .isInstanceOf(ReadException.class)
          .hasMessageContaining("too much memory: d alone has 7 by now");
    }
  }

  @Test
  void countsValuesOnceThatAreGatheredAgain() {
    ValueMemory memory = new ValueMemory(1_700);
    ParameterValues values = values(5, memory);
    Listing.Parameter desk = desk();
    values.want(List.of(desk));
    values.splits(child("/desk/{d}/queue", desk), _ -> {}).forEachRemaining(_ -> {});

    Gathering gathering = values.gathering(new Split(desk.values(), Map.of()));
    gathering.page(new Page(desk.values().records().in(FakeApi.json(numbers(5)))));
    gathering.end(new Verdict.Proven("all came"));

    assertThat(memory.take(IntNode.valueOf(6))).isTrue();
  }

  /** Of lists of so many records. */
  private static ParameterValues values(int records, ValueMemory memory) {
    KindReader reader = new KindReader(new FakeApi(_ -> numbers(records)), 10, 0);
    return new ParameterValues(
        split -> reader.pages(split, new StartPosition.First()), 1_000, memory);
  }

  private static String numbers(int count) {
    return IntStream.range(0, count)
        .mapToObj("{'id':%d}"::formatted)
        .collect(Collectors.joining(",", "{'values':[", "]}"));
  }

  private static FakeApi desks() {
    return new FakeApi(
        request ->
            request.target().equals("/desk")
                ? "{'values':[{'id':1},{'id':2}]}"
                : "{'values':[{'at':'" + request.target() + "'}]}");
  }

  private static Listing.Parameter desk() {
    return new Listing.Parameter("d", listing("/desk", new Pagination.None()), ID);
  }

  private static Listing child(String path, Listing.Parameter parameter) {
    return new Listing(
        path, ApiRequest.get(path), VALUES, new Pagination.None(), List.of(parameter));
  }

  private static Listing.Parameter parameter(
      String name, String path, Function<JsonNode, JsonNode> value) {
    return new Listing.Parameter(
        name, listing(path, new Pagination.None()), record -> Optional.of(value.apply(record)));
  }

  private List<String> ids(String field) {
    return pages.stream()
        .flatMap(page -> page.records().stream())
        .map(record -> record.path(field).asText())
        .toList();
  }
}
