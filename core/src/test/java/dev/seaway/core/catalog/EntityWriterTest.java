package dev.seaway.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.seaway.connector.ApiRequest;
import dev.seaway.core.ApiFailures;
import dev.seaway.core.FakeApi;
import dev.seaway.core.catalog.UpsertResult.Refused;
import dev.seaway.core.catalog.UpsertResult.Written;
import dev.seaway.mapping.Entity;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntityWriterTest {

  private static final String ENTITIES = "/v1/blueprints/desk/entities";

  @Test
  void sendsBulksOfAtMostTheGivenLengthInOrder() {
    FakeApi api = new FakeApi(EntityWriterTest::accept);

    List<UpsertResult> results = writer(api, 20, 1 << 20).write("desk", entities(45));

    assertThat(results).hasSize(45).allMatch(Written.class::isInstance);
    assertThat(results.stream().map(result -> result.entity().id()))
        .containsExactlyElementsOf(IntStream.range(0, 45).mapToObj(Integer::toString).toList());
    assertThat(api.requests().stream().map(request -> body(request).path("entities").size()))
        .containsExactly(20, 20, 5);
    assertThat(api.asked().getFirst())
        .isEqualTo(
            "POST /v1/blueprints/desk/entities/bulk?upsert=true&merge=true"
                + "&create_missing_related_entities=false&validation_only=false"
                + "&ocean_info_event_type=resync&ocean_info_resync_id=run");
    assertThat(api.requests().getFirst().headers())
        .containsEntry("User-Agent", "port-ocean/jsm/1/my/exporter");
  }

  @Test
  void sendsBulksOfAtMostTheGivenBytes() {
    FakeApi api = new FakeApi(EntityWriterTest::accept);

    writer(api, 20, 200).write("desk", entities(10));

    assertThat(api.requests())
        .allMatch(request -> request.body().orElseThrow().text().length() <= 200);
    assertThat(
            api.requests().stream()
                .mapToInt(request -> body(request).path("entities").size())
                .sum())
        .isEqualTo(10);
  }

  @Test
  void tellsByIndexWhatWasRefused() {
    FakeApi api =
        new FakeApi(
            _ ->
                "{'entities':[{'index':0,'identifier':'0','created':true}],'errors':[{'index':1,"
                    + "'identifier':'1','statusCode':422,'error':'invalid','message':'bad'}]}");

    List<UpsertResult> results = writer(api, 20, 1 << 20).write("desk", entities(3));

    assertThat(results.get(0)).isEqualTo(new Written(results.get(0).entity(), "0", true));
    assertThat(results.get(1)).isEqualTo(new Refused(results.get(1).entity(), 422, "bad", false));
    assertThat(results.get(2))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.message()).contains("does not mention"));
  }

  @Test
  void takesAnEntityForNewWhereTheCatalogDoesNotSayAndKeepsTheCatalogsNameOfIt() {
    FakeApi api = new FakeApi(_ -> "{'ok':false,'entities':[{'index':0,'identifier':'ZERO'}]}");

    List<UpsertResult> results = writer(api, 20, 1 << 20).write("desk", entities(2));

    assertThat(results.get(0)).isEqualTo(new Written(results.get(0).entity(), "ZERO", true));
    assertThat(results.get(1)).isInstanceOf(Refused.class);
  }

  @Test
  void believesARefusalWhereTheSameIndexIsBothWrittenAndRefused() {
    FakeApi api =
        new FakeApi(
            _ ->
                "{'entities':[{'index':0},{'index':0},{'index':-1},{'index':9},{}],"
                    + "'errors':[{'index':0,'statusCode':422,'message':'bad'}]}");

    assertThat(writer(api, 20, 1 << 20).write("desk", entities(2)))
        .hasSize(2)
        .allMatch(Refused.class::isInstance);
  }

  @Test
  void halvesWhatIsTooLargeDownToTheOneThatIs() {
    FakeApi api =
        new FakeApi(
            request -> {
              if (body(request).path("entities").findValuesAsText("identifier").contains("3")) {
                throw ApiFailures.status(413);
              }
              return accept(request);
            });

    List<UpsertResult> results = writer(api, 20, 1 << 20).write("desk", entities(8));

    assertThat(
            results.stream().filter(Refused.class::isInstance).map(result -> result.entity().id()))
        .containsExactly("3");
    assertThat(results).hasSize(8);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 409, 413, 414, 422, 431, 500})
  void findsTheOneEntityForWhichAWholeBulkIsRefused(int status) {
    FakeApi api = refusing(status, Set.of("7"));

    List<UpsertResult> results = writer(api, 20, 1 << 20).write("desk", entities(20));

    assertThat(refused(results)).containsExactly("7");
    assertThat(results.stream().map(result -> result.entity().id()))
        .containsExactlyElementsOf(IntStream.range(0, 20).mapToObj(Integer::toString).toList());
    assertThat(api.requests()).hasSizeLessThanOrEqualTo(1 + 2 * 5);
  }

  @Test
  void findsSeveralEntitiesForWhichAWholeBulkIsRefused() {
    Set<String> guilty = Set.of("0", "1", "7", "19");

    List<UpsertResult> results =
        writer(refusing(400, guilty), 20, 1 << 20).write("desk", entities(20));

    assertThat(refused(results)).containsExactly("0", "1", "7", "19");
  }

  @Test
  void findsTheEntityWhereTheAnswerRefusesAllAndNamesNone() {
    FakeApi api =
        new FakeApi(
            request ->
                identifiers(request).contains("3")
                    ? "{'ok':false,'entities':[],'errors':[{'statusCode':422,'message':'bad'}]}"
                    : accept(request));

    List<UpsertResult> results = writer(api, 20, 1 << 20).write("desk", entities(8));

    assertThat(refused(results)).containsExactly("3");
    assertThat(results.get(3)).isEqualTo(new Refused(results.get(3).entity(), 422, "bad", false));
  }

  @Test
  void refusesTheOnlyEntityOnWhichACatalogFailsThatIsWellOtherwise() {
    EntityWriter writer = writer(refusing(500, Set.of("0")), 20, 1 << 20);

    assertThat(refused(writer.write("desk", entities(1)))).containsExactly("0");
  }

  @Test
  void endsTheSearchWhereNothingIsTaken() {
    FakeApi api = refusing(422, Set.copyOf(ids(20)));

    List<UpsertResult> results = writer(api, 20, 1 << 20).write("desk", entities(20));

    assertThat(refused(results)).hasSize(20);
    assertThat(api.requests()).hasSizeLessThanOrEqualTo(1 + 2 * 5);
  }

  @Test
  void stopsWhereTheCatalogFailsOnEverythingThatIsWritten() {
    EntityWriter writer = writer(refusing(500, Set.copyOf(ids(20))), 20, 1 << 20);

    assertThatThrownBy(() -> writer.write("desk", entities(20)))
        .isInstanceOf(CatalogException.class);
    for (int time = 0; time < 3; time++) {
      assertThat(refused(writer.write("desk", entities(1)))).hasSize(1);
    }
    assertThatThrownBy(() -> writer.write("desk", entities(1)))
        .isInstanceOf(CatalogException.class);
  }

  private static FakeApi refusing(int status, Set<String> guilty) {
    return new FakeApi(
        request -> {
          if (request.body().isPresent()
              && identifiers(request).stream().anyMatch(guilty::contains)) {
            throw ApiFailures.status(status);
          }
          return request.body().isPresent() ? accept(request) : "{'integration':{}}";
        });
  }

  private static List<String> identifiers(ApiRequest request) {
    return body(request).path("entities").findValuesAsText("identifier");
  }

  private static List<String> ids(int count) {
    return IntStream.range(0, count).mapToObj(Integer::toString).toList();
  }

  private static List<String> refused(List<UpsertResult> results) {
    return results.stream()
        .filter(Refused.class::isInstance)
        .map(result -> result.entity().id())
        .toList();
  }

  @Test
  void refusesEachEntityOfABulkThatTheCatalogRejects() {
    FakeApi api =
        new FakeApi(
            _ -> {
              throw ApiFailures.status(404);
            });

    assertThat(writer(api, 20, 1 << 20).write("desk", entities(2)))
        .hasSize(2)
        .allMatch(Refused.class::isInstance);
  }

  @Test
  void stopsWhereTheCatalogIsNotWell() {
    FakeApi api =
        new FakeApi(
            _ -> {
              throw ApiFailures.status(500);
            });

    assertThatThrownBy(() -> writer(api, 20, 1 << 20).write("desk", entities(2)))
        .isInstanceOf(CatalogException.class);
  }

  @Test
  void sendsAnEntityThatIsNamedByASearchOnItsOwn() {
    FakeApi api =
        new FakeApi(
            request ->
                request.target().endsWith("/bulk")
                    ? accept(request)
                    : "{'entity':{'identifier':'found'},'created':false}");
    List<Entity> entities = new ArrayList<>(entities(2));
    ObjectNode search = (ObjectNode) FakeApi.json("{'combinator':'and','rules':[]}");
    entities.add(1, new Entity("desk", search, (ObjectNode) FakeApi.json("{'title':'x'}")));

    List<UpsertResult> results = writer(api, 20, 1 << 20).write("desk", entities);

    assertThat(results.get(1))
        .isInstanceOfSatisfying(
            Written.class, written -> assertThat(written.identifier()).isEqualTo("found"));
    assertThat(api.requests().stream().map(ApiRequest::target))
        .containsExactly(ENTITIES + "/bulk", ENTITIES, ENTITIES + "/bulk");
  }

  private static EntityWriter writer(FakeApi api, int length, int bytes) {
    CatalogClient client = new CatalogClient(api, new Integration("jsm", "my", "1"));
    return new EntityWriter(
        client, new WriteOptions(true, false, length, bytes), new RunTag("run"));
  }

  private static List<Entity> entities(int count) {
    Function<Integer, Entity> entity =
        number ->
            new Entity(
                "desk",
                TextNode.valueOf(number.toString()),
                (ObjectNode) FakeApi.json("{'identifier':'" + number + "','blueprint':'desk'}"));
    return IntStream.range(0, count).boxed().map(entity).toList();
  }

  private static String accept(ApiRequest request) {
    List<String> written = new ArrayList<>();
    body(request)
        .path("entities")
        .forEach(
            entity ->
                written.add(
                    "{'index':%d,'identifier':%s,'created':true}"
                        .formatted(written.size(), entity.path("identifier"))));
    return "{'entities':[" + String.join(",", written) + "]}";
  }

  private static JsonNode body(ApiRequest request) {
    return FakeApi.json(request.body().orElseThrow().text());
  }
}
