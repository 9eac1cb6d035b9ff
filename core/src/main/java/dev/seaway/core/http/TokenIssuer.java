package dev.seaway.core.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seaway.connector.ApiClient;
import dev.seaway.connector.ApiRequest;
import dev.seaway.connector.Auth;
import dev.seaway.core.http.ApiException.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Sends the token request and fills the templates from its answer. */
final class TokenIssuer {

  /** How long before its end a token is replaced; never later than half-way through its life. */
  static final Duration EARLY = Duration.ofSeconds(60);

  private static final long LONGEST_LIFE_SECONDS = 10L * 365 * 24 * 3600;

  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}");

  private final Auth.TokenRequest auth;
  private final ApiClient sender;
  private final Redaction redaction;
  private final Sleeper waits;

  TokenIssuer(Auth.TokenRequest auth, ApiClient sender, Redaction redaction, Sleeper waits) {
    this.auth = auth;
    this.sender = sender;
    this.redaction = redaction;
    this.waits = waits;
  }

  /** What it sends. Some servers give a token as a form where nobody asks for JSON. */
  ApiRequest request() {
    boolean asks = auth.request().headers().keySet().stream().anyMatch("Accept"::equalsIgnoreCase);
    return asks ? auth.request() : auth.request().withHeader("Accept", "application/json");
  }

  Token get() {
    Instant asked = waits.instant();
    JsonNode answer = answer();
    Templates templates = new Templates(answer, redaction);
    return new Token(
        filled(auth.headers(), templates),
        filled(auth.query(), templates),
        auth.body().map(body -> (ObjectNode) templates.fill(body)),
        life(answer).map(life -> asked.plus(life).minus(early(life))));
  }

  private JsonNode answer() {
    try {
      return sender.send(request()).body();
    } catch (ApiException failure) {
      throw asTokenFailure(failure);
    }
  }

  /** A passing fault stays what it is, so that it is tried again. */
  private static ApiException asTokenFailure(ApiException failure) {
    int status = failure.status().orElse(0);
    if (failure.reason() == Reason.NOT_JSON) {
      return new ApiException(Reason.TOKEN, "The token request failed: " + failure.getMessage());
    }
    boolean refused =
        failure.reason() != Reason.RATE_LIMITED
            && status >= 400
            && status < 500
            && status != 408
            && status != 429;
    return refused
        ? new ApiException(
            Reason.CREDENTIALS,
            status,
            failure.body(),
            "The token request was refused: " + failure.getMessage())
        : failure;
  }

  private static Map<String, String> filled(Map<String, String> templates, Templates values) {
    Map<String, String> filled = new LinkedHashMap<>();
    templates.forEach((name, template) -> filled.put(name, values.fill(template)));
    return filled;
  }

  private Optional<Duration> life(JsonNode answer) {
    return auth.refreshEvery()
        .or(
            () ->
                Stream.of("expires_in", "expiresIn")
                    .map(answer::path)
                    .filter(node -> node.isNumber() || SECONDS.matcher(node.asText()).matches())
                    .map(JsonNode::asLong)
                    .filter(seconds -> seconds > 0)
                    .map(seconds -> Duration.ofSeconds(Math.min(seconds, LONGEST_LIFE_SECONDS)))
                    .findFirst());
  }

  private static Duration early(Duration life) {
    Duration half = life.dividedBy(2);
    return EARLY.compareTo(half) < 0 ? EARLY : half;
  }
}
