package dev.seaway.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaway.connector.ApiRequest;
import dev.seaway.connector.Auth;
import dev.seaway.connector.Secret;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FingerprintTest {

  private record Options(
      Optional<Secret> token, Map<String, String> headers, List<Integer> sizes) {}

  @TempDir private Path folder;

  @Test
  void isTheSameForTheSameConfiguration() {
    assertThat(fingerprint(options("one", "a"))).isEqualTo(fingerprint(options("one", "a")));
    assertThat(fingerprint(new Auth.Custom(UnaryOperator.identity())))
        .isEqualTo(fingerprint(new Auth.Custom(request -> request.withHeader("X", "1"))));
  }

  @Test
  void isAnotherUnderOtherCredentials() {
    assertThat(fingerprint(options("one", "a"))).isNotEqualTo(fingerprint(options("two", "a")));
    assertThat(fingerprint(options("one", "a"))).isNotEqualTo(fingerprint(options("one", "b")));
    assertThat(fingerprint(new Auth.Bearer(Secret.of("one"))))
        .isNotEqualTo(fingerprint(new Auth.Bearer(Secret.of("two"))));
    assertThat(fingerprint(new Auth.Basic("me", Secret.of("one"))))
        .isNotEqualTo(fingerprint(new Auth.Basic("you", Secret.of("one"))));
    assertThat(fingerprint(tokenRequest("one"))).isNotEqualTo(fingerprint(tokenRequest("two")));
    assertThat(fingerprint(tokenRequest("one"))).isEqualTo(fingerprint(tokenRequest("one")));
  }

  @Test
  void tellsNothingOfASecretToOneWhoLacksTheSalt() {
    Object auth = new Auth.Bearer(Secret.of("one"));
    String other = Fingerprint.of(ConfigTexts.texts(auth), Salt.of(folder.resolve("other")));

    assertThat(fingerprint(auth)).isNotEqualTo(other).doesNotContain("one");
  }

  private static Options options(String token, String tenant) {
    return new Options(Optional.of(Secret.of(token)), Map.of("X-Tenant", tenant), List.of(1, 2));
  }

  private static Auth tokenRequest(String secret) {
    ApiRequest request =
        new ApiRequest(
            ApiRequest.Method.POST,
            "/token",
            List.of(),
            Map.of(),
            Optional.of(new ApiRequest.Body("text/plain", secret)));
    return new Auth.TokenRequest(request, Optional.empty(), Map.of(), Map.of(), Optional.empty());
  }

  private String fingerprint(Object value) {
    return Fingerprint.of(ConfigTexts.texts(value), Salt.of(folder));
  }
}
