package dev.seaway.core.resync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.connector.ApiClient;
import dev.seaway.connector.ApiRequest;
import dev.seaway.connector.ApiResponse;
import dev.seaway.connector.Auth;
import dev.seaway.connector.Kind;
import dev.seaway.connector.Pagination;
import dev.seaway.connector.Source;
import dev.seaway.core.ApiFailures;
import dev.seaway.core.FakeApi;
import dev.seaway.core.catalog.CatalogClient;
import dev.seaway.core.catalog.EntityDeleter;
import dev.seaway.core.catalog.EntityWriter;
import dev.seaway.core.catalog.Integration;
import dev.seaway.core.catalog.KnownEntities;
import dev.seaway.core.catalog.RunTag;
import dev.seaway.core.catalog.WriteOptions;
import dev.seaway.core.read.KindReader;
import dev.seaway.core.reconcile.Decision;
import dev.seaway.core.reconcile.EventGuard;
import dev.seaway.core.reconcile.ReconcileOptions;
import dev.seaway.core.reconcile.Reconciler;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResyncTest {

  private static final Instant NOW = Instant.parse("2026-01-01T12:00:00.700Z");
  private static final String DESKS = "[{'id':'1'},{'id':'2'}]";

  private final List<String> befores = new ArrayList<>();
  private final List<String> deletions = new ArrayList<>();
  private Function<ApiRequest, String> tool = _ -> DESKS;
  private String date = "Thu, 01 Jan 2026 12:00:00 GMT";
  private String bulkAnswer = "";

  @Test
  void deletesWhatIsGone() {
    ResyncReport report = run("/desk");

    assertThat(report.complete()).isTrue();
    assertThat(report.decisions()).containsExactly(new Decision.Delete("desk", 1));
    assertThat(deletions).containsExactly("[\"9\"] true");
  }

  @Test
  void deletesNothingWhereAListFails() {
    tool =
        _ -> {
          throw ApiFailures.status(500);
        };

    ResyncReport report = run("/desk");

    assertThat(report.complete()).isFalse();
    assertThat(deletions).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"memory", "stack", "runtime"})
  void deletesNothingWhereSeawayItselfFails(String what) {
    tool =
        _ -> {
          switch (what) {
            case "memory" -> throw new OutOfMemoryError("invented");
            case "stack" -> throw new StackOverflowError("invented");
            default -> throw new IllegalStateException("invented");
          }
        };

    assertThatThrownBy(() -> run("/desk", "/other")).hasMessage("invented");
    assertThat(deletions).isEmpty();
  }

  @Test
  void isIncompleteWhereTheCatalogAnswersTrueAndNothingElse() {
    bulkAnswer = "{'ok':true}";

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
    assertThat(deletions).isEmpty();
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
    assertThat(deletions).isEmpty();
  }

  @Test
  void keepsAllWhereRecordsAreNoObjects() {
    tool = _ -> "['1',2,null,true,[{'id':'3'}]]";

    ResyncReport report = run("/desk");

    assertThat(report.complete()).isFalse();
    assertThat(report.kinds().getFirst().counts().failed()).isEqualTo(4);
    assertThat(deletions).isEmpty();
  }

  @Test
  void isNotCompleteWhereAnErrorIsTakenForARecord() {
    tool = _ -> "{'error':'try again later'}";

    ResyncReport report = run("/desk");

    assertThat(report.complete()).isFalse();
    assertThat(deletions).isEmpty();
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
    date = theirs;

    run("/desk");

    assertThat(befores).endsWith(before);
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
    CatalogClient client = new CatalogClient(catalog(), new Integration("custom", "my", "1"));
    RunTag tag = new RunTag("run");
    KnownEntities known = new KnownEntities(client);
    EntityWriter writer = new EntityWriter(client, new WriteOptions(true, true, 20, 1 << 20), tag);
    Reconciler reconciler =
        new Reconciler(
            client,
            known,
            new EntityDeleter(client, tag, 100),
            new ReconcileOptions(0.9, true),
            (_, _) -> {});
    return new Resync(
        SyncPlan.of(Entities.mapping(mapping), source),
        new KindReader(new FakeApi(request -> tool.apply(request)), 100, 0),
        new Resync.CatalogSide(client, known, writer, reconciler, new EventGuard()),
        new Resync.Options(true, false),
        () -> NOW,
        Progress.NONE);
  }

  private ApiClient catalog() {
    return request -> {
      JsonNode body =
          request.body().map(sent -> FakeApi.json(sent.text())).orElse(FakeApi.json("{}"));
      return new ApiResponse(
          200, Map.of("date", List.of(date)), FakeApi.json(answer(request, body)));
    };
  }

  /** The catalog held desk 9 before, and desks 1 and 2 as well. */
  private String answer(ApiRequest request, JsonNode body) {
    String target = request.target();
    if (target.endsWith("/entities/bulk")) {
      return bulkAnswer.isEmpty() ? accepted(body) : bulkAnswer;
    } else if (target.endsWith("/datasource-entities")) {
      befores.add(body.path("before").asText());
      return "{'entities':[{'blueprint':'desk','identifier':'9'}]}";
    } else if (target.endsWith("/bulk/entities/delete")) {
      deletions.add(body.path("entities") + " " + request.query("delete_dependents").orElseThrow());
      return "{'deletedEntities':" + body.path("entities") + "}";
    }
    return "{}";
  }

  private static String accepted(JsonNode body) {
    List<String> entities = new ArrayList<>();
    for (int index = 0; index < body.path("entities").size(); index++) {
      entities.add("{'index':" + index + ",'created':false}");
    }
    return "{'entities':[" + String.join(",", entities) + "]}";
  }
}
