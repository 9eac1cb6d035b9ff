package dev.seaway.core.resync;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.connector.ApiRequest;
import dev.seaway.core.ApiFailures;
import dev.seaway.core.FakeApi;
import dev.seaway.core.catalog.CatalogClient;
import dev.seaway.core.catalog.EntityKey;
import dev.seaway.core.catalog.EntityWriter;
import dev.seaway.core.catalog.Integration;
import dev.seaway.core.catalog.KnownEntities;
import dev.seaway.core.catalog.RunTag;
import dev.seaway.core.catalog.UpsertResult;
import dev.seaway.core.catalog.WriteOptions;
import dev.seaway.core.reconcile.SeenEntities;
import dev.seaway.mapping.Entity;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class EntitySinkTest {

  private final SeenEntities seen = new SeenEntities();
  private String known = "[]";
  private Function<ApiRequest, String> written =
      request -> "{'entities':[{'index':0,'created':true},{'index':1,'created':true}]}";
  private final FakeApi api =
      new FakeApi(
          request ->
              request.target().endsWith("/search")
                  ? "{'entities':" + known + "}"
                  : written.apply(request));

  @Test
  void writesOnlyWhatDiffers() {
    known = "[{'blueprint':'request','identifier':'1','relations':{'desk':'7'}}]";

    List<UpsertResult> results =
        write(Entities.request("1", "{'desk':'7'}"), Entities.request("2", "{}"));

    assertThat(results)
        .satisfiesExactlyInAnyOrder(
            result -> assertThat(result).isInstanceOf(UpsertResult.Unchanged.class),
            result -> assertThat(result).isInstanceOf(UpsertResult.Written.class));
    assertThat(sent()).containsExactly("2");
  }

  @Test
  void writesAllWhereTheCatalogCannotCompare() {
    FakeApi failing =
        new FakeApi(
            request -> {
              if (request.target().endsWith("/search")) {
                throw ApiFailures.status(500);
              }
              return written.apply(request);
            });

    assertThat(write(sink(failing), Entities.request("1", "{}")))
        .allMatch(UpsertResult.Written.class::isInstance);
  }

  @Test
  void writesAnEntityOnceThatAPageHoldsTwice() {
    write(Entities.request("1", "{'desk':'7'}"), Entities.request("1", "{'desk':'8'}"));

    assertThat(sent()).containsExactly("1");
    assertThat(api.requests().getLast().body().orElseThrow().text())
        .contains("8")
        .doesNotContain("7");
  }

  @Test
  void remembersWhatTheCatalogRefusedAndWhatItCallsOtherwise() {
    written =
        _ ->
            "{'entities':[{'index':0,'identifier':'ONE','created':true}],"
                + "'errors':[{'index':1,'statusCode':422,'message':'bad'}]}";

    write(Entities.request("one", "{}"), Entities.request("two", "{}"));

    assertThat(seen.add(new EntityKey("request", "one"))).isFalse();
    assertThat(seen.add(new EntityKey("request", "ONE"))).isFalse();
    assertThat(seen.add(new EntityKey("request", "two"))).isFalse();
  }

  @Test
  void remembersTheNameThatASearchHasFound() {
    written = _ -> "{'entity':{'identifier':'found'}}";

    write(Entities.searched());
    sink(api).writeLate(Entities.searched());

    assertThat(seen.add(new EntityKey("request", "found"))).isFalse();
  }

  private List<UpsertResult> write(Entity... entities) {
    return write(sink(api), entities);
  }

  private static List<UpsertResult> write(EntitySink sink, Entity... entities) {
    EntitySink.Batch batch = sink.remember(List.of(entities));
    List<UpsertResult> results = sink.write(batch);
    sink.count(batch, results);
    return results;
  }

  private EntitySink sink(FakeApi catalog) {
    CatalogClient client = new CatalogClient(catalog, new Integration("custom", "my", "1"));
    EntityWriter writer =
        new EntityWriter(client, new WriteOptions(true, true, 20, 1 << 20), new RunTag("run"));
    return new EntitySink(new KnownEntities(client), writer, seen, true);
  }

  private List<String> sent() {
    return FakeApi.json(api.requests().getLast().body().orElseThrow().text())
        .path("entities")
        .valueStream()
        .map(entity -> entity.path("identifier"))
        .map(JsonNode::asText)
        .toList();
  }
}
