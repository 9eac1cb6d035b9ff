package dev.seaway.core.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.seaway.connector.ApiRequest;
import dev.seaway.connector.Auth;
import dev.seaway.connector.Source;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds what a source's configuration holds that no message may show. */
final class ConfiguredSecrets {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Pattern TELLING_NAME =
      Pattern.compile(
          "token|secret|passw|pwd|key|auth|credential|cookie|assertion|session",
          Pattern.CASE_INSENSITIVE);

  private final Set<String> found = new LinkedHashSet<>();

  private ConfiguredSecrets() {}

  static Set<String> of(Source source) {
    ConfiguredSecrets secrets = new ConfiguredSecrets();
    secrets.addNamed(source.headers());
    secrets.add(source.auth());
    return secrets.found;
  }

  private void add(Auth auth) {
    switch (auth) {
      case Auth.None none -> {}
      case Auth.Custom custom -> {}
      // It changes, and is masked from when it is sent.
      case Auth.TokenFile file -> {}
      case Auth.Basic basic -> {
        found.add(basic.password().reveal());
        found.add(BasicCredentials.encoded(basic));
      }
      case Auth.Bearer bearer -> found.add(bearer.token().reveal());
      case Auth.ApiKey apiKey -> found.add(apiKey.key().reveal());
      case Auth.ClientCredentials client -> found.add(client.clientSecret().reveal());
      case Auth.TokenRequest token -> add(token);
    }
  }

  private void add(Auth.TokenRequest token) {
    addNamed(token.request().headers());
    token.request().query().forEach(parameter -> addNamed(parameter.name(), parameter.value()));
    token.request().body().ifPresent(this::add);
  }

  private void add(ApiRequest.Body body) {
    if (body.contentType().contains("json")) {
      addLeaves("", tree(body.text()));
      return;
    }
    for (String field : body.text().split("&", -1)) {
      int mark = field.indexOf('=');
      if (mark > 0) {
        addNamed(
            field.substring(0, mark),
            URLDecoder.decode(field.substring(mark + 1), StandardCharsets.UTF_8));
      }
    }
  }

  private void addLeaves(String name, JsonNode node) {
    if (node.isValueNode()) {
      addNamed(name, node.asText());
      return;
    }
    node.properties().forEach(field -> addLeaves(field.getKey(), field.getValue()));
    if (node.isArray()) {
      node.forEach(element -> addLeaves(name, element));
    }
  }

  private void addNamed(Map<String, String> values) {
    values.forEach(this::addNamed);
  }

  private void addNamed(String name, String value) {
    if (TELLING_NAME.matcher(name).find()) {
      found.add(value);
      int space = value.lastIndexOf(' ');
      found.add(value.substring(space + 1));
    }
  }

  private static JsonNode tree(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("The body of the token request is not JSON", e);
    }
  }
}
