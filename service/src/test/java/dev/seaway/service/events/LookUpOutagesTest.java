package dev.seaway.service.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seaway.connector.ApiRequest;
import dev.seaway.connector.Auth;
import dev.seaway.connector.Change;
import dev.seaway.connector.Delivery;
import dev.seaway.connector.Kind;
import dev.seaway.connector.LiveEvents;
import dev.seaway.connector.LookUp;
import dev.seaway.connector.Pagination;
import dev.seaway.connector.Secret;
import dev.seaway.connector.Source;
import dev.seaway.core.FakeApi;
import dev.seaway.core.SeawayException;
import dev.seaway.core.catalog.CatalogClient;
import dev.seaway.core.catalog.EntityDeleter;
import dev.seaway.core.catalog.EntityWriter;
import dev.seaway.core.catalog.Integration;
import dev.seaway.core.catalog.KnownEntities;
import dev.seaway.core.catalog.RunTag;
import dev.seaway.core.catalog.WriteOptions;
import dev.seaway.core.http.ApiClients;
import dev.seaway.core.http.HttpAnswer;
import dev.seaway.core.http.HttpCall;
import dev.seaway.core.http.Sleeper;
import dev.seaway.core.reconcile.EventGuard;
import dev.seaway.core.resync.RecordSync;
import dev.seaway.core.resync.SyncPlan;
import dev.seaway.mapping.MappingDocument;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An event of many records waits as a whole while the tool says nothing of one of them. */
class LookUpOutagesTest {

  private static final int RECORDS = 12;
  private static final String SILENT = "/desk/7";

  private static final Sleeper NO_WAITS =
      new Sleeper() {
        @Override
        public Instant instant() {
          return Instant.parse("2026-01-05T10:00:00Z");
        }

        @Override
        public void sleep(Duration wait) {}

        @Override
        public double jitter() {
          return 0;
        }
      };

  private final FakeApi catalog = new FakeApi(LookUpOutagesTest::written);
  private final List<String> broken = new ArrayList<>();
  private HttpAnswer outage = answer(200, Map.of(), "{}");

  static Stream<HttpAnswer> outages() {
    return Stream.of(
        answer(200, Map.of("X-AUSERNAME", "anonymous"), "{\"id\":\"7\"}"),
        answer(200, Map.of("X-Seraph-LoginReason", "AUTHENTICATED_FAILED"), "{\"id\":\"7\"}"),
        answer(200, Map.of("WWW-Authenticate", "Basic"), "{\"id\":\"7\"}"),
        answer(401, Map.of(), ""),
        answer(403, Map.of(), "{}"),
        answer(302, Map.of("Location", "https://id.example.com/login"), ""),
        answer(302, Map.of("Location", "/elsewhere"), ""),
        answer(200, Map.of("Content-Type", "text/html"), "<html>Sign in</html>"),
        answer(200, Map.of("Content-Type", "text/html"), "<p>Sorry"),
        answer(200, Map.of(), "{\"id\":"),
        answer(200, Map.of(), "{\"message\":\"We are down\"}"));
  }

  @ParameterizedTest
  @MethodSource("outages")
  void waitsForARecord(HttpAnswer answer) throws InterruptedException {
    outage = answer;
    broken.add(SILENT);
    broken.add("/elsewhere");

    waitsAndIsAppliedOnceItIsMended();
  }

  @ParameterizedTest
  @MethodSource("outages")
  void waitsForAListThatSaysWhetherANotFoundIsOne(HttpAnswer answer) throws InterruptedException {
    outage = answer;
    broken.add("/desk");
    broken.add("/elsewhere");
    broken.add("404 " + SILENT);

    waitsAndIsAppliedOnceItIsMended();
  }

  private void waitsAndIsAppliedOnceItIsMended() throws InterruptedException {
    RecordSync sync = sync();

    SeawayException failure =
        catchThrowableOfType(SeawayException.class, () -> sync.apply(event()));

    assertThat(failure).isNotNull();
    assertThat(Retries.isOutage(failure)).as(failure.getMessage()).isTrue();
    assertThat(catalog.requests()).as("nothing of the event is applied").isEmpty();
    broken.clear();
    assertThat(sync.apply(event())).isEqualTo(new RecordSync.Outcome.Applied(RECORDS, 0));
  }

  private RecordSync sync() {
    LookUp byId =
        new LookUp(
            List.of(JsonPointer.compile("/id")),
            _ ->
                Optional.of(
                    id ->
                        List.of(
                            new LookUp.Step(ApiRequest.get("/desk/" + id), JsonPointer.empty()))));
    Kind desks =
        Kind.Api.of("desk", "/desk", JsonPointer.compile("/values"), new Pagination.None())
            .lookedUpBy(byId);
    Source source =
        Source.of(URI.create("http://tool"), new Auth.Bearer(Secret.of("hush")), List.of(desks));
    CatalogClient client = new CatalogClient(catalog, new Integration("custom", "my", "1"));
    return new RecordSync(
        SyncPlan.of(mapping(), source),
        source,
        new Told(),
        ApiClients.of(source, this::answered, NO_WAITS, (_, _, _) -> {}),
        new RecordSync.CatalogSide(
            new KnownEntities(client),
            new EntityWriter(client, new WriteOptions(true, true, 20, 1 << 20), RunTag.LIVE),
            new EntityDeleter(client, RunTag.LIVE, 100),
            new EventGuard()),
        () -> true);
  }

  private static MappingDocument mapping() {
    return MappingDocument.parse(
            FakeApi.json(
                "{'resources':[{'kind':'desk','selector':{'query':'true'},'port':{'entity':"
                    + "{'mappings':{'identifier':'.id','blueprint':'\\\"desk\\\"'}}}}]}"),
            Map.of())
        .document()
        .orElseThrow();
  }

  private HttpAnswer answered(HttpCall call) {
    String path = call.uri().getPath();
    if (broken.contains(path)) {
      return outage;
    }
    if (broken.contains("404 " + path)) {
      return answer(404, Map.of(), "{}");
    }
    return answer(200, Map.of(), "{\"id\":\"" + path.replace("/desk/", "") + "\"}");
  }

  private static HttpAnswer answer(int status, Map<String, String> headers, String body) {
    Map<String, List<String>> lists = new LinkedHashMap<>();
    headers.forEach((name, value) -> lists.put(name, List.of(value)));
    return new HttpAnswer(status, lists, body.getBytes(StandardCharsets.UTF_8));
  }

  private static LiveEvents.Event event() {
    List<Change> changes = new ArrayList<>();
    for (int id = 1; id <= RECORDS; id++) {
      ObjectNode known = (ObjectNode) FakeApi.json("{'id':'" + id + "'}");
      changes.add(new Change.Stale("desk", Integer.toString(id), known));
    }
    return new LiveEvents.Event("changed", Optional.empty(), "desks", changes);
  }

  private static String written(ApiRequest request) {
    if (!request.target().endsWith("/entities/bulk")) {
      return "{'entities':[]}";
    }
    int entities = FakeApi.json(request.body().orElseThrow().text()).path("entities").size();
    return IntStream.range(0, entities)
        .mapToObj(index -> "{'index':" + index + ",'created':true}")
        .toList()
        .toString()
        .transform(answers -> "{'entities':" + answers + "}");
  }

  /** Tells of nothing by itself. */
  private static final class Told implements LiveEvents {

    @Override
    public String path() {
      return "webhook";
    }

    @Override
    public Optional<String> refusal(Delivery delivery) {
      return Optional.empty();
    }

    @Override
    public Event event(Delivery delivery) {
      throw new IllegalArgumentException("there is none");
    }
  }
}
