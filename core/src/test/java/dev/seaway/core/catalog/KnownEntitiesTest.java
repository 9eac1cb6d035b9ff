package dev.seaway.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.seaway.connector.ApiClient;
import dev.seaway.connector.ApiRequest.Parameter;
import dev.seaway.connector.ApiResponse;
import dev.seaway.core.ApiFailures;
import dev.seaway.core.FakeApi;
import dev.seaway.mapping.Entity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KnownEntitiesTest {

  private static final Integration INTEGRATION = new Integration("jsm", "my", "1");
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final String DESK =
      "{'identifier':'1','blueprint':'desk','title':'One','properties':{'size':3}}";

  private final List<EntityKey> listed = new ArrayList<>();

  @Test
  void findsWhatIsUnchangedAndAsksOnlyForWhatIsMapped() {
    FakeApi api = new FakeApi(_ -> "{'entities':[" + DESK + "]}");

    assertThat(known(api).unchanged("desk", List.of(entity(DESK)))).hasSize(1);
    assertThat(
            api.requests().getFirst().query().stream()
                .filter(parameter -> parameter.name().equals("include"))
                .map(Parameter::value))
        .containsExactly("blueprint", "identifier", "title", "properties.size");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'entities':null}",
        "{'entities':'none'}",
        "{'entities':[]}",
        "{'entities':[null,7,{}]}",
        "{'entities':[{'identifier':'1','blueprint':'desk','title':'Two','properties':{'size':3}}]}",
        "{'entities':[{'identifier':'1','blueprint':'room','title':'One','properties':{'size':3}}]}",
        "{'entities':[{'identifier':'1','title':'One','properties':{'size':3}}]}"
      })
  void takesNothingForUnchangedThatTheCatalogDoesNotShowToBe(String answer) {
    assertThat(known(new FakeApi(_ -> answer)).unchanged("desk", List.of(entity(DESK)))).isEmpty();
  }

  @Test
  void comparesAHundredAtATime() {
    FakeApi api = new FakeApi(_ -> "{'entities':[]}");
    List<Entity> entities =
        IntStream.range(0, 220)
            .mapToObj(number -> entity("{'identifier':'" + number + "','blueprint':'desk'}"))
            .toList();

    known(api).unchanged("desk", entities);

    assertThat(api.requests()).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 413, 414, 422, 431, 500})
  void comparesTheOthersWhereOneMakesTheCatalogRefuseTheSearch(int status) {
    FakeApi api =
        new FakeApi(
            request -> {
              List<String> asked = new ArrayList<>();
              FakeApi.json(request.body().orElseThrow().text())
                  .at("/rules/0/value")
                  .forEach(identifier -> asked.add(identifier.textValue()));
              if (asked.contains("17")) {
                throw ApiFailures.status(status);
              }
              return asked.stream()
                  .map("{'identifier':'%s','blueprint':'desk'}"::formatted)
                  .collect(Collectors.joining(",", "{'entities':[", "]}"));
            });
    List<Entity> entities =
        IntStream.range(0, 50)
            .mapToObj(number -> entity("{'identifier':'" + number + "','blueprint':'desk'}"))
            .toList();

    assertThat(known(api).unchanged("desk", entities)).hasSize(49);
    assertThat(api.requests()).hasSizeLessThanOrEqualTo(1 + 2 * 6);
  }

  @Test
  void followsTokensOfAnyType() {
    FakeApi api =
        new FakeApi(
            request ->
                switch (FakeApi.json(request.body().orElseThrow().text()).path("from").toString()) {
                  case "" -> page("1", "7");
                  case "7" -> page("2", "{'at':8}");
                  case "{\"at\":8}" -> page("3", "'x'");
                  default -> page("4", "null");
                });

    list(api);

    assertThat(listed.stream().map(EntityKey::identifier)).containsExactly("1", "2", "3", "4");
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "false", "''", "{}", "[]"})
  void endsWhereTheTokenIsNone(String next) {
    FakeApi api = new FakeApi(_ -> page("1", next));

    list(api);

    assertThat(api.requests()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"'x'", "7", "true", "['a']"})
  void failsWhereATokenComesTwice(String next) {
    assertThatThrownBy(() -> list(new FakeApi(_ -> page("1", next))))
        .isInstanceOf(CatalogException.class)
        .hasMessageContaining("in circles");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'blueprint':'desk'}",
        "{'blueprint':'desk','identifier':null}",
        "{'blueprint':'desk','identifier':''}",
        "{'identifier':'1'}",
        "{'blueprint':{},'identifier':'1'}",
        "'1'",
        "null"
      })
  void refusesAListWithAnEntryThatNamesNoEntity(String entry) {
    assertThatThrownBy(() -> list(new FakeApi(_ -> "{'entities':[" + entry + "]}")))
        .isInstanceOf(CatalogException.class)
        .hasMessageContaining("nothing is deleted");
    assertThat(listed).isEmpty();
  }

  @Test
  void failsWhereAPageComesAgainUnderEverNewTokens() {
    AtomicInteger asked = new AtomicInteger();
    FakeApi api = new FakeApi(_ -> page("1", "'t" + asked.incrementAndGet() + "'"));

    assertThatThrownBy(() -> list(api))
        .isInstanceOf(CatalogException.class)
        .hasMessageContaining("in circles")
        .hasMessageContaining("nothing is deleted");
    assertThat(asked).hasValue(3);
  }

  @Test
  void failsWherePagesGoRoundUnderEverNewTokens() {
    AtomicInteger asked = new AtomicInteger();
    FakeApi api =
        new FakeApi(_ -> page("" + asked.get() % 5, "'t" + asked.incrementAndGet() + "'"));

    assertThatThrownBy(() -> list(api)).hasMessageContaining("in circles");
    assertThat(asked).hasValue(7);
  }

  @Test
  void failsWhereEmptyPagesNeverEnd() {
    AtomicInteger asked = new AtomicInteger();
    FakeApi api = new FakeApi(_ -> "{'entities':[],'next':'t" + asked.incrementAndGet() + "'}");

    assertThatThrownBy(() -> list(api)).hasMessageContaining("in circles");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          202 | {'entities':[]}                                 | answered 202
          206 | {'entities':[]}                                 | answered 206
          200 | {'ok':false,'entities':[]}                      | did not list
          200 | {'ok':false,'error':'busy','message':'later'}   | did not list
          200 | {'ok':true,'entities':{}}                       | did not list
          200 | {}                                              | did not list
          200 | []                                              | did not list
          """)
  void takesNoPartForTheWhole(int status, String body, String words) {
    ApiClient api = _ -> new ApiResponse(status, Map.of(), FakeApi.json(body));
    KnownEntities known = new KnownEntities(new CatalogClient(api, INTEGRATION));

    assertThatThrownBy(() -> known.writtenBefore(NOW, listed::addAll))
        .isInstanceOf(CatalogException.class)
        .hasMessageContaining(words)
        .hasMessageContaining("nothing is deleted");
    assertThatThrownBy(() -> known.isEmptyBefore(NOW)).hasMessageContaining(words);
    assertThatThrownBy(() -> known.ours("desk", List.of("1"))).hasMessageContaining(words);
    assertThat(listed).isEmpty();
  }

  @Test
  void isNotEmptyWhereAnEmptyPageNamesANextOne() {
    FakeApi api = new FakeApi(_ -> "{'entities':[],'next':'x'}");

    assertThat(known(api).isEmptyBefore(NOW)).isFalse();
  }

  private void list(FakeApi api) {
    known(api).writtenBefore(NOW, listed::addAll);
  }

  private static String page(String identifier, String next) {
    return "{'entities':[{'blueprint':'desk','identifier':'%s'}],'next':%s}"
        .formatted(identifier, next);
  }

  private static KnownEntities known(FakeApi api) {
    return new KnownEntities(new CatalogClient(api, INTEGRATION));
  }

  private static Entity entity(String json) {
    ObjectNode node = (ObjectNode) FakeApi.json(json);
    return new Entity("desk", TextNode.valueOf(node.path("identifier").asText()), node);
  }
}
