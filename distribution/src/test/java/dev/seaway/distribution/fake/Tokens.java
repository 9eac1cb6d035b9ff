package dev.seaway.distribution.fake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;

/** The access tokens of a {@link FakePort}. Guarded by the port's lock. */
final class Tokens {

  private static final int SECONDS = 3 * 60 * 60;

  private final Set<String> valid = new HashSet<>();
  private int issued;

  Reply issue(JsonNode client) {
    if (!client.path("clientId").asText().equals(FakePort.CLIENT_ID)
        || !client.path("clientSecret").asText().equals(FakePort.CLIENT_SECRET)) {
      return PortReply.error(401, "invalid_credentials", "Unknown client or wrong secret");
    }
    String token = "fake-token-" + ++issued;
    valid.add("Bearer " + token);
    return Reply.json(
        200,
        PortReply.ok()
            .put("accessToken", token)
            .put("expiresIn", SECONDS)
            .put("tokenType", "Bearer"));
  }

  boolean accept(Recorded call) {
    return call.header("authorization").filter(valid::contains).isPresent();
  }

  void expire(Recorded call) {
    call.header("authorization").ifPresent(valid::remove);
  }
}
