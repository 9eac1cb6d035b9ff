package dev.seaway.core.resync;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.connector.ApiClient;
import dev.seaway.connector.ApiRequest;
import dev.seaway.connector.ApiResponse;
import dev.seaway.core.FakeApi;
import dev.seaway.core.catalog.CatalogClient;
import dev.seaway.core.catalog.EntityDeleter;
import dev.seaway.core.catalog.EntityWriter;
import dev.seaway.core.catalog.Integration;
import dev.seaway.core.catalog.KnownEntities;
import dev.seaway.core.catalog.RunTag;
import dev.seaway.core.catalog.WriteOptions;
import dev.seaway.core.reconcile.ReconcileOptions;
import dev.seaway.core.reconcile.Reconciler;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A catalog that holds entities from before, by {@code blueprint/identifier}. Thread-safe. */
final class HoldingCatalog implements ApiClient {

  private final Set<String> before;
  private final Set<String> held;
  private final Map<String, String> oddAnswers = new HashMap<>();
  private final Map<String, String> blueprints = new HashMap<>();
  private final List<String> written = new ArrayList<>();
  private final List<ApiRequest> requests = new ArrayList<>();
  private Map<String, List<String>> headers = Map.of();
  private Consumer<ApiRequest> failure = _ -> {};

  HoldingCatalog(Set<String> before) {
    this.before = before;
    this.held = new TreeSet<>(before);
  }

  /** This catalog, which does not take that entity. */
  HoldingCatalog refusing(String key) {
    return answering(key, "{'ok':false}");
  }

  /** This catalog, which does not write that entity and whatever comes with it, but says this. */
  HoldingCatalog answering(String key, String answer) {
    oddAnswers.put(key, answer);
    return this;
  }

  /** This catalog, which hands every request over, and throws what that throws. */
  HoldingCatalog failing(Consumer<ApiRequest> failure) {
    this.failure = failure;
    return this;
  }

  /** This catalog, by whose clock it is that time. */
  HoldingCatalog dated(String date) {
    headers = Map.of("date", List.of(date));
    return this;
  }

  /** What it holds now. */
  synchronized Set<String> held() {
    return new TreeSet<>(held);
  }

  /** What was written, in order. */
  synchronized List<String> written() {
    return List.copyOf(written);
  }

  /** What it was asked at paths that end like this, in order. */
  synchronized List<ApiRequest> requests(String end) {
    return requests.stream().filter(request -> request.target().endsWith(end)).toList();
  }

  /** This catalog, in which a relation leads from the one blueprint to the other. */
  HoldingCatalog relating(String from, String to) {
    blueprints.put(
        "/v1/blueprints/" + from,
        "{'blueprint':{'relations':{'%s':{'target':'%s'}}}}".formatted(to, to));
    return this;
  }

  /** This catalog as a run sees it, with everything allowed to go. */
  Resync.CatalogSide side() {
    return side(new ReconcileOptions(1, true));
  }

  /** This catalog as a run sees it. */
  Resync.CatalogSide side(ReconcileOptions options) {
    CatalogClient client = new CatalogClient(this, new Integration("custom", "my", "1"));
    RunTag tag = new RunTag("run");
    KnownEntities known = new KnownEntities(client);
    EntityWriter writer = new EntityWriter(client, new WriteOptions(true, true, 20, 1 << 20), tag);
    Reconciler reconciler =
        new Reconciler(client, known, new EntityDeleter(client, tag, 100), options, (_, _) -> {});
    return new Resync.CatalogSide(client, known, writer, reconciler);
  }

  @Override
  public synchronized ApiResponse send(ApiRequest request) {
    requests.add(request);
    failure.accept(request);
    JsonNode body =
        request.body().map(sent -> FakeApi.json(sent.text())).orElse(FakeApi.json("{}"));
    return new ApiResponse(200, headers, FakeApi.json(answer(request.target(), body)));
  }

  private String answer(String target, JsonNode body) {
    if (target.endsWith("/entities/bulk")) {
      return write(target.split("/", -1)[3], body.path("entities"));
    }
    if (target.endsWith("/datasource-entities")) {
      return listed();
    }
    if (target.endsWith("/bulk/entities/delete")) {
      String blueprint = target.split("/", -1)[3];
      body.path("entities").forEach(gone -> held.remove(blueprint + "/" + gone.asText()));
      return "{'deletedEntities':" + body.path("entities") + "}";
    }
    return target.endsWith("/search") ? "{'entities':[]}" : blueprints.getOrDefault(target, "{}");
  }

  private String write(String blueprint, JsonNode entities) {
    List<String> answers = new ArrayList<>();
    for (JsonNode entity : entities) {
      String key = blueprint + "/" + entity.path("identifier").asText();
      String oddAnswer = oddAnswers.get(key);
      if (oddAnswer != null) {
        return oddAnswer;
      }
      written.add(key);
      answers.add("{'index':" + answers.size() + ",'created':" + held.add(key) + "}");
    }
    return "{'entities':[" + String.join(",", answers) + "]}";
  }

  /** Only what no run has written since. */
  private String listed() {
    return before.stream()
        .filter(key -> !written.contains(key))
        .map(key -> key.split("/", -1))
        .map(key -> "{'blueprint':'" + key[0] + "','identifier':'" + key[1] + "'}")
        .collect(Collectors.joining(",", "{'entities':[", "]}"));
  }
}
