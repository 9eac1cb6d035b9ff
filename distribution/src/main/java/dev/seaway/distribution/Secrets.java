package dev.seaway.distribution;

import dev.seaway.connector.ApiRequest;
import dev.seaway.connector.Auth;
import dev.seaway.core.config.AppConfig;
import dev.seaway.core.http.TokenFile;
import java.util.ArrayList;
import java.util.List;

/** The secret values of a configuration, so that no log shows them. */
final class Secrets {

  private Secrets() {}

  static List<String> of(AppConfig loaded) {
    List<String> secrets = new ArrayList<>(loaded.source().headers().values());
    loaded.settings().port().ifPresent(port -> secrets.add(port.clientSecret().reveal()));
    switch (loaded.source().auth()) {
      case Auth.Basic basic -> secrets.add(basic.password().reveal());
      case Auth.Bearer bearer -> secrets.add(bearer.token().reveal());
      case Auth.TokenFile tokens -> secrets.add(new TokenFile(tokens.file()).read());
      case Auth.ApiKey apiKey -> secrets.add(apiKey.key().reveal());
      case Auth.ClientCredentials client -> secrets.add(client.clientSecret().reveal());
      case Auth.TokenRequest token -> add(token.request(), secrets);
      case Auth.None _, Auth.Custom _ -> {}
    }
    return secrets;
  }

  private static void add(ApiRequest tokenRequest, List<String> secrets) {
    secrets.addAll(tokenRequest.headers().values());
    tokenRequest.query().forEach(parameter -> secrets.add(parameter.value()));
    tokenRequest.body().map(ApiRequest.Body::text).ifPresent(secrets::add);
  }
}
