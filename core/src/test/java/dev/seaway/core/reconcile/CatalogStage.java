package dev.seaway.core.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.seaway.connector.ApiRequest;
import dev.seaway.core.ApiFailures;
import dev.seaway.core.FakeApi;
import dev.seaway.core.catalog.CatalogClient;
import dev.seaway.core.catalog.EntityDeleter;
import dev.seaway.core.catalog.EntityKey;
import dev.seaway.core.catalog.Integration;
import dev.seaway.core.catalog.KnownEntities;
import dev.seaway.core.catalog.RunTag;
import dev.seaway.core.reconcile.RunFindings.Doubt;
import dev.seaway.mapping.Entity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A catalog that answers as a test says, and what a reconciler did to it. */
class CatalogStage {

  static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  final List<String> deleted = new ArrayList<>();
  final List<String> known = new ArrayList<>();
  final SeenEntities seen = new SeenEntities();
  final List<Decision> decisions = new ArrayList<>();
  final Map<String, String> relations =
      new HashMap<>(Map.of("request", "{'desk':{'target':'desk'}}"));
  Supplier<String> listingAnswer = () -> "";
  String deletionFails = "";
  boolean cascaded;
  Consumer<DeletionPlan> secondReading = _ -> {};
  List<Doubt> furtherDoubts = List.of();

  void knows(String blueprint, String... identifiers) {
    for (String identifier : identifiers) {
      known.add("{'blueprint':'" + blueprint + "','identifier':'" + identifier + "'}");
    }
  }

  void sees(String blueprint, String... identifiers) {
    for (String identifier : identifiers) {
      seen.add(new EntityKey(blueprint, identifier));
    }
  }

  static String[] numbers(int count) {
    return IntStream.range(0, count).mapToObj(Integer::toString).toArray(String[]::new);
  }

  static Entity request(String identifier, String relations) {
    ObjectNode json = (ObjectNode) FakeApi.json("{'relations':" + relations + "}");
    return new Entity("request", TextNode.valueOf(identifier), json);
  }

  List<Decision> reconcile(double threshold, Doubt... doubts) {
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
    List<Doubt> all = new ArrayList<>(List.of(doubts));
    DeletionPlan deletions = reconciler.plan(findings(all));
    secondReading.accept(deletions);
    all.addAll(furtherDoubts);
    reconciler.reconcile(deletions, findings(all), decisions::add);
    return decisions;
  }

  /** Where the mapping may feed any blueprint. */
  private RunFindings findings(List<Doubt> doubts) {
    return new RunFindings(START, seen, doubts, true, Optional.empty());
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
