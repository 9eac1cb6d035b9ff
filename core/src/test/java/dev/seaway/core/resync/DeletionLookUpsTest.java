package dev.seaway.core.resync;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.connector.ApiRequest;
import dev.seaway.connector.Auth;
import dev.seaway.connector.Kind;
import dev.seaway.connector.LookUp;
import dev.seaway.connector.Pagination;
import dev.seaway.connector.Source;
import dev.seaway.core.FakeApi;
import dev.seaway.core.http.ApiException;
import dev.seaway.core.http.ApiException.Reason;
import dev.seaway.core.reconcile.DeletionPlan;
import dev.seaway.core.reconcile.Reconciler;
import dev.seaway.core.reconcile.RunFindings;
import dev.seaway.core.reconcile.RunFindings.Doubt;
import dev.seaway.core.reconcile.SeenEntities;
import dev.seaway.mapping.Mapping;
import dev.seaway.mapping.Outcome;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The run has seen desk 1; the tool is asked for the others that the catalog holds. */
class DeletionLookUpsTest {

  private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
  private static final JsonNode SEEN = FakeApi.json("{'id':'1','key':'K-1','type':'open'}");

  /** By which only what the tool denies goes. */
  private static final Doubt MOVED =
      new Doubt(Set.of("desk"), Doubt.Grade.UNNAMED, "the list has moved");

  private final Map<String, Supplier<String>> records = new TreeMap<>();
  private final FakeApi tool = new FakeApi(this::answer);
  private final List<Doubt> doubts = new ArrayList<>();
  private int limit = 100;

  @Test
  void deletesOnlyWhatTheToolDenies() {
    doubts.add(MOVED);
    records.put("9", () -> "{'id':'9'}");

    assertThat(left(desk(".id"), "8", "9")).containsExactly("desk/1", "desk/9");
    assertThat(tool.asked()).contains("GET /desk/8", "GET /desk/9");
  }

  @ParameterizedTest
  @EnumSource(
      value = Reason.class,
      names = {"PERMISSION", "CREDENTIALS", "STATUS", "TIMEOUT", "NOT_JSON", "REDIRECT"})
  void keepsWhatTheToolDoesNotSay(Reason reason) {
    records.put("8", failure(reason));

    assertThat(left(desk(".id"), "8")).containsExactly("desk/1", "desk/8");
  }

  @Test
  void keepsWhatIsAnotherRecord() {
    records.put("8", () -> "{'id':'88'}");

    assertThat(left(desk(".id"), "8")).containsExactly("desk/1", "desk/8");
  }

  @Test
  void deletesWhatTheAuthorLeavesOutThoughTheToolHasIt() {
    records.put("8", () -> "{'id':'8','type':'closed'}");

    assertThat(left(selected(".type != \\\"closed\\\""), "8")).containsExactly("desk/1");
  }

