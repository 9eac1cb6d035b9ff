package dev.seaway.core.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Sends back the cookies that a server sets. */
final class CookieTransport implements Transport {

  private final Cookies cookies;
  private final Transport next;

  CookieTransport(Cookies cookies, Transport next) {
    this.cookies = cookies;
    this.next = next;
  }

  @Override
  public HttpAnswer exchange(HttpCall call) {
    Optional<String> line = cookies.of(call.uri());
    HttpAnswer answer = next.exchange(line.map(text -> with(call, text)).orElse(call));
    List<String> set = answer.headers().getOrDefault("set-cookie", List.of());
    if (!set.isEmpty()) {
      cookies.keep(call.uri(), set);
    }
    return answer;
  }

  /** Behind those that the configuration sets. */
  private static HttpCall with(HttpCall call, String line) {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.putAll(call.headers());
    headers.merge("Cookie", line, (own, kept) -> own + "; " + kept);
    return new HttpCall(call.method(), call.uri(), headers, call.body(), call.timeout());
  }
}
