package dev.seaway.distribution;

import dev.seaway.catalog.CatalogAnswer;
import dev.seaway.catalog.CatalogCall;
import dev.seaway.catalog.EmbeddedCatalog;
import dev.seaway.connector.ApiRequest;
import dev.seaway.core.http.HttpAnswer;
import dev.seaway.core.http.HttpCall;
import dev.seaway.core.http.Transport;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Calls the embedded catalog in this process, so that a one-shot run opens no port. */
record EmbeddedTransport(EmbeddedCatalog catalog) implements Transport {

  /** A name for the catalog in URLs and messages; nothing is ever sent there. */
  static final URI BASE_URL = URI.create("http://embedded-catalog");

  @Override
  public HttpAnswer exchange(HttpCall call) {
    Map<String, String> headers = new LinkedHashMap<>();
    call.headers().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
    byte[] body =
        call.body().map(ApiRequest.Body::text).orElse("").getBytes(StandardCharsets.UTF_8);
    CatalogAnswer answer =
        catalog.handle(
            new CatalogCall(
                call.method(), call.uri().getRawPath(), query(call.uri()), headers, body));
    Map<String, List<String>> answered = new LinkedHashMap<>();
    answer.headers().forEach((name, value) -> answered.put(name, List.of(value)));
    return new HttpAnswer(answer.status(), answered, answer.body());
  }

  private static Map<String, List<String>> query(URI uri) {
    Map<String, List<String>> query = new LinkedHashMap<>();
    if (uri.getRawQuery() != null) {
      for (String parameter : uri.getRawQuery().split("&", -1)) {
        int mark = parameter.indexOf('=');
        String name = mark < 0 ? parameter : parameter.substring(0, mark);
        String value = mark < 0 ? "" : parameter.substring(mark + 1);
        query.computeIfAbsent(decode(name), none -> new ArrayList<>()).add(decode(value));
      }
    }
    return query;
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
