package dev.seaway.catalog;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seaway.catalog.wire.Json;
import dev.seaway.catalog.wire.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** Exchanges credentials for tokens, and asks every other call for one. */
final class AuthApi {
  static final Route ROUTE =
      Route.of(
          "POST",
          "auth/access_token",
          request -> {
            throw new IllegalStateException("answered before the token is asked for");
          });

  private static final String BEARER = "Bearer ";

  private final Credentials credentials;
  private final Tokens tokens;

  AuthApi(Credentials credentials, Tokens tokens) {
    this.credentials = credentials;
    this.tokens = tokens;
  }

  CatalogAnswer token(Request request) {
    ObjectNode body = request.body();
    boolean known =
        same(credentials.clientId(), body.path("clientId").asText())
            && same(credentials.clientSecret(), body.path("clientSecret").asText());
    if (!known) {
      throw new Refusal(
          401,
          "invalid_credentials",
          "The client id or the client secret is not this catalog's. Ask for the catalog's"
              + " credentials.");
    }
    return CatalogAnswer.ok(
        Json.object()
            .put("accessToken", tokens.issue())
            .put("expiresIn", Tokens.LIFETIME.toSeconds())
            .put("tokenType", "Bearer"));
  }

  // In a time that does not tell how much was right.
  private static boolean same(String wanted, String sent) {
    return MessageDigest.isEqual(
        wanted.getBytes(StandardCharsets.UTF_8), sent.getBytes(StandardCharsets.UTF_8));
  }

  void check(CatalogCall call) {
    String header = call.headers().getOrDefault("authorization", "");
    if (!header.regionMatches(true, 0, BEARER, 0, BEARER.length())
        || !tokens.valid(header.substring(BEARER.length()).strip())) {
      throw new Refusal(
          401,
          "unauthorized",
          "The call needs a valid access token: POST /v1/auth/access_token gives one.");
    }
  }
}
