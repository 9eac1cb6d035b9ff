package dev.seaway.catalog;

import static dev.seaway.catalog.CatalogClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.catalog.CatalogClient.Reply;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntityWriteTest {
  private static final String ONE = "/v1/blueprints/request/entities";

  @TempDir Path folder;
  CatalogClient client;

  @BeforeEach
  void open() {
    client = new CatalogClient(folder);
    client.deskAndRequest();
  }

  @AfterEach
  void close() {
    client.close();
  }

  @Test
  void createsAnEntityAndShowsIt() {
    Reply reply =
        client.post(
            ONE,
            "{'identifier':'R-1','title':'Printer','icon':'Ticket','team':['a'],'properties':{'summary':'s','votes':1.50,'open':true,'extra':{'a':[1]},'tags':['x']}}");
    assertThat(reply.status()).isEqualTo(201);
    JsonNode expected =
        json(
            "{'identifier':'R-1','blueprint':'request','title':'Printer','icon':'Ticket','team':['a'],'properties':{'summary':'s','votes':1.50,'open':true,'extra':{'a':[1]},'tags':['x']},'relations':{},'createdAt':'2026-01-01T00:00:00.000000Z','updatedAt':'2026-01-01T00:00:00.000000Z'}");
    assertThat(reply.body().path("entity")).isEqualTo(expected);
    assertThat(client.entity("request", "R-1")).isEqualTo(expected);
  }

  @Test
  void refusesASecondCreationWithoutUpsert() {
    client.post(ONE, "{'identifier':'R-1'}");
    Reply reply = client.post(ONE, "{'identifier':'R-1'}");
    assertThat(reply.status()).isEqualTo(409);
    assertThat(reply.error()).isEqualTo("identifier_taken");
  }

  @Test
  void replacesWithoutMerge() {
    client.post(ONE, "{'identifier':'R-1','title':'t','properties':{'summary':'s','votes':1}}");
    Reply reply =
        client.post(ONE + "?upsert=true", "{'identifier':'R-1','properties':{'votes':2}}");
    assertThat(reply.status()).isEqualTo(200);
    JsonNode entity = client.entity("request", "R-1");
    assertThat(entity.path("title").isNull()).isTrue();
    assertThat(entity.path("properties")).isEqualTo(json("{'votes':2}"));
  }

  @Test
  void patchesKeyByKeyWithMerge() {
    client.upsert(
        "request",
        "{'identifier':'R-1','title':'t','icon':'i','properties':{'summary':'s','votes':1,'extra':{'a':1}},'relations':{'blockers':['R-1']}}");
    client.upsert(
        "request",
        "{'identifier':'R-1','icon':null,'properties':{'summary':null,'votes':2,'extra':{'b':2}}}");
    JsonNode entity = client.entity("request", "R-1");
    assertThat(entity.path("title").asText()).isEqualTo("t");
    assertThat(entity.path("icon").isNull()).isTrue();
    assertThat(entity.path("properties")).isEqualTo(json("{'votes':2,'extra':{'b':2}}"));
    assertThat(entity.path("relations")).isEqualTo(json("{'blockers':['R-1']}"));
  }

  @Test
  void countsAnUnchangedWriteAsAWrite() {
    client.upsert("request", "{'identifier':'R-1','title':'t'}");
    client.clock.pass(Duration.ofSeconds(5));
    client.upsert("request", "{'identifier':'R-1','title':'t'}");
    JsonNode entity = client.entity("request", "R-1");
    assertThat(entity.path("createdAt").asText()).isEqualTo("2026-01-01T00:00:00.000000Z");
    assertThat(entity.path("updatedAt").asText()).isEqualTo("2026-01-01T00:00:05.000000Z");
  }

  @Test
  void letsABadEntityOfABulkFailAlone() {
    Reply reply =
        client.upsert(
            "request",
            "{'identifier':'R-1'},{'identifier':'has"
                + " space'},{'identifier':'R-3','properties':{'votes':'many'}},{'identifier':'R-4'},"
                + " 7");
    assertThat(reply.status()).isEqualTo(207);
    assertThat(reply.body().path("entities"))
        .isEqualTo(
            json(
                "[{'index':0,'identifier':'R-1','created':true},{'index':3,'identifier':'R-4','created':true}]"));
    JsonNode errors = reply.body().path("errors");
    assertThat(errors).hasSize(3);
    assertThat(errors.get(1).path("index").asInt()).isEqualTo(2);
    assertThat(errors.get(1).path("identifier").asText()).isEqualTo("R-3");
    assertThat(errors.get(1).path("statusCode").asInt()).isEqualTo(422);
    assertThat(errors.get(1).path("message").asText())
        .isEqualTo(
            "Entity \"R-3\" of blueprint \"request\": property \"votes\" must be a number, not a"
                + " text.");
    assertThat(client.get("/v1/blueprints/request/entities-count").body().path("count").asInt())
        .isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'summary':1 | must be a text",
        "'votes':'1' | must be a number",
        "'open':'true' | must be a boolean",
        "'extra':[] | must be an object",
        "'tags':{} | must be an array",
        "'tags':['a',1] | has an item at 1 that must be a text",
        "'level':'middle' | must be one of",
        "'due':'tomorrow' | must be a date and time",
        "'link':'nowhere' | must be a URL",
        "'mail':'me' | must be an e-mail address",
        "'colour':'red' | \"colour\" is not a property",
      })
  void refusesAValueThatDoesNotFitTheProperty(String property, String fault) {
    Reply reply = client.post(ONE, "{'identifier':'R-1','properties':{" + property + "}}");
    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.message()).contains(fault);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'level':'low'",
        "'due':'2026-01-31T08:00:00Z'",
        "'due':'2026-01-31T08:00:00.123+0700'",
        "'due':'2026-01-31'",
        "'link':'https://example.org/a?b'",
        "'mail':'me@example.org'",
        "'votes':12345678901234567890.5",
        "'summary':null,'votes':null,'open':null,'extra':null,'tags':null,'level':null,'due':null",
      })
  void takesAValueThatFits(String property) {
    Reply reply = client.post(ONE, "{'identifier':'R-1','properties':{" + property + "}}");
    assertThat(reply.status()).isEqualTo(201);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "a b", "a\\nb", "a#b", "a\\u0000"})
  void refusesAnInvalidIdentifier(String identifier) {
    assertThat(client.post(ONE, "{'identifier':'" + identifier + "'}").status()).isEqualTo(422);
  }

  @Test
  void boundsTheLengthOfAnIdentifier() {
    assertThat(client.post(ONE, "{'identifier':'" + "é".repeat(1_000) + "'}").status())
        .isEqualTo(201);
    assertThat(client.post(ONE, "{'identifier':'" + "é".repeat(1_001) + "'}").status())
        .isEqualTo(422);
    assertThat(client.post(ONE, "{'identifier':'a@_.+:\\\\/=-Z9'}").status()).isEqualTo(201);
    assertThat(client.entity("request", "a@_.+:%5C%2F=-Z9").path("identifier").asText())
        .isEqualTo("a@_.+:\\/=-Z9");
  }

  @Test
  void asksForRequiredProperties() {
    client.blueprint(
        "{'identifier':'strict','schema':{'properties':{'a':{'type':'string'},'b':{'type':'string'}},'required':['a']},'relations':{'d':{'target':'desk','required':true}}}");
    client.upsert("desk", "{'identifier':'D'}");
    Reply reply = client.upsert("strict", "{'identifier':'S','relations':{'d':'D'}}");
    assertThat(reply.body().path("errors").get(0).path("message").asText())
        .contains("required property \"a\"");
    assertThat(client.upsert("strict", "{'identifier':'S','properties':{'a':'x'}}").status())
        .isEqualTo(207);
    String whole = "{'identifier':'S','properties':{'a':'x'},'relations':{'d':'D'}}";
    assertThat(client.upsert("strict", whole).status()).isEqualTo(200);
    assertThat(client.upsert("strict", "{'identifier':'S','properties':{'b':'x'}}").status())
        .isEqualTo(200);
    assertThat(client.upsert("strict", "{'identifier':'S','properties':{'a':null}}").status())
        .isEqualTo(207);
  }

  @Test
  void refusesTooManyOrTooLargeBulks() {
    String many =
        IntStream.range(0, 21)
            .mapToObj("{'identifier':'R-%d'}"::formatted)
            .collect(Collectors.joining(","));
    assertThat(client.upsert("request", many).status()).isEqualTo(413);
    String large = "{'identifier':'R','properties':{'summary':'" + "x".repeat(1 << 20) + "'}}";
    assertThat(client.upsert("request", large).status()).isEqualTo(413);
    assertThat(client.post("/v1/blueprints/request/entities/bulk", "{}").status()).isEqualTo(422);
  }

  @Test
  void storesNothingInValidationOnly() {
    Reply reply = client.post(ONE + "?validation_only=true", "{'identifier':'R-1'}");
    assertThat(reply.status()).isEqualTo(201);
    assertThat(client.get(ONE + "/R-1").status()).isEqualTo(404);
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    assertThat(client.post("/v1/blueprints/nothing/entities", "{'identifier':'a'}").status())
        .isEqualTo(404);
    assertThat(client.post(ONE, "{'identifier':'a','blueprint':'desk'}").status()).isEqualTo(422);
    assertThat(client.post(ONE, "{'identifier':'a','colour':'red'}").message()).contains("colour");
    assertThat(client.post(ONE, "{'identifier':5}").status()).isEqualTo(422);
    assertThat(client.post(ONE, "{'identifier':'a','title':5}").message()).contains("title");
    assertThat(client.post(ONE, "{'identifier':'a','team':[5]}").message()).contains("team");
    assertThat(client.post(ONE, "{'identifier':'a','properties':[]}").status()).isEqualTo(422);
  }

  @Test
  void keepsTextsAsTheyAre() {
    String text = "line\\nquote ' \\\\ \\u0001 \\u0000 é 漢字 🚢";
    client.send(
        "POST",
        ONE,
        "{\"identifier\":\"R-1\",\"title\":\"%1$s\",\"properties\":{\"summary\":\"%1$s\"}}"
            .formatted(text));
    JsonNode entity = client.entity("request", "R-1");
    String expected = "line\nquote ' \\ \u0001 \u0000 é 漢字 🚢";
    assertThat(entity.path("title").asText()).isEqualTo(expected);
    assertThat(entity.path("properties").path("summary").asText()).isEqualTo(expected);
  }

  @Test
  void writesTheSameEntityTwiceInOneBulkInOrder() {
    Reply reply =
        client.upsert(
            "request",
            "{'identifier':'R','title':'a','properties':{'votes':1}},{'identifier':'R','title':'b'}");
    assertThat(reply.body().path("entities"))
        .isEqualTo(
            json(
                "[{'index':0,'identifier':'R','created':true},{'index':1,'identifier':'R','created':false}]"));
    assertThat(client.entity("request", "R").path("title").asText()).isEqualTo("b");
    assertThat(client.entity("request", "R").path("properties")).isEqualTo(json("{'votes':1}"));
  }
}
