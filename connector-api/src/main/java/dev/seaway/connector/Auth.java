package dev.seaway.connector;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * How requests are authenticated: data, performed by the engine. Credentials go to the configured
 * origin only.
 */
public sealed interface Auth {

  /** No credentials. */
  record None() implements Auth {}

  /** HTTP Basic, sent at once. */
  record Basic(String username, Secret password) implements Auth {}

  /** A token in the {@code Authorization} header. */
  record Bearer(Secret token) implements Auth {}

  /**
   * A token in the {@code Authorization} header, which somebody else keeps in a file and renews
   * there.
   */
  record TokenFile(Path file) implements Auth {}

  /** A key in a header of its own. */
  record ApiKey(String header, Secret key) implements Auth {}

  /** OAuth 2 client credentials; the token is refreshed early, and once after a 401. */
  record ClientCredentials(
      URI tokenUrl, String clientId, Secret clientSecret, Optional<String> scope) implements Auth {}

  /**
   * A token request of the user's own, and templates that put its answer into every request.
   *
   * @param request asked first; its target is a path below the base URL or an absolute URL
   * @param refreshEvery asked again this often, 60 seconds early; empty: after a 401 only
   * @param headers name to template; {@code {{.access_token}}} is replaced by that path of the
   *     answer
   * @param query name to template
   * @param body fields merged into a JSON body; strings are templates
   */
  record TokenRequest(
      ApiRequest request,
      Optional<Duration> refreshEvery,
      Map<String, String> headers,
      Map<String, String> query,
      Optional<JsonNode> body)
      implements Auth {

    public TokenRequest {
      headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
      query = Collections.unmodifiableMap(new LinkedHashMap<>(query));
    }

    @Override
    public String toString() {
      return "TokenRequest[" + request + "]";
    }
  }

  /**
   * Signs each request by code, for a scheme that none of the others describes. The signer is
   * thread-safe.
   */
  record Custom(UnaryOperator<ApiRequest> signer) implements Auth {}
}
