package dev.seaway.benchmarks.jmh;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.seaway.benchmarks.source.SamplePage;
import dev.seaway.connector.ApiClient;
import dev.seaway.connector.ApiRequest;
import dev.seaway.connector.Auth;
import dev.seaway.connector.Kind;
import dev.seaway.connector.Pagination;
import dev.seaway.connector.Source;
import dev.seaway.core.http.ApiClients;
import dev.seaway.core.http.HttpAnswer;
import dev.seaway.core.http.Sleeper;
import dev.seaway.mapping.Entity;
import dev.seaway.mapping.Mapping;
import dev.seaway.mapping.MappingDocument;
import dev.seaway.mapping.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What one record costs in the steps between the two networks; every figure is per record. */
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@OutputTimeUnit(TimeUnit.SECONDS)
public class RecordSteps {

  private static final JsonMapper JSON = new JsonMapper();
  private static final int RECORDS = 50;

  private final byte[] page = SamplePage.ofRequests(RECORDS);
  private final ApiClient client = answering(page);
  private final Mapping mapping = mapping("mapping.json");
  private final Mapping heavy = mapping("heavy-mapping.json");
  private final JsonNode request = parse(page).path("values").get(0);
  private final Entity entity = entity(mapping.apply(request));

  /** Bytes to a tree, a page of 50 at once, through the client that runs use. */
  @Benchmark
  @OperationsPerInvocation(RECORDS)
  public JsonNode parsePage() {
    return client.send(ApiRequest.get("/requests")).body();
  }

  /** A record to an entity, by eight fields and a selector. */
  @Benchmark
  public List<Outcome> mapRecord() {
    return mapping.apply(request);
  }

  /**
   * The same by regular expressions, {@code to_entries}, {@code reduce} and a difference of dates.
   */
  @Benchmark
  public List<Outcome> mapRecordHeavily() {
    return heavy.apply(request);
  }

  /** An entity to the text that is sent. */
  @Benchmark
  public String serializeEntity() {
    return entity.json().toString();
  }

  private static ApiClient answering(byte[] body) {
    Source source =
        new Source(
            URI.create("http://localhost"),
            List.of(),
            new Auth.None(),
            Map.of(),
            List.of(
                Kind.Api.of(
                    "requests",
                    "/requests",
                    JsonPointer.compile("/values"),
                    new Pagination.None())),
            Optional.empty(),
            Source.Limits.DEFAULT);
    HttpAnswer answer = new HttpAnswer(200, Map.of(), body);
    return ApiClients.of(source, _ -> answer, Sleeper.real(), (_, _, _) -> {});
  }

  private static JsonNode parse(byte[] json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new IllegalStateException("The sample page is no JSON", e);
    }
  }

  private static Mapping mapping(String name) {
    try (InputStream json = RecordSteps.class.getResourceAsStream("/benchmarks/" + name)) {
      return MappingDocument.parse(JSON.readTree(json), Map.of())
          .document()
          .orElseThrow()
          .resources()
          .getFirst()
          .mapping();
    } catch (IOException e) {
      throw new IllegalStateException("The sample mapping is no JSON", e);
    }
  }

  private static Entity entity(List<Outcome> outcomes) {
    if (outcomes.getFirst() instanceof Outcome.Mapped mapped) {
      return mapped.entity();
    }
    throw new IllegalStateException("The sample record maps to " + outcomes);
  }
}
