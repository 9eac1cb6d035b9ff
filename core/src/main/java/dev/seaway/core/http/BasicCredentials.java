package dev.seaway.core.http;

import dev.seaway.connector.Auth;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** User name and password as HTTP Basic spells them. */
final class BasicCredentials {

  private BasicCredentials() {}

  static String encoded(Auth.Basic basic) {
    String pair = basic.username() + ":" + basic.password().reveal();
    return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }
}
