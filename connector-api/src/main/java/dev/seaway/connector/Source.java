package dev.seaway.connector;

import com.fasterxml.jackson.core.JsonPointer;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A tool as the engine sees it: where it is, how to authenticate, what it offers.
 *
 * @param baseUrl the prefix of every path; its own path is kept
 * @param linkOrigins further origins whose links name the same API; such links are re-rooted on the
 *     base URL
 * @param headers sent with every request
 * @param kinds the declared kinds
 * @param undeclared how to read a path that is no declared kind; empty: such a kind is a fault of
 *     the mapping
 * @param limits how hard the tool may be asked
 * @param events how the tool tells of changes; empty: it does not
 */
public record Source(
    URI baseUrl,
    List<URI> linkOrigins,
    Auth auth,
    Map<String, String> headers,
    List<Kind> kinds,
    Optional<Defaults> undeclared,
    Limits limits,
    Optional<LiveEvents> events) {

  /** How to read a path that is no declared kind. */
  public record Defaults(JsonPointer records, Pagination pagination) {}

  /**
   * How hard the tool may be asked.
   *
   * @param timeout of one request, from sending it to the last byte of its answer
   * @param verifyTls false accepts any certificate
   */
  public record Limits(int concurrentRequests, Duration timeout, boolean verifyTls) {

    /** Ten requests at a time, 30 seconds each, certificates verified. */
    public static final Limits DEFAULT = new Limits(10, Duration.ofSeconds(30), true);
  }

  public Source {
    linkOrigins = List.copyOf(linkOrigins);
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    kinds = List.copyOf(kinds);
  }

  /** A source that tells of no changes. */
  public Source(
      URI baseUrl,
      List<URI> linkOrigins,
      Auth auth,
      Map<String, String> headers,
      List<Kind> kinds,
      Optional<Defaults> undeclared,
      Limits limits) {
    this(baseUrl, linkOrigins, auth, headers, kinds, undeclared, limits, Optional.empty());
  }

  /** A source with declared kinds only and default limits. */
  public static Source of(URI baseUrl, Auth auth, List<Kind> kinds) {
    return new Source(baseUrl, List.of(), auth, Map.of(), kinds, Optional.empty(), Limits.DEFAULT);
  }

  /** This source with its declared kinds and its defaults for every other path. */
  public Source withKinds(List<Kind> declared, Defaults others) {
    return new Source(
        baseUrl, linkOrigins, auth, headers, declared, Optional.of(others), limits, events);
  }

  /** This source with other credentials. */
  public Source withAuth(Auth other) {
    return new Source(baseUrl, linkOrigins, other, headers, kinds, undeclared, limits, events);
  }

  /** This source, which tells of changes. */
  public Source withEvents(LiveEvents live) {
    return new Source(
        baseUrl, linkOrigins, auth, headers, kinds, undeclared, limits, Optional.of(live));
  }

  /** Without the headers, which may hold credentials. */
  @Override
  public String toString() {
    return "Source[" + baseUrl + ", " + kinds.stream().map(Kind::name).toList() + "]";
  }
}
