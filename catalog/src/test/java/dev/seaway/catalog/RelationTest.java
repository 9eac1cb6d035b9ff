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

class RelationTest {
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
  void refusesAMissingTarget() {
    Reply reply = client.upsert("request", "{'identifier':'R','relations':{'desk':'D'}}");
    JsonNode error = reply.body().path("errors").get(0);
    assertThat(error.path("statusCode").asInt()).isEqualTo(404);
    assertThat(error.path("error").asText()).isEqualTo("not_found");
    assertThat(error.path("message").asText())
        .contains("relation \"desk\"")
        .contains("\"D\" of blueprint \"desk\"");
  }

  @Test
  void createsAMissingTargetIfAsked() {
    Reply reply =
        client.post(
            "/v1/blueprints/request/entities/bulk?upsert=true&create_missing_related_entities=true",
            "{'entities':[{'identifier':'R','relations':{'desk':'D','blockers':['X','Y','X']}}]}");
    assertThat(reply.status()).isEqualTo(200);
    assertThat(client.entity("desk", "D").path("properties")).isEqualTo(json("{}"));
    assertThat(client.entity("request", "Y").path("identifier").asText()).isEqualTo("Y");
    Reply bad =
        client.post(
            "/v1/blueprints/request/entities?create_missing_related_entities=true",
            "{'identifier':'S','relations':{'desk':'not valid'}}");
    assertThat(bad.status()).isEqualTo(422);
  }

  @Test
  void neverCreatesUsersOrTeams() {
    client.blueprint("{'identifier':'_user','title':'User','schema':{'properties':{}}}");
    client.blueprint(
        "{'identifier':'thing','schema':{'properties':{}},'relations':{'owner':{'target':'_user'}}}");
    Reply reply =
        client.post(
            "/v1/blueprints/thing/entities?create_missing_related_entities=true",
            "{'identifier':'T','relations':{'owner':'me@example.org'}}");
    assertThat(reply.status()).isEqualTo(404);
    client.upsert("_user", "{'identifier':'me@example.org'}");
    assertThat(
            client
                .upsert("thing", "{'identifier':'T','relations':{'owner':'me@example.org'}}")
                .status())
        .isEqualTo(200);
  }

  @Test
  void refusesARelationOfTheWrongShape() {
    client.upsert("desk", "{'identifier':'D'}");
    assertThat(message("{'identifier':'R','relations':{'desk':['D']}}"))
        .contains("must be one identifier");
    assertThat(message("{'identifier':'R','relations':{'blockers':'R'}}"))
        .contains("must be an array of identifiers");
    assertThat(message("{'identifier':'R','relations':{'blockers':[1]}}"))
        .contains("must hold identifiers");
    assertThat(message("{'identifier':'R','relations':{'boss':'D'}}"))
        .contains("\"boss\" is not a relation");
  }

  private String message(String entity) {
    Reply reply = client.upsert("request", entity);
    assertThat(reply.body().path("errors").get(0).path("statusCode").asInt()).isEqualTo(422);
    return reply.body().path("errors").get(0).path("message").asText();
  }

  @Test
  void letsEntitiesOfOneBulkRelateInAnyOrderAndInCircles() {
    Reply reply =
        client.upsert(
            "request",
            "{'identifier':'A','relations':{'blockers':['B','C']}},{'identifier':'B','relations':{'blockers':['A']}},{'identifier':'C'}");
    assertThat(reply.status()).isEqualTo(200);
    assertThat(client.entity("request", "A").path("relations"))
        .isEqualTo(json("{'blockers':['B','C']}"));
  }

  @Test
  void takesDownWhatRelatesToAnEntityThatFails() {
    Reply reply =
        client.upsert(
            "request",
            "{'identifier':'A','relations':{'blockers':['B']}},{'identifier':'B','relations':{'blockers':['C']}},{'identifier':'C','properties':{'votes':'x'}},{'identifier':'D'}");
    assertThat(reply.body().path("entities")).hasSize(1);
    assertThat(reply.body().path("errors")).hasSize(3);
    assertThat(client.get("/v1/blueprints/request/entities/A").status()).isEqualTo(404);
  }

  @Test
  void resolvesTheIdentifierBySearch() {
    client.upsert(
        "request",
        "{'identifier':'A','properties':{'summary':'one'}},{'identifier':'B','properties':{'summary':'two'}},{'identifier':'C','properties':{'summary':'two'}}");
    Reply reply =
        client.upsert("request", search("one") + "," + search("two") + "," + search("three"));
    assertThat(reply.body().path("entities"))
        .isEqualTo(json("[{'index':0,'identifier':'A','created':false}]"));
    assertThat(reply.body().path("errors").get(0).path("statusCode").asInt()).isEqualTo(422);
    assertThat(reply.body().path("errors").get(1).path("statusCode").asInt()).isEqualTo(404);
    assertThat(client.entity("request", "A").path("title").asText()).isEqualTo("found");
  }

  private static String search(String summary) {
    return "{'identifier':{'combinator':'and','rules':[{'property':'summary','operator':'=','value':'%s'}]},'title':'found'}"
        .formatted(summary);
  }

  @Test
  void resolvesRelationsBySearch() {
    client.upsert(
        "desk",
        "{'identifier':'D1','title':'IT','properties':{'name':'a'}},{'identifier':'D2','title':'HR','properties':{'name':'a'}}");
    Reply reply =
        client.upsert(
            "request",
            relation("R1", "desk", "$title", "IT")
                + ","
                + relation("R2", "desk", "$title", "none")
                + ","
                + relation("R3", "desk", "name", "a")
                + ","
                + relation("R4", "blockers", "$identifier", "R5")
                + ",{'identifier':'R5'}");
    assertThat(client.entity("request", "R1").path("relations")).isEqualTo(json("{'desk':'D1'}"));
    assertThat(client.entity("request", "R2").path("relations")).isEqualTo(json("{}"));
    assertThat(client.entity("request", "R4").path("relations"))
        .isEqualTo(json("{'blockers':['R5']}"));
    assertThat(reply.body().path("errors")).hasSize(1);
    assertThat(reply.body().path("errors").get(0).path("message").asText())
        .contains("several entities")
        .contains("\"desk\"");
  }

  private static String relation(String id, String name, String property, String value) {
    return "{'identifier':'%s','relations':{'%s':{'combinator':'and','rules':[{'property':'%s','operator':'=','value':'%s'}]}}}"
        .formatted(id, name, property, value);
  }

  @Test
  void findsTargetsThatOnlyASearchBrings() {
    client.upsert("desk", "{'identifier':'D1','title':'IT'}");
    Reply reply =
        client.upsert(
            "request",
            "{'identifier':'A','relations':{'blockers':['R1']}},"
                + relation("R1", "desk", "$title", "IT"));
    assertThat(reply.status()).isEqualTo(200);
  }

  @Test
  void resolvesTeamsBySearch() {
    String entity =
        "{'identifier':'R','team':{'combinator':'and','rules':[{'property':'$title','operator':'=','value':'Ops'}]}}";
    assertThat(client.upsert("request", entity).status()).isEqualTo(207);
    client.blueprint("{'identifier':'_team','title':'Team','schema':{'properties':{}}}");
    client.upsert("_team", "{'identifier':'t1','title':'Ops'},{'identifier':'t2','title':'Dev'}");
    assertThat(client.upsert("request", entity).status()).isEqualTo(200);
    assertThat(client.entity("request", "R").path("team")).isEqualTo(json("['t1']"));
  }
}
