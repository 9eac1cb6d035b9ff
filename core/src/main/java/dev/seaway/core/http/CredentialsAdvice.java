package dev.seaway.core.http;

import dev.seaway.connector.Auth;
import java.util.Map;

/** Says what to check where a server does not know who asks, by the credentials that it got. */
final class CredentialsAdvice {

  private CredentialsAdvice() {}

  /**
   * @param headers of every request, among which may be credentials
   */
  static String of(Auth auth, Map<String, String> headers) {
    return switch (auth) {
      case Auth.Basic _ -> "Check the user name and the password, or the token in its place";
      case Auth.Bearer _ -> "Check the token, and whether it has expired";
      case Auth.TokenFile tokens ->
          "Check the token in the file " + tokens.file() + ", and who renews it";
      case Auth.ApiKey key -> "Check the key that is sent in the header " + key.header();
      case Auth.ClientCredentials _ -> "Check the client id and the client secret";
      case Auth.TokenRequest _ ->
          "Check the token request, and where its token is put: the server was sent one";
      case Auth.Custom _ -> "Check the credentials of the configuration";
      case Auth.None _ ->
          headers.keySet().stream().anyMatch("authorization"::equalsIgnoreCase)
              ? "Check the header Authorization of the configuration"
              : "No credentials were sent, for none are configured: give those that the tool wants";
    };
  }
}
