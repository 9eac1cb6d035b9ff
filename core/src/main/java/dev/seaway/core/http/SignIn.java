package dev.seaway.core.http;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The signs by which a server says that it made no use of the credentials that were sent. */
final class SignIn {

  private static final int LOOKED_AT_BYTES = 512;
  private static final Pattern WORDS = Pattern.compile("[^a-z0-9]++");
  private static final Set<String> SIGN_IN =
      Set.of(
          "login",
          "logon",
          "signin",
          "sso",
          "saml",
          "saml2",
          "oauth",
          "oauth2",
          "auth",
          "authorize",
          "authenticate",
          "servicelogin");
  private static final Pattern PAGE =
      Pattern.compile("^[\\s\\uFEFF]*+<(?:!doctype\\s++html|html)\\b", Pattern.CASE_INSENSITIVE);

  private SignIn() {}

  /** The header of an answer, with its value, that says that nobody is signed in. */
  static Optional<String> header(HttpAnswer answer) {
    return loginReason(answer)
        .or(() -> Nobody.header(answer))
        .or(() -> answer.header("www-authenticate").map(value -> "WWW-Authenticate: " + value));
  }

  private static Optional<String> loginReason(HttpAnswer answer) {
    List<String> told = answer.headers().getOrDefault("x-seraph-loginreason", List.of());
    if (told.isEmpty()) {
      return Optional.empty();
    }
    List<String> reasons =
        told.stream().map(String::strip).filter(reason -> !reason.isEmpty()).toList();
    return reasons.isEmpty() || reasons.stream().anyMatch("OK"::equalsIgnoreCase)
        ? Optional.empty()
        : Optional.of("X-Seraph-LoginReason: " + reasons.getFirst());
  }

  /** Whether an answer asks for a sign-in in a browser, because too many have failed. */
  static boolean wantsCaptcha(HttpAnswer answer) {
    return says(answer, "x-authentication-denied-reason", "CAPTCHA_CHALLENGE")
        || says(answer, "x-seraph-loginreason", "AUTHENTICATION_DENIED");
  }

  private static boolean says(HttpAnswer answer, String header, String word) {
    return answer.headers().getOrDefault(header, List.of()).stream()
        .anyMatch(value -> value.toUpperCase(Locale.ROOT).contains(word));
  }

  /** Whether an answer is a page for people. */
  static boolean isPage(HttpAnswer answer) {
    int length = Math.min(answer.body().length, LOOKED_AT_BYTES);
    String start = new String(answer.body(), 0, length, StandardCharsets.UTF_8);
    return ContentType.of(answer).isHtml() || PAGE.matcher(start).find();
  }

  /** Whether a redirect speaks of signing in, and what was asked does not. */
  static boolean isAsked(URI asked, String location) {
    Set<String> words = words(location);
    words.retainAll(SIGN_IN);
    words.removeAll(words(asked.toString()));
    return !words.isEmpty();
  }

  private static Set<String> words(String url) {
    String plain =
        url.toLowerCase(Locale.ROOT)
            .replace("sign-in", "signin")
            .replace("sign_in", "signin")
            .replace("log-in", "login");
    return WORDS.splitAsStream(plain).collect(Collectors.toSet());
  }
}
