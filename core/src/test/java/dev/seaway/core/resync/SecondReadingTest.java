package dev.seaway.core.resync;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import dev.seaway.connector.ApiRequest;
import dev.seaway.connector.Auth;
import dev.seaway.connector.Kind;
import dev.seaway.connector.Page;
import dev.seaway.connector.Pagination;
import dev.seaway.connector.Source;
import dev.seaway.core.ApiFailures;
import dev.seaway.core.FakeApi;
import dev.seaway.core.read.KindReader;
import dev.seaway.core.reconcile.Decision;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is about to be deleted is looked for once more. Each answer is one page. */
class SecondReadingTest {

  private static final String QUEUES =
      ("{'kind':'/desk/{d}/queue',"
              + "'selector':{'path_parameters':{'d':{'endpoint':'/desk','field':'.id'}}},"
              + "'port':{'entity':{'mappings':{'identifier':'.__d + .id','blueprint':'#queue#'}}}}")
          .replace("#", "\\\"");

  /** Path to its answers in turn; the last one is repeated. */
  private final Map<String, List<String>> answers = new HashMap<>();

  private final FakeApi tool = new FakeApi(this::answer);
  private final List<Kind> declared = new ArrayList<>();

  @Test
  void keepsWhatMovedFromOneListToAnother() {
    answers.put("/open", List.of("[]", "[]"));
    answers.put("/done", List.of("[]", "[{'id':'1'}]"));
    HoldingCatalog catalog = new HoldingCatalog(Set.of("request/1", "request/2"));

    ResyncReport report = run(catalog, resource("/open"), resource("/done"));

    assertThat(report.decisions()).containsExactly(new Decision.Delete("request", 1));
    assertThat(report.secondReading().orElseThrow().found()).isEqualTo(1);
    assertThat(catalog.held()).containsExactly("request/1");
    assertThat(catalog.written()).containsExactly("request/1");
  }

  @Test
  void readsOnlyTheKindsThatFeedWhatIsToBeDeleted() {
    answers.put("/open", List.of("[]"));
    answers.put("/done", List.of("[]"));
    answers.put("/other", List.of("[]"));
    HoldingCatalog catalog = new HoldingCatalog(Set.of("request/1"));

    run(catalog, resource("/open"), resource("/done"), Entities.resource("/other", "other"));

    assertThat(tool.asked())
        .containsExactlyInAnyOrder(
            "GET /open", "GET /done", "GET /other", "GET /open", "GET /done");
    assertThat(catalog.held()).isEmpty();
  }

  @Test
  void readsNothingAgainThatCameInOneAnswer() {
    answers.put("/open", List.of("[]"));
    HoldingCatalog catalog = new HoldingCatalog(Set.of("request/1"));

    ResyncReport report = run(catalog, resource("/open"));

    assertThat(report.secondReading()).isEmpty();
    assertThat(tool.asked()).hasSize(1);
    assertThat(catalog.held()).isEmpty();
  }

  @Test
  void readsTheValuesOfPathParametersAgain() {
    answers.put("/desk", List.of("[{'id':'a'}]", "[{'id':'a'},{'id':'b'}]"));
    answers.put("/desk/a/queue", List.of("[{'id':'1'}]"));
    answers.put("/desk/b/queue", List.of("[{'id':'2'}]"));
    HoldingCatalog catalog = new HoldingCatalog(Set.of("queue/a1", "queue/b2", "queue/c3"));

    ResyncReport report = run(catalog, QUEUES);

    assertThat(report.secondReading().orElseThrow().found()).isEqualTo(1);
    assertThat(catalog.held()).containsExactly("queue/a1", "queue/b2");
  }

  @Test
  void runsAConnectorsCodeAgain() {
    List<String> given = new ArrayList<>();
    declared.add(
        new Kind.Code(
            "odd",
            (_, pages) -> {
              given.add("[{'id':'" + (given.size() + 1) + "'}]");
              pages.accept(new Page(FakeApi.json(given.getLast()).valueStream().toList()));
            }));
    HoldingCatalog catalog = new HoldingCatalog(Set.of("request/1", "request/2", "request/3"));

    run(catalog, resource("odd"));

    assertThat(given).hasSize(2);
    assertThat(catalog.held()).containsExactly("request/1", "request/2");
  }

  @Test
  void deletesNothingWhereTheSecondReadingFailsOrDoesNotMap() {
    for (String second : List.of("failure", "[{'id':'1'},7]", "[{'id':'1'},null]", "{}")) {
      answers.put("/open", List.of("[{'id':'1'}]", second));
      answers.put("/done", List.of("[]"));
      HoldingCatalog catalog = new HoldingCatalog(Set.of("request/1", "request/2"));

      ResyncReport report = run(catalog, resource("/open"), resource("/done"));

      assertThat(report.complete()).as(second).isFalse();
      assertThat(report.decisions())
          .singleElement()
          .isInstanceOfSatisfying(
              Decision.Keep.class,
              keep -> assertThat(keep.reason()).contains("when it was read again before", "/open"));
      assertThat(catalog.held()).as(second).containsExactly("request/1", "request/2");
    }
  }

  @Test
  void isIncompleteWhereTheCatalogRefusesWhatOnlyTheSecondReadingFound() {
    answers.put("/open", List.of("[]", "[{'id':'1'}]"));
    answers.put("/done", List.of("[]"));
    HoldingCatalog catalog = new HoldingCatalog(Set.of("request/1")).refusing("request/1");

    ResyncReport report = run(catalog, resource("/open"), resource("/done"));

    assertThat(report.complete()).isFalse();
    assertThat(catalog.held()).containsExactly("request/1");
  }

  private ResyncReport run(HoldingCatalog catalog, String... resources) {
    tool.requests().clear();
    Source source =
        Source.of(URI.create("http://tool"), new Auth.None(), List.<Kind>of())
            .withKinds(declared, new Source.Defaults(JsonPointer.empty(), new Pagination.None()));
    return new Resync(
            SyncPlan.of(
                Entities.mapping("{'resources':[" + String.join(",", resources) + "]}"), source),
            new KindReader(tool, 1000, 0),
            catalog.side(),
            new Resync.Options(true, false, 0),
            () -> Instant.EPOCH,
            SyncListener.NONE)
        .run();
  }

  private static String resource(String kind) {
    return Entities.resource(kind, "request");
  }

  private String answer(ApiRequest request) {
    List<String> turns = answers.getOrDefault(request.target(), List.of());
    long before =
        tool.requests().stream()
            .filter(earlier -> earlier.target().equals(request.target()))
            .count();
    String answer = turns.get((int) Math.min(before, turns.size()) - 1);
    if (answer.equals("failure")) {
      throw ApiFailures.status(500);
    }
    return answer;
  }
}
