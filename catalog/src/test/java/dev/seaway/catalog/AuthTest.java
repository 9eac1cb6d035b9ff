package dev.seaway.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaway.catalog.CatalogClient.Reply;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthTest {
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
  void givesATokenForTheCatalogsCredentials() {
    Reply reply = client.token(client.catalog.credentials());
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body().path("ok").asBoolean()).isTrue();
    assertThat(reply.body().path("expiresIn").asInt()).isEqualTo(10_800);
    assertThat(reply.body().path("tokenType").asText()).isEqualTo("Bearer");
    assertThat(client.get("/v1/organization").body())
        .isEqualTo(CatalogClient.json("{'ok':true,'organization':{'featureFlags':[]}}"));
  }

  @Test
  void refusesAWrongSecretWithoutRepeatingIt() {
    Reply reply =
        client.token(new Credentials(client.catalog.credentials().clientId(), "guess-123"));
    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.error()).isEqualTo("invalid_credentials");
    assertThat(reply.message()).doesNotContain("guess-123");
  }

  @Test
  void asksEveryOtherCallForAToken() {
    client.use("nonsense");
    assertThat(client.get("/v1/blueprints").status()).isEqualTo(401);
    assertThat(client.get("/v1/nothing").status()).isEqualTo(401);
    assertThat(client.get("/v1/blueprints").error()).isEqualTo("unauthorized");
  }

  @Test
  void endsATokenAfterThreeHours() {
    client.clock.pass(Tokens.LIFETIME.minusSeconds(1));
    assertThat(client.get("/v1/blueprints").status()).isEqualTo(200);
    client.clock.pass(Duration.ofSeconds(1));
    assertThat(client.get("/v1/blueprints").status()).isEqualTo(401);
    client.login();
    assertThat(client.get("/v1/blueprints").status()).isEqualTo(200);
  }

  @Test
  void hidesTheSecretInText() {
    Credentials credentials = client.catalog.credentials();
    assertThat(credentials.toString())
        .contains(credentials.clientId())
        .doesNotContain(credentials.clientSecret());
  }

  @Test
  void tellsWhatIsNotPartOfIt() {
    Reply reply = client.get("/v1/teams");
    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.error()).isEqualTo("not_found");
    assertThat(reply.message()).isEqualTo("GET /v1/teams is not part of the embedded catalog.");
    assertThat(client.get("/v2/blueprints").status()).isEqualTo(404);
    HttpResponse<String> root = client.raw("GET", "/", "");
    assertThat(root.statusCode()).isEqualTo(200);
    assertThat(root.body()).contains("/v1");
  }

  @Test
  void refusesBodiesThatAreNotJsonObjects() {
    assertThat(client.send("POST", "/v1/blueprints", "{").status()).isEqualTo(400);
    assertThat(client.send("POST", "/v1/blueprints", "").status()).isEqualTo(400);
    assertThat(client.send("POST", "/v1/blueprints", "[1]").message())
        .isEqualTo("The body must be a JSON object, not an array.");
    assertThat(client.send("POST", "/v1/blueprints", "{} {}").status()).isEqualTo(400);
    Reply deep = client.send("POST", "/v1/blueprints", "[".repeat(5_000));
    assertThat(deep.status()).isEqualTo(400);
    assertThat(deep.message()).contains("at most 100 levels");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/blueprints/a%2", "/v1/blueprints/%zz", "/v1/blueprints?limit=%2"})
  void refusesAPercentSignThatEncodesNothing(String target) throws IOException {
    try (Socket socket =
        new Socket(client.server.address().getHost(), client.server.address().getPort())) {
      String head =
          "GET %s HTTP/1.0\r\nAuthorization: Bearer %s\r\n\r\n".formatted(target, client.token());
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer).startsWith("HTTP/1.0 400").contains("percent sign");
    }
  }

  @Test
  void refusesBodiesOfMoreThanFourMebibytes() {
    String big = "{\"x\":\"" + "x".repeat(Router.MAX_BODY_BYTES) + "\"}";
    Reply reply = client.send("POST", "/v1/blueprints", big);
    assertThat(reply.status()).isEqualTo(413);
    assertThat(reply.error()).isEqualTo("payload_too_large");
  }

  @Test
  void refusesAFlagThatIsNoFlag() {
    client.deskAndRequest();
    Reply reply = client.post("/v1/blueprints/desk/entities?upsert=yes", "{'identifier':'a'}");
    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.message()).contains("upsert").contains("yes");
  }
}
