package dev.seaway.core.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.seaway.connector.ApiClient;
import dev.seaway.connector.ApiRequest;
import dev.seaway.connector.Auth;
import dev.seaway.core.http.ApiException.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A token that somebody else renews in a file. */
class TokenFileTest {

  @TempDir Path folder;

  private final List<String> sent = new ArrayList<>();
  private Path file;
  private String accepted = "first-token";
  private Runnable beforeAnswer = () -> {};

  @BeforeEach
  void keepAToken() throws IOException {
    file = folder.resolve("token");
    Files.writeString(file, " first-token\n");
  }

  @Test
  void isReadForEachRequest() throws IOException {
    ApiClient client = client();
    client.send(ApiRequest.get("/x"));
    Files.writeString(file, "second-token");
    accepted = "second-token";

    client.send(ApiRequest.get("/x"));

    assertThat(sent).containsExactly("Bearer first-token", "Bearer second-token");
  }

  @Test
  void mayBeRenewedWhileARequestIsOnItsWay() {
    accepted = "second-token";
    beforeAnswer = () -> write("second-token");

    client().send(ApiRequest.get("/x"));

    assertThat(sent).containsExactly("Bearer first-token", "Bearer second-token");
  }

  @Test
  void isNamedAndNotShownWhereItIsRefused() {
    accepted = "another";

    assertThat(failure())
        .returns(Reason.CREDENTIALS, ApiException::reason)
        .hasMessageContaining("Check the token in the file " + file)
        .hasMessageNotContaining("first-token");
    assertThat(sent).hasSize(1);
  }

  @Test
  void isMissedByName() throws IOException {
    Files.delete(file);
    assertThat(failure())
        .returns(Reason.CREDENTIALS, ApiException::reason)
        .hasMessageContainingAll(file + " does not exist", "OCEAN__OAUTH_ACCESS_TOKEN_FILE_PATH");

    Files.writeString(file, " \n");
    assertThat(failure()).hasMessageContaining(file + " is empty");

    Files.writeString(file, "x".repeat(70_000));
    assertThat(failure()).hasMessageContaining("is longer than a token can be");
    assertThat(sent).isEmpty();
  }

  private ApiException failure() {
    return catchThrowableOfType(ApiException.class, () -> client().send(ApiRequest.get("/x")));
  }

  private ApiClient client() {
    return ApiClients.of(
        Sources.with(URI.create("http://h"), new Auth.TokenFile(file)),
        this::answer,
        new FakeWaits(),
        new Announced());
  }

  /** What it says repeats the token, as some servers do. */
  private HttpAnswer answer(HttpCall call) {
    String token = call.headers().getOrDefault("Authorization", "none");
    sent.add(token);
    beforeAnswer.run();
    return token.equals("Bearer " + accepted)
        ? new HttpAnswer(200, Map.of(), "{}".getBytes(UTF_8))
        : new HttpAnswer(401, Map.of(), ("unknown: " + token).getBytes(UTF_8));
  }

  private void write(String token) {
    try {
      Files.writeString(file, token);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
