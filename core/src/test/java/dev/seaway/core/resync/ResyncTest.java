package dev.seaway.core.resync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.connector.ApiRequest;
import dev.seaway.connector.Auth;
import dev.seaway.connector.Kind;
import dev.seaway.connector.Pagination;
import dev.seaway.connector.Source;
import dev.seaway.core.ApiFailures;
import dev.seaway.core.FakeApi;
import dev.seaway.core.read.KindReader;
import dev.seaway.core.reconcile.Decision;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ResyncTest {

  private static final Instant NOW = Instant.parse("2026-01-01T12:00:00.700Z");
  private static final String DESKS = "[{'id':'1'},{'id':'2'}]";

  private final HoldingCatalog catalog = new HoldingCatalog(Set.of("desk/1", "desk/2", "desk/9"));
  private Function<ApiRequest, String> tool = _ -> DESKS;
  private SyncListener listener = SyncListener.NONE;

  @Test
  void deletesWhatIsGone() {
    ResyncReport report = run("/desk");

    assertThat(report.complete()).isTrue();
    assertThat(report.decisions()).containsExactly(new Decision.Delete("desk", 1));
    assertThat(deletions())
        .as("an end that is only inferred takes no dependents along")
        .containsExactly("[\"9\"] false");
  }

  @Test
  void deletesNothingWhereAListFails() {
    tool =
        _ -> {
          throw ApiFailures.status(500);
        };

    ResyncReport report = run("/desk");

    assertThat(report.complete()).isFalse();
    assertThat(deletions()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("faults")
  void takesWhateverAKindThrowsForItsFailureAndGoesOnWithTheOthers(Throwable fault) {
    tool =
        request -> {
          if (request.target().equals("/desk")) {
            sneak(fault);
          }
          return DESKS;
        };

    ResyncReport report = run("/desk", "/other");

    assertThat(report.complete()).isFalse();
    assertThat(report.kinds().getFirst().failure().orElseThrow())
        .hasMessageContaining(fault.toString());
    assertThat(report.kinds().getLast().complete()).isTrue();
    assertThat(report.kinds().getLast().counts().upserted()).isEqualTo(2);
    assertThat(deletions()).isEmpty();
  }

  private static Stream<Throwable> faults() {
    return Stream.of(
        new StackOverflowError("invented"),
        new NoClassDefFoundError("org/example/Desk"),
        new AssertionError("invented"),
        new IllegalStateException("invented"));
  }

  @Test
  void takesWhatIsThrownInWritingForTheFailureOfItsKind() {
    catalog.failing(
        request -> {
          if (request.target().endsWith("/bulk")) {
            throw new StackOverflowError("invented");
          }
        });

    ResyncReport report = run("/desk", "/other");

    assertThat(report.kinds())
        .allSatisfy(
            kind ->
                assertThat(kind.failure())
                    .hasValueSatisfying(
                        failure -> assertThat(failure).hasMessageContaining("StackOverflowError")));
    assertThat(deletions()).isEmpty();
  }

  @Test
  void countsEveryMappedEntityOnceMore() {
    tool = _ -> "[{'id':'1'},{'id':'2'},{'id':'1'},{'id':'1'},{'id':'no'}]";
    catalog.failing(
        request -> {
          if (request.target().endsWith("/bulk")
              && request.body().orElseThrow().text().contains("\"no\"")) {
            throw ApiFailures.status(422);
          }
        });
    long[] counts = new long[3];
    listener =
        event -> {
          if (event instanceof SyncEvent.Mapped mapped) {
            counts[0] += mapped.entities();
            counts[1] += mapped.repeated();
          } else if (event instanceof SyncEvent.Written written) {
            counts[2] += written.upserted() + written.unchanged() + written.refused();
          }
        };

    run("/desk");

    assertThat(counts).containsExactly(5, 2, 3);
  }

  @Test
  void deletesNothingWhereThereIsNoMemory() {
    tool =
        _ -> {
          throw new OutOfMemoryError("invented");
        };

    assertThatThrownBy(() -> run("/desk", "/other")).hasMessage("invented");
    assertThat(deletions()).isEmpty();
  }

  @SuppressWarnings("unchecked")
  private static <T extends Throwable> void sneak(Throwable fault) throws T {
    throw (T) fault;
  }

  @Test
  void isIncompleteWhereTheCatalogAnswersTrueAndNothingElse() {
    catalog.answering("desk/1", "{'ok':true}");

    ResyncReport report = run("/desk");

    assertThat(report.complete()).isFalse();
    assertThat(report.kinds().getFirst().counts().refused()).isEqualTo(2);
  }

  @Test
  void keepsABlueprintThatTwoKindsFeedWhereOneOfThemFails() {
    tool =
        request -> {
          if (request.target().equals("/other")) {
            throw ApiFailures.status(403);
          }
          return DESKS;
        };

    ResyncReport report = run("/desk", "/other");

    assertThat(report.decisions()).allMatch(Decision.Keep.class::isInstance);
    assertThat(deletions()).isEmpty();
  }

  @Test
  void keepsAllWhereAKindFailsThatMayFeedAnyBlueprint() {
    tool =
        request -> {
          if (request.target().equals("/other")) {
            throw ApiFailures.status(403);
          }
          return DESKS;
        };
    String computed =
        "{'kind':'/other','port':{'entity':{'mappings':{'identifier':'.id','blueprint':'.type'}}}}";

    ResyncReport report =
        resync("{'resources':[" + Entities.resource("/desk", "desk") + "," + computed + "]}").run();

    assertThat(report.decisions()).allMatch(Decision.Keep.class::isInstance);
    assertThat(deletions()).isEmpty();
  }

  @Test
  void keepsAllWhereRecordsAreNoObjects() {
    tool = _ -> "['1',2,null,true,[{'id':'3'}]]";

    ResyncReport report = run("/desk");

    assertThat(report.complete()).isFalse();
    assertThat(report.kinds().getFirst().counts().failed()).isEqualTo(4);
    assertThat(deletions()).isEmpty();
  }

  @Test
  void isNotCompleteWhereAnErrorIsTakenForARecord() {
    tool = _ -> "{'error':'try again later'}";

    ResyncReport report = run("/desk");

    assertThat(report.complete()).isFalse();
    assertThat(deletions()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'Thu, 01 Jan 2026 12:00:00 GMT', 2026-01-01T12:00:00.700Z",
    "'Thu, 01 Jan 2026 11:59:59 GMT', 2026-01-01T11:59:59Z",
    "'Thu, 01 Jan 2026 11:00:00 GMT', 2026-01-01T11:00:00Z",
    "'Thu, 01 Jan 2026 12:00:01 GMT', 2026-01-01T12:00:01Z",
    "'Thu, 01 Jan 2026 13:00:00 GMT', 2026-01-01T13:00:00Z",
    "'yesterday', 2026-01-01T12:00:00.700Z"
  })
  void goesByTheCatalogsClockWhereTheTwoDiffer(String theirs, String before) {
    catalog.dated(theirs);

    run("/desk");

    assertThat(catalog.requests("/datasource-entities"))
        .extracting(request -> body(request).path("before").asText())
        .endsWith(before);
  }

  private ResyncReport run(String... kinds) {
    List<String> resources = new ArrayList<>();
    for (String kind : kinds) {
      resources.add(Entities.resource(kind, "desk"));
    }
    return resync("{'resources':[" + String.join(",", resources) + "]}").run();
  }

  private Resync resync(String mapping) {
    Source.Defaults undeclared = new Source.Defaults(JsonPointer.empty(), new Pagination.None());
    Source source =
        Source.of(URI.create("http://tool"), new Auth.None(), List.<Kind>of())
            .withKinds(List.of(), undeclared);
    return new Resync(
        SyncPlan.of(Entities.mapping(mapping), source),
        new KindReader(new FakeApi(request -> tool.apply(request)), 100, 0),
        catalog.side(),
        new Resync.Options(true, false, 0),
        () -> NOW,
        listener);
  }

  /** What was to be deleted, and whether with all that requires it. */
  private List<String> deletions() {
    return catalog.requests("/bulk/entities/delete").stream()
        .map(
            request ->
                body(request).path("entities")
                    + " "
                    + request.query("delete_dependents").orElseThrow())
        .toList();
  }

  private static JsonNode body(ApiRequest request) {
    return FakeApi.json(request.body().orElseThrow().text());
  }
}
