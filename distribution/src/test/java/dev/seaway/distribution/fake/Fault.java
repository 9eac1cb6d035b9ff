package dev.seaway.distribution.fake;

import java.util.Map;

/** What goes wrong with one answer of a {@link FaultySite}. */
public sealed interface Fault {

  /** Another status, with these headers and this body. */
  record Status(int status, Map<String, String> headers, String body) implements Fault {}

  /** The connection breaks in the middle of a page whose length was announced. */
  record Truncated() implements Fault {}

  /** Half a JSON document, as if it were a whole answer. */
  record HalfJson() implements Fault {}

  /** A page for people, with status 200. */
  record NotJson() implements Fault {}

  /** The page's next link is this one, be it the last page or not. */
  record NextLink(String link) implements Fault {}

  /** The page's next link names the page itself. */
  record LoopingLink() implements Fault {}

  /** No record, yet not the last page; the next link stays as it is. */
  record EmptyNotLast() implements Fault {}

  /** {@code isLastPage} says this, whatever is true; the next link stays as it is. */
  record LastFlag(boolean last) implements Fault {}

  /** The first page, whatever {@code start} asks for. */
  record IgnoreStart() implements Fault {}

  /** At most this many records, and {@code limit} says so. */
  record CapLimit(int limit) implements Fault {}

  /** The connection is closed without an answer. */
  record Cut() implements Fault {}

  /** No answer until the site is closed. */
  record Hang() implements Fault {}

  /** A status with a short JSON body. */
  static Fault status(int status) {
    return new Status(status, Map.of(), "{\"errorMessage\":\"An invented fault\"}");
  }

  /** 429 with the seconds to wait and the reason that Atlassian names for bursts. */
  static Fault tooMany(int retryAfterSeconds) {
    return new Status(
        429,
        Map.of(
            "Retry-After",
            Integer.toString(retryAfterSeconds),
            "RateLimit-Reason",
            "jira-burst-based"),
        "{\"errorMessage\":\"Rate limit exceeded\"}");
  }

  /** 401 as it is answered to a token that lacks a scope. */
  static Fault scopeMissing() {
    return new Status(
        401,
        Map.of("X-Failure-Category", "FAILURE_CLIENT_SCOPE_CHECK"),
        "{\"code\":401,\"message\":\"Unauthorized; scope does not match\"}");
  }
}
