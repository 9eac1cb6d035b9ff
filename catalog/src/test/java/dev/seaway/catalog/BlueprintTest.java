package dev.seaway.catalog;

import static dev.seaway.catalog.CatalogClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.catalog.CatalogClient.Reply;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlueprintTest {
  private static final String ALL = "/v1/blueprints";

  @TempDir Path folder;
  CatalogClient client;

  @BeforeEach
  void open() {
    client = new CatalogClient(folder);
  }

  @AfterEach
  void close() {
    client.close();
  }

  @Test
  void createsABlueprintAndShowsIt() {
    Reply reply =
        client.post(
            ALL,
            "{'identifier':'b','title':'B','icon':'I','schema':{'properties':{'a':{'type':'string','title':'A'}},'required':['a']},'relations':{'self':{'target':'b','many':true}},'mirrorProperties':{'m':{'path':'self.a'}},'createdAt':'never'}");
    assertThat(reply.status()).isEqualTo(201);
    JsonNode expected =
        json(
            "{'identifier':'b','title':'B','icon':'I','schema':{'properties':{'a':{'type':'string','title':'A'}},'required':['a']},'relations':{'self':{'target':'b','many':true}},'mirrorProperties':{'m':{'path':'self.a'}},'calculationProperties':{},'aggregationProperties':{},'createdAt':'2026-01-01T00:00:00.000000Z','updatedAt':'2026-01-01T00:00:00.000000Z'}");
    assertThat(reply.body().path("blueprint")).isEqualTo(expected);
    assertThat(client.get(ALL + "/b").body().path("blueprint")).isEqualTo(expected);
    assertThat(client.get(ALL).body().path("blueprints").get(0)).isEqualTo(expected);
    assertThat(client.post(ALL, "{'identifier':'b'}").status()).isEqualTo(409);
    assertThat(client.get(ALL + "/c").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | needs an \"identifier\"",
        "{'identifier':'a b'} | needs an \"identifier\"",
        "{'identifier':'b','title':5} | \"title\" must be a text",
        "{'identifier':'b','schema':[]} | \"schema\" must be an object, not an array",
        "{'identifier':'b','schema':{'properties':{'a':{}}}} | property \"a\" needs a \"type\"",
        "{'identifier':'b','schema':{'properties':{'a':{'type':'date'}}}} | property \"a\" needs a"
            + " \"type\"",
        "{'identifier':'b','schema':{'properties':{'a':{'type':'string','enum':'x'}}}} | \"enum\""
            + " of property \"a\"",
        "{'identifier':'b','schema':{'properties':{'a\\\"':{'type':'string'}}}} | is not a name",
        "{'identifier':'b','schema':{'required':['a']}} | names \"a\", which is not a property",
        "{'identifier':'b','relations':{'r':{'target':'c'}}} | has the target \"c\", which does not"
            + " exist",
        "{'identifier':'b','relations':{'r':{'target':'b','many':'yes'}}} | must be true or false",
        "{'identifier':'b','mirrorProperties':5} | \"mirrorProperties\" must be an object",
      })
  void refusesAWrongBlueprint(String blueprint, String message) {
    Reply reply = client.post(ALL, blueprint);
    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.message()).contains(message);
  }

  @Test
  void takesWhatABlueprintNoLongerHasFromItsEntities() {
    client.deskAndRequest();
    client.upsert("desk", "{'identifier':'D'}");
    client.upsert(
        "request",
        "{'identifier':'A','properties':{'summary':'s','votes':1},'relations':{'desk':'D','blockers':['A']}}");
    Reply reply =
        client.call(
            "PUT",
            ALL + "/request",
            "{'title':'R','schema':{'properties':{'votes':{'type':'number'}}},'relations':{'blockers':{'target':'request','many':true}}}");
    assertThat(reply.status()).isEqualTo(200);
    JsonNode entity = client.entity("request", "A");
    assertThat(entity.path("properties")).isEqualTo(json("{'votes':1}"));
    assertThat(entity.path("relations")).isEqualTo(json("{'blockers':['A']}"));
    assertThat(client.delete(ALL + "/desk/entities/D").status()).isEqualTo(200);
    assertThat(client.upsert("request", "{'identifier':'A','properties':{'summary':'s'}}").status())
        .isEqualTo(207);
  }

  @Test
  void patchesKeyByKey() {
    client.deskAndRequest();
    Reply reply =
        client.call(
            "PATCH",
            ALL + "/desk",
            "{'title':'New','icon':'I','schema':{'properties':{'size':{'type':'number'},'name':null}}}");
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body().path("blueprint").path("schema"))
        .isEqualTo(json("{'properties':{'size':{'type':'number'}}}"));
    assertThat(client.upsert("desk", "{'identifier':'D','properties':{'size':1}}").status())
        .isEqualTo(200);
    assertThat(client.call("PATCH", ALL + "/none", "{}").status()).isEqualTo(404);
    assertThat(client.call("PUT", ALL + "/none", "{}").status()).isEqualTo(404);
    assertThat(client.call("PATCH", ALL + "/desk", "{'identifier':'other'}").message())
        .contains("cannot be renamed");
  }

  @Test
  void keepsTheShapeOfARelationInUse() {
    client.deskAndRequest();
    client.upsert("desk", "{'identifier':'D'}");
    String many = "{'relations':{'desk':{'target':'desk','many':true}}}";
    assertThat(client.call("PATCH", ALL + "/request", many).status()).isEqualTo(200);
    client.upsert("request", "{'identifier':'A','relations':{'desk':['D']}}");
    Reply reply =
        client.call("PATCH", ALL + "/request", "{'relations':{'desk':{'target':'request'}}}");
    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.message()).contains("in use");
    assertThat(client.upsert("request", "{'identifier':'A','relations':{'desk':['D']}}").status())
        .isEqualTo(200);
  }

  @Test
  void deletesOnlyWhatNothingNeeds() {
    client.deskAndRequest();
    client.upsert("request", "{'identifier':'A'}");
    assertThat(client.delete(ALL + "/request").message()).contains("still has entities");
    assertThat(client.delete(ALL + "/desk").message()).contains("[request]");
    client.delete(ALL + "/request/entities/A");
    assertThat(client.delete(ALL + "/request").status()).isEqualTo(200);
    assertThat(client.delete(ALL + "/desk").status()).isEqualTo(200);
    assertThat(client.delete(ALL + "/desk").status()).isEqualTo(404);
    assertThat(client.upsert("desk", "{'identifier':'D'}").status()).isEqualTo(404);
  }
}
