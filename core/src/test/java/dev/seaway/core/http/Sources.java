package dev.seaway.core.http;

import com.fasterxml.jackson.core.JsonPointer;
import dev.seaway.connector.Auth;
import dev.seaway.connector.Pagination;
import dev.seaway.connector.Source;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sources for tests. */
final class Sources {

  private Sources() {}

  static Source at(URI baseUrl, URI... linkOrigins) {
    return with(baseUrl, new Auth.None(), Map.of(), List.of(linkOrigins));
  }

  static Source with(URI baseUrl, Auth auth) {
    return with(baseUrl, auth, Map.of(), List.of());
  }

  static Source with(URI baseUrl, Auth auth, Map<String, String> headers, List<URI> linkOrigins) {
    return new Source(
        baseUrl, linkOrigins, auth, headers, List.of(), Optional.empty(), limits(10, 10_000));
  }

  static Source with(URI baseUrl, Auth auth, int concurrentRequests) {
    return new Source(
        baseUrl,
        List.of(),
        auth,
        Map.of(),
        List.of(),
        Optional.empty(),
        limits(concurrentRequests, 10_000));
  }

  /** A source with records to read. */
  static Source records(URI baseUrl) {
    return records(baseUrl, new Auth.None());
  }

  static Source records(URI baseUrl, Auth auth) {
    return with(baseUrl, auth)
        .withKinds(List.of(), new Source.Defaults(JsonPointer.empty(), new Pagination.None()));
  }

  static Source limited(URI baseUrl, int concurrentRequests, long timeoutMillis) {
    return new Source(
        baseUrl,
        List.of(),
        new Auth.None(),
        Map.of(),
        List.of(),
        Optional.empty(),
        limits(concurrentRequests, timeoutMillis));
  }

  private static Source.Limits limits(int concurrentRequests, long timeoutMillis) {
    return new Source.Limits(concurrentRequests, Duration.ofMillis(timeoutMillis), true);
  }
}
