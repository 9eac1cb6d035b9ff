package dev.seaway.core.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.seaway.connector.ApiRequest;
import dev.seaway.core.ApiFailures;
import dev.seaway.core.FakeApi;
import dev.seaway.core.catalog.CatalogClient;
import dev.seaway.core.catalog.CatalogException;
import dev.seaway.core.catalog.EntityDeleter;
import dev.seaway.core.catalog.EntityKey;
import dev.seaway.core.catalog.Integration;
import dev.seaway.core.catalog.KnownEntities;
import dev.seaway.core.catalog.RunTag;
import dev.seaway.core.reconcile.Decision.Delete;
import dev.seaway.core.reconcile.Decision.Keep;
import dev.seaway.core.reconcile.Evidence.Doubt;
import dev.seaway.mapping.Entity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReconcilerTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final List<String> deleted = new ArrayList<>();
  private final List<String> known = new ArrayList<>();
  private final SeenEntities seen = new SeenEntities();
  private final List<Decision> decisions = new ArrayList<>();
  private final Map<String, String> relations =
      new HashMap<>(Map.of("request", "{'desk':{'target':'desk'}}"));
  private Supplier<String> listingAnswer = () -> "";
  private String deletionFails = "";
  private boolean cascaded;
  private Consumer<Prospect> secondReading = _ -> {};
  private List<Doubt> furtherDoubts = List.of();

  @Test
  void deletesExactlyWhatWasNotSeen() {
    knows("desk", "1", "2", "3");
    sees("desk", "1", "3");

    assertThat(reconcile(0.9)).containsExactly(new Delete("desk", 1));
    assertThat(deleted).containsExactly("desk 2");
    assertThat(cascaded).isTrue();
  }

  @Test
  void keepsWhatADoubtConcernsAndThenLetsNothingElseTakeDependentsAlong() {
    knows("desk", "1", "2");
    knows("request", "7", "8");
    sees("desk", "1");
    sees("request", "7");

    List<Decision> decisions = reconcile(0.9, new Doubt(Set.of("request"), "page 3 answered 500"));

    assertThat(decisions)
        .containsExactlyInAnyOrder(
            new Delete("desk", 1), new Keep("request", 1, "page 3 answered 500", true));
    assertThat(deleted).containsExactly("desk 2");
    assertThat(cascaded).isFalse();
  }

  @Test
  void keepsEverythingWhereADoubtMayConcernAnyBlueprint() {
    knows("desk", "1", "2");
    sees("desk", "1");

    assertThat(reconcile(1, new Doubt(Set.of(), "unread")))
        .containsExactly(new Keep("desk", 1, "unread", true));
    assertThat(deleted).isEmpty();
  }

  @Test
  void keepsWhatIsMoreThanTheThresholdOfItsBlueprint() {
    knows("desk", "1", "2");
    knows("request", numbers(100));
    sees("request", numbers(100));

    assertThat(reconcile(0.9)).singleElement().isInstanceOf(Keep.class);
    assertThat(deleted).isEmpty();
  }

  @Test
  void keepsAllWhereTheShareOverallIsTooLarge() {
    knows("desk", "1", "2");
    knows("request", "1", "2");
    sees("desk", "1");
    sees("request", "1");

    assertThat(reconcile(0.4)).allMatch(Keep.class::isInstance);
    assertThat(deleted).isEmpty();
  }

  @Test
  void neverDeletesWithAThresholdOfZeroAndAlwaysWithOne() {
    knows("desk", "1", "2");
    assertThat(reconcile(0)).allMatch(Keep.class::isInstance);
    assertThat(reconcile(1)).containsExactly(new Delete("desk", 2));
  }

  @Test
  void countsWhatWasWrittenAnewAsKnown() {
    knows("desk", "1");
    IntStream.range(0, 9).forEach(_ -> seen.rewritten("desk"));

    assertThat(reconcile(0.1)).containsExactly(new Delete("desk", 1));
  }

  @Test
  void keepsWhatASeenEntityRelatesTo() {
    knows("desk", numbers(20));
    sees("desk", numbers(18));
    seen.add(request("7", "{'desk':'19'}"));

    assertThat(reconcile(0.9))
        .containsExactly(
            new Keep("desk", 1, "entities that still exist relate to them", false),
            new Delete("desk", 1));
    assertThat(deleted).containsExactly("desk 18");
  }

  @Test
  void deletesWhatDependsBeforeWhatItDependsOn() {
    knows("desk", "1", "2", "3");
    knows("request", "7", "8", "9");
    sees("desk", "1", "2");
    sees("request", "7", "8");

    reconcile(0.9);

    assertThat(deleted).containsExactly("request 9", "desk 3");
  }

  @Test
  void deletesNothingWhereTheEarlierStateIsUnknown() {
    listingAnswer = () -> "{'ok':true}";

    assertThatThrownBy(() -> reconcile(1))
        .isInstanceOf(CatalogException.class)
        .hasMessageContaining("earlier state is unknown");
    assertThat(deleted).isEmpty();
  }

  @Test
  void takesNoDependentsAlongOverARelationThatTheMappingDoesNotSet() {
    knows("desk", "1", "2");
    sees("desk", "1");
    seen.add(request("7", "{}"));

    assertThat(reconcile(0.9)).containsExactly(new Delete("desk", 1));
    assertThat(cascaded).isFalse();
  }

  @Test
  void takesDependentsAlongWhereEverySeenEntitySetsItsRelation() {
    knows("desk", "1", "2");
    sees("desk", "1");
    seen.add(request("7", "{'desk':'1'}"));
    seen.add(request("8", "{'desk':null}"));

    assertThat(reconcile(0.9)).containsExactly(new Delete("desk", 1));
    assertThat(cascaded).isTrue();
  }

  @Test
  void takesNoDependentsAlongWhereAWayOverAThirdEntityMayLeadToASeenOne() {
    relations.put("desk", "{'team':{'target':'team'}}");
    knows("team", "1", "2");
    sees("team", "1");
    seen.add(request("7", "{'desk':'1'}"));

    assertThat(reconcile(0.9)).containsExactly(new Delete("team", 1));
    assertThat(cascaded).isFalse();
  }

  @Test
  void takesNoDependentsAlongWhereTheCatalogDoesNotShowABlueprintOnTheWay() {
    relations.put("desk", "{'owner':{'target':'_user'}}");
    knows("desk", "1", "2");
    sees("desk", "1");
    seen.add(request("7", "{'desk':'1'}"));

    assertThat(reconcile(0.9)).containsExactly(new Delete("desk", 1));
    assertThat(cascaded).isFalse();
  }

  @Test
  void takesNoDependentsAlongWhereTheyWereDecidedToBeKept() {
    knows("desk", "1", "2");
    sees("desk", "1");
    knows("request", numbers(10));

    assertThat(reconcile(0.9))
        .hasSize(2)
        .contains(new Delete("desk", 1))
        .anySatisfy(decision -> assertThat(decision).isInstanceOf(Keep.class));
    assertThat(cascaded).isFalse();
  }

  @Test
  void tellsWhatItDeletedBeforeTheCatalogFailed() {
    knows("desk", "1", "2");
    knows("request", "7", "8");
    sees("desk", "1");
    sees("request", "7");
    deletionFails = "desk";

    assertThatThrownBy(() -> reconcile(0.9)).isInstanceOf(CatalogException.class);
    assertThat(decisions).containsExactly(new Delete("request", 1), new Delete("desk", 0));
  }

  @Test
  void countsAnEntityOnceThatIsListedTwice() {
    knows("desk", "1", "2", "1", "1", "1", "1", "1", "1");
    sees("desk", "1");

    assertThat(reconcile(0.4)).singleElement().isInstanceOf(Keep.class);
    assertThat(deleted).isEmpty();
  }

  @Test
  void deletesNothingWhereTheListRepeatsItselfForEver() {
    int[] page = {0};
    listingAnswer =
        () -> "{'entities':[{'blueprint':'desk','identifier':'1'}],'next':" + ++page[0] + "}";

    assertThatThrownBy(() -> reconcile(1)).hasMessageContaining("repeats itself");
    assertThat(deleted).isEmpty();
  }

  @Test
  void doesNotLetWhatMayNotGoTakeThePlaceOfWhatMay() {
    SeenEntities none = new SeenEntities();
    Census census =
        new Census(none, new Census.Rules(_ -> false, blueprint -> blueprint.equals("desk"), 1));

    census.count(List.of(new EntityKey("request", "7"), new EntityKey("desk", "1")));

    assertThat(census.gathered("request")).isEmpty();
    assertThat(census.gathered("desk")).containsExactly("1");
  }

  @Test
  void deletesInBulksOfTheGivenLength() {
    knows("desk", numbers(25));
    sees("desk", "0");

    assertThat(reconcile(1)).containsExactly(new Delete("desk", 24));
    assertThat(deleted).hasSize(24);
  }

  @Test
  void keepsWhatASecondReadingFound() {
    knows("desk", "1", "2", "3");
    sees("desk", "1");
    secondReading =
        prospect -> {
          assertThat(prospect.blueprints()).containsExactly("desk");
          sees("desk", "2");
          assertThat(prospect.strikeOff()).isEqualTo(1);
        };

    assertThat(reconcile(0.9)).containsExactly(new Delete("desk", 1));
    assertThat(deleted).containsExactly("desk 3");
  }

  @Test
  void decidesNothingWhereASecondReadingFoundAll() {
    knows("desk", "1", "2");
    sees("desk", "1");
    secondReading =
        prospect -> {
          sees("desk", "2");
          prospect.strikeOff();
          assertThat(prospect.blueprints()).isEmpty();
        };

    assertThat(reconcile(0.9)).isEmpty();
  }

  @Test
  void keepsWhatAnEntityOfASecondReadingRelatesTo() {
    knows("desk", numbers(20));
    sees("desk", numbers(18));
    secondReading =
        prospect -> {
          seen.add(request("7", "{'desk':'19'}"));
          assertThat(prospect.strikeOff()).isZero();
        };

    assertThat(reconcile(0.9))
        .containsExactly(
            new Keep("desk", 1, "entities that still exist relate to them", false),
            new Delete("desk", 1));
    assertThat(deleted).containsExactly("desk 18");
  }

  @Test
  void keepsWhatWasNotFoundWhereASecondReadingIsInDoubt() {
    knows("desk", "1", "2", "3");
    sees("desk", "1");
    furtherDoubts = List.of(new Doubt(Set.of("desk"), "page 2 answered 500"));
    secondReading =
        prospect -> {
          sees("desk", "2");
          prospect.strikeOff();
        };

    assertThat(reconcile(0.9)).containsExactly(new Keep("desk", 1, "page 2 answered 500", true));
    assertThat(deleted).isEmpty();
  }

  @Test
  void deletesNothingThatWasNotInProspectWhateverASecondReadingFound() {
    knows("desk", "1", "2", "3", "4");
    knows("request", numbers(10));
    sees("request", numbers(9));
    sees("desk", "1");
    secondReading =
        prospect -> {
          assertThat(prospect.blueprints()).containsExactly("request");
          sees("desk", "2", "3");
          prospect.strikeOff();
        };

    assertThat(reconcile(0.5))
        .satisfiesExactly(
            decision ->
                assertThat(decision)
                    .isInstanceOfSatisfying(
                        Keep.class, keep -> assertThat(keep.kept()).isEqualTo(1)),
            decision -> assertThat(decision).isEqualTo(new Delete("request", 1)));
  }

  private void knows(String blueprint, String... identifiers) {
    for (String identifier : identifiers) {
      known.add("{'blueprint':'" + blueprint + "','identifier':'" + identifier + "'}");
    }
  }

  private void sees(String blueprint, String... identifiers) {
    for (String identifier : identifiers) {
      seen.add(new EntityKey(blueprint, identifier));
    }
  }

  private static String[] numbers(int count) {
    return IntStream.range(0, count).mapToObj(Integer::toString).toArray(String[]::new);
  }

  private static Entity request(String identifier, String relations) {
    ObjectNode json = (ObjectNode) FakeApi.json("{'relations':" + relations + "}");
    return new Entity("request", TextNode.valueOf(identifier), json);
  }

  private List<Decision> reconcile(double threshold, Doubt... doubts) {
    CatalogClient client =
        new CatalogClient(new FakeApi(this::answer), new Integration("jsm", "my", "1"));
    decisions.clear();
    Reconciler reconciler =
        new Reconciler(
            client,
            new KnownEntities(client),
            new EntityDeleter(client, new RunTag("run"), 10),
            new ReconcileOptions(threshold, true),
            (_, _) -> {});
    Evidence evidence = new Evidence(START, seen, List.of(doubts), true);
    Prospect prospect = reconciler.prospect(evidence);
    secondReading.accept(prospect);
    reconciler.reconcile(prospect, evidence.and(furtherDoubts, true), decisions::add);
    return decisions;
  }

  private String answer(ApiRequest request) {
    String target = request.target();
    if (target.endsWith("/datasource-entities")) {
      String answer = listingAnswer.get();
      return answer.isEmpty() ? page(request) : answer;
    }
    if (target.endsWith("/bulk/entities/delete")) {
      return delete(request);
    }
    String blueprint = target.substring(target.lastIndexOf('/') + 1);
    if (blueprint.startsWith("_")) {
      throw ApiFailures.status(403);
    }
    return "{'blueprint':{'relations':" + relations.getOrDefault(blueprint, "{}") + "}}";
  }

  /** Two pages, so that the listing is followed. */
  private String page(ApiRequest request) {
    JsonNode body = FakeApi.json(request.body().orElseThrow().text());
    assertThat(body.path("before").asText()).isEqualTo(START.toString());
    int half = known.size() / 2;
    List<String> page =
        body.has("from") ? known.subList(half, known.size()) : known.subList(0, half);
    return page.stream().collect(Collectors.joining(",", "{'entities':[", "]"))
        + (body.has("from") ? "}" : ",'next':'more'}");
  }

  private String delete(ApiRequest request) {
    String blueprint = request.target().split("/", -1)[3];
    JsonNode identifiers = FakeApi.json(request.body().orElseThrow().text()).path("entities");
    if (blueprint.equals(deletionFails)) {
      throw ApiFailures.status(500);
    }
    assertThat(identifiers.size()).isBetween(1, 10);
    identifiers.forEach(identifier -> deleted.add(blueprint + " " + identifier.asText()));
    cascaded = request.query("delete_dependents").orElseThrow().equals("true");
    return "{'deletedEntities':" + identifiers + "}";
  }
}
