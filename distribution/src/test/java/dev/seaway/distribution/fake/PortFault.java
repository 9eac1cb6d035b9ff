package dev.seaway.distribution.fake;

import java.util.Map;

/** What goes wrong with one call to a {@link FakePort}. */
public sealed interface PortFault {

  /** Another status, with these headers and this body; the call has no effect. */
  record Status(int status, Map<String, String> headers, String body) implements PortFault {}

  /** The connection is closed before anything is done. */
  record Cut() implements PortFault {}

  /** The call takes effect, but the connection is closed in place of its answer. */
  record CutAfter() implements PortFault {}

  /** No answer until the server is closed. */
  record Hang() implements PortFault {}

  /** 401, and the token that was sent is void from now on. */
  record TokenExpired() implements PortFault {}

  /** A bulk upsert refuses every nth entity of all that were ever sent, with 207. */
  record RefuseEvery(int nth) implements PortFault {}

  /** A status with a short JSON body. */
  static PortFault status(int status) {
    return new Status(status, Map.of(), "{\"ok\":false,\"error\":\"invented_fault\"}");
  }

  /** 429 with the headers that Port sends: the window ends at that time. */
  static PortFault tooMany(long resetEpochSeconds) {
    return new Status(
        429,
        Map.of(
            "x-ratelimit-period", "300",
            "x-ratelimit-limit", "1000",
            "x-ratelimit-remaining", "0",
            "x-ratelimit-reset", Long.toString(resetEpochSeconds)),
        "{\"ok\":false,\"error\":\"too_many_requests\"}");
  }
}