  @Test
  void keepsWhatCannotBeMapped() {
    records.put("8", () -> "{'id':'8','type':7}");

    assertThat(left(selected(".type | test(\\\"o\\\")"), "8")).containsExactly("desk/1", "desk/8");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\\"X-\\\" + (.old // empty)",
        ".old // empty",
        ".old // .id",
        ".id | select(. == \\\"7\\\") | \\\"X-\\\" + .",
        ".parent.id // empty"
      })
  void asksForNothingWhereAnotherMappingOfTheKindMayNameItsEntitiesOtherwise(String other) {
    doubts.add(MOVED);

    assertThat(left(desk(".id") + "," + desk(other), "X-8")).containsExactly("desk/1", "desk/X-8");
    assertThat(tool.asked()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "if .type == \\\"closed\\\" then \\\"X-\\\" + .id else .id end",
        ".old // .id",
        "(.old | values | \\\"X-\\\" + .) // .id"
      })
  void asksForNothingWhereTheMappingMayNameSomeOfItsEntitiesOtherwise(String identifier) {
    doubts.add(MOVED);

    assertThat(left(desk(identifier), "X-8")).containsExactly("desk/1", "desk/X-8");
    assertThat(tool.asked()).isEmpty();
  }

  @Test
  void asksWhereAllMappingsOfTheKindNameTheirEntitiesById() {
    doubts.add(MOVED);

    assertThat(left(desk(".id | tostring") + "," + desk(".key"), "8", "K-1"))
        .containsExactly("desk/1", "desk/K-1");
  }

  @Test
  void asksForNothingWhereTheEntitiesAreNotNamedById() {
    doubts.add(MOVED);

    assertThat(left(desk("\\\"X-\\\" + .id"), "8")).contains("desk/8");
    assertThat(tool.asked()).isEmpty();
  }

  @Test
  void asksForNothingWhereAnotherKindMayFeedTheBlueprint() {
    doubts.add(MOVED);

    assertThat(left(desk(".id") + "," + Entities.resource("/plain", "desk"), "8"))
        .containsExactly("desk/1", "desk/8");
    assertThat(tool.asked()).isEmpty();
  }

  @Test
  void believesTheListsOfTheOthersOnlyIfAllThatWereAskedForAreGone() {
    limit = 2;

    assertThat(left(desk(".id"), "5", "6", "7", "8")).containsExactly("desk/1");

    records.put("5", () -> "{'id':'5'}");
    assertThat(left(desk(".id"), "5", "6", "7", "8"))
        .containsExactly("desk/1", "desk/5", "desk/7", "desk/8");
  }

  @Test
  void survivesALookUpThatThrows() {
    doubts.add(MOVED);
    LookUp broken =
        new LookUp(
            ids(),
            _ -> {
              throw new IllegalStateException("broken");
            });

    assertThat(left(broken, desk(".id"), "8")).containsExactly("desk/1", "desk/8");
  }

  private Set<String> left(String resources, String... identifiers) {
    return left(
        new LookUp(ids(), _ -> Optional.of(DeletionLookUpsTest::steps)), resources, identifiers);
  }

  /** What the catalog holds in the end. */
  private Set<String> left(LookUp lookUp, String resources, String... identifiers) {
    HoldingCatalog catalog = new HoldingCatalog(held(identifiers));
    SeenEntities seen = new SeenEntities();
    List<Finding> kinds = new ArrayList<>();
    for (KindPlan plan : plan(lookUp, resources).kinds()) {
      kinds.add(read(plan, seen));
    }
    Reconciler reconciler = catalog.side().reconciler();
    RunFindings findings = new RunFindings(NOW, seen, doubts, true, Optional.of(Set.of("desk")));
    DeletionPlan deletions = reconciler.plan(findings);
    new DeletionLookUps(new RecordLookUps(tool), limit).ask(deletions, kinds);
    reconciler.reconcile(deletions, findings, _ -> {});
    return catalog.held();
  }

  private static Set<String> held(String... identifiers) {
    Set<String> held = new TreeSet<>(Set.of("desk/1"));
    for (String identifier : identifiers) {
      held.add("desk/" + identifier);
    }
    return held;
  }

  private static SyncPlan plan(LookUp lookUp, String resources) {
    Kind desks =
        Kind.Api.of("desk", "/desk", JsonPointer.compile("/values"), new Pagination.None())
            .lookedUpBy(lookUp);
    Source source =
        Source.of(URI.create("http://tool"), new Auth.None(), List.<Kind>of())
            .withKinds(
                List.of(desks), new Source.Defaults(JsonPointer.empty(), new Pagination.None()));
    return SyncPlan.of(Entities.mapping("{'resources':[" + resources + "]}"), source);
  }

  private static Finding read(KindPlan plan, SeenEntities seen) {
    KindStats stats = new KindStats(0, plan, SyncListener.NONE);
    for (Mapping mapping : plan.mappings()) {
      List<Outcome> outcomes = mapping.apply(SEEN);
      stats.outcomes(outcomes, SEEN);
      for (Outcome outcome : outcomes) {
        if (outcome instanceof Outcome.Mapped mapped) {
          seen.add(mapped.entity());
        }
      }
    }
    return stats.finding();
  }

  private static List<JsonPointer> ids() {
    return List.of(JsonPointer.compile("/id"), JsonPointer.compile("/key"));
  }

  private static List<LookUp.Step> steps(String id) {
    return List.of(new LookUp.Step(ApiRequest.get("/desk/" + id), JsonPointer.empty()));
  }

  private static Supplier<String> failure(Reason reason) {
    return () -> {
      throw new ApiException(reason, "no answer");
    };
  }

  private String answer(ApiRequest request) {
    String target = request.target();
    return target.equals("/desk")
        ? "{'values':[{'id':'1'}]}"
        : records.getOrDefault(target.replace("/desk/", ""), failure(Reason.NOT_FOUND)).get();
  }

  private static String desk(String identifier) {
    return resource("", identifier);
  }

  private static String selected(String query) {
    return resource("'selector':{'query':'" + query + "'},", ".id");
  }

  private static String resource(String selector, String identifier) {
    return ("{'kind':'desk',%s'port':{'entity':{'mappings':{'identifier':'%s',"
            + "'blueprint':'\\\"desk\\\"'}}}}")
        .formatted(selector, identifier);
  }
}
