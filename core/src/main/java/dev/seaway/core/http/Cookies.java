package dev.seaway.core.http;

import io.netty.handler.codec.http.cookie.ClientCookieDecoder;
import io.netty.handler.codec.http.cookie.Cookie;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The cookies of one client: each goes back to the origin that set it, and to no other, whatever
 * its domain says. They live as long as the client. Thread-safe.
 */
final class Cookies {

  private static final int MOST_OF_ORIGIN = 100;
  private static final int LONGEST = 4096;

  private record Key(String name, String path) {}

  private record Kept(String value, boolean secure, Instant until) {}

  private final Sleeper waits;
  private final Redaction redaction;
  private final Map<ServerOrigin, Map<Key, Kept>> kept = new LinkedHashMap<>();

  /**
   * @param redaction masks what is kept
   */
  Cookies(Sleeper waits, Redaction redaction) {
    this.waits = waits;
    this.redaction = redaction;
  }

  /** Keeps, or forgets, what an answer of that address says. */
  synchronized void keep(URI from, List<String> headers) {
    ServerOrigin origin = ServerOrigin.of(from);
    for (String header : headers) {
      Cookie cookie = header.length() > LONGEST ? null : ClientCookieDecoder.LAX.decode(header);
      if (cookie != null && isOf(origin, cookie)) {
        put(kept.computeIfAbsent(origin, _ -> new LinkedHashMap<>()), from, cookie);
      }
    }
  }

  private void put(Map<Key, Kept> jar, URI from, Cookie cookie) {
    Key key = new Key(cookie.name(), path(from, cookie));
    jar.remove(key);
    if (cookie.maxAge() > 0 || cookie.maxAge() == Cookie.UNDEFINED_MAX_AGE) {
      redaction.rememberCookie(cookie.value());
      jar.put(key, new Kept(cookie.value(), cookie.isSecure(), end(cookie)));
    }
    if (jar.size() > MOST_OF_ORIGIN) {
      jar.remove(jar.keySet().iterator().next());
    }
  }

  private Instant end(Cookie cookie) {
    long farthest = Instant.MAX.getEpochSecond() - waits.instant().getEpochSecond();
    return cookie.maxAge() == Cookie.UNDEFINED_MAX_AGE || cookie.maxAge() >= farthest
        ? Instant.MAX
        : waits.instant().plusSeconds(cookie.maxAge());
  }

  /** As a {@code Cookie} header carries them; empty where there are none for that address. */
  synchronized Optional<String> of(URI to) {
    if (kept.isEmpty()) {
      return Optional.empty();
    }
    ServerOrigin origin = ServerOrigin.of(to);
    String line =
        kept.getOrDefault(origin, Map.of()).entrySet().stream()
            .filter(cookie -> covers(cookie.getKey().path(), path(to)))
            .filter(cookie -> !cookie.getValue().secure() || origin.secure())
            .filter(cookie -> cookie.getValue().until().isAfter(waits.instant()))
            .map(cookie -> cookie.getKey().name() + "=" + cookie.getValue().value())
            .collect(Collectors.joining("; "));
    return Optional.of(line).filter(text -> !text.isEmpty());
  }

  /** A cookie for another domain is not one of this origin's. */
  private static boolean isOf(ServerOrigin origin, Cookie cookie) {
    String domain = cookie.domain() == null ? "" : cookie.domain().toLowerCase(Locale.ROOT);
    String plain = domain.startsWith(".") ? domain.substring(1) : domain;
    return plain.isEmpty() || origin.host().equals(plain) || origin.host().endsWith("." + plain);
  }

  /** RFC 6265, section 5.1.4: without a path of its own, the folder of what was asked. */
  private static String path(URI from, Cookie cookie) {
    String own = cookie.path();
    if (own != null && own.startsWith("/")) {
      return own;
    }
    String asked = path(from);
    int end = asked.lastIndexOf('/');
    return end <= 0 ? "/" : asked.substring(0, end);
  }

  private static String path(URI uri) {
    @Nullable String path = uri.getRawPath();
    return path == null || path.isEmpty() ? "/" : path;
  }

  private static boolean covers(String folder, String path) {
    return path.equals(folder)
        || (path.startsWith(folder)
            && (folder.endsWith("/") || path.charAt(folder.length()) == '/'));
  }
}
