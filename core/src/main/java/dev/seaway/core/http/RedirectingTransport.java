package dev.seaway.core.http;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Follows redirects that stay on the server: at most {@value #MAX_REDIRECTS} in a row. */
final class RedirectingTransport implements Transport {

  static final int MAX_REDIRECTS = 5;

  private final BaseUrl baseUrl;
  private final Transport next;
  private final Failures failures;
  private final boolean withCredentials;

  /**
   * @param withCredentials whether the requests bring credentials
   */
  RedirectingTransport(
      BaseUrl baseUrl, Transport next, Failures failures, boolean withCredentials) {
    this.baseUrl = baseUrl;
    this.next = next;
    this.failures = failures;
    this.withCredentials = withCredentials;
  }

  @Override
  public HttpAnswer exchange(HttpCall call) {
    Set<URI> asked = new LinkedHashSet<>();
    HttpCall current = call;
    HttpAnswer answer = next.exchange(current);
    while (isRedirect(answer.status())) {
      asked.add(current.uri());
      URI target = target(current, answer);
      if (asked.contains(target)) {
        throw failures.redirect(current, answer, "a redirect in a circle");
      }
      if (asked.size() > MAX_REDIRECTS) {
        throw failures.redirect(call, answer, "more than " + MAX_REDIRECTS + " redirects in a row");
      }
      current = current.at(target);
      answer = next.exchange(current);
    }
    return answer;
  }

  private URI target(HttpCall call, HttpAnswer answer) {
    Optional<String> location = answer.header("location").filter(value -> !value.isBlank());
    location.ifPresent(value -> check(call, answer, value));
    boolean keepsMethod = answer.status() == 307 || answer.status() == 308;
    if (!keepsMethod && !call.method().equals("GET")) {
      throw failures.redirect(
          call, answer, "a redirect that would lose the method " + call.method() + " and its body");
    }
    return location
        .map(value -> baseUrl.redirect(call.uri(), value))
        .orElseThrow(() -> failures.redirect(call, answer, "a redirect without a Location"));
  }

  /** What a redirect to https, or to a sign-in, means is known before it is followed. */
  private void check(HttpCall call, HttpAnswer answer, String location) {
    baseUrl
        .secure(location)
        .ifPresent(
            secure -> {
              throw failures.insecure(call, answer, secure);
            });
    if (withCredentials && SignIn.isAsked(call.uri(), location)) {
      throw failures.signInRedirect(call, answer, location);
    }
  }

  private static boolean isRedirect(int status) {
    return switch (status) {
      case 301, 302, 303, 307, 308 -> true;
      default -> false;
    };
  }
}
