package dev.seaway.core.evidence;

import java.util.List;
import java.util.Set;

/** The words of texts for people, by which {@link Statements} understands them; in lower case. */
final class StatementWords {

  private StatementWords() {}

  /** Stems that say so whatever else the sentence speaks of. */
  static final List<String> SURE =
      List.of(
          "truncat",
          "partial",
          "incomplete",
          "omitted",
          "dropped",
          "capped",
          "clipped",
          "cut off",
          "cut short",
          "withheld",
          "suppressed",
          "left out",
          "not returned",
          "not shown",
          "not displayed",
          "not included",
          "not listed",
          "not loaded",
          "not retrieved",
          "not visible",
          "not complete",
          "not finished",
          "could not be",
          "timed out",
          "timeout",
          "deadline",
          "unreachable",
          "too many",
          "only the first",
          "rate limit exceeded",
          "more results are",
          "more results exist",
          "more records are",
          "more items are",
          "are more results",
          "are more records",
          "are more items",
          "not have permission",
          "not have access",
          "no permission",
          "no access",
          "insufficient",
          "access denied",
          "permission denied",
          "not authorized",
          "not authorised",
          "not permitted",
          "not logged in",
          "not signed in",
          "not authenticated",
          "only public");

  /** Stems that may as well speak of the request or the API. */
  static final List<String> LIKELY =
      List.of(
          "not all ",
          "limited to",
          "limit reached",
          "limit exceeded",
          "limit hit",
          "exceed",
          "missing",
          "unavailable",
          "the first ",
          "hidden",
          "excluded",
          "filtered out",
          "skipped",
          "stale",
          "could not",
          "couldn't",
          "unable to",
          "not able to",
          "not accessible",
          "out of date",
          "outdated",
          "abort",
          "interrupted",
          "cancelled",
          "canceled",
          "stopped early",
          "gave up",
          "degraded",
          "lost connection",
          "connection reset",
          "connection lost",
          "skipping",
          "omitting",
          "restricted",
          "error while",
          "error reading",
          "error occurred",
          "errors occurred",
          "maximum of",
          "maximum number of",
          "failed to",
          "failed for",
          "failed while",
          "cannot be read",
          "cannot be reached",
          "cannot read",
          "cannot reach",
          "cannot access",
          "cannot load",
          "cannot query",
          "refused",
          "did not respond",
          "did not answer",
          "did not finish",
          "did not complete",
          "did not return",
          "no response",
          "no answer",
          "not responding",
          "not reachable",
          "not available",
          "is down",
          "are down");

  /** What a sentence with these speaks of is the request or the API, not the list. */
  static final List<String> ADVICE =
      List.of(
          "deprecat",
          "sunset",
          "rate limit",
          "charset",
          "promql",
          "per minute",
          "per second",
          "per hour",
          "per day",
          "an hour",
          "per page",
          "by default");

  /** A sentence with these speaks of what the records hold. */
  static final List<String> CONTENT =
      List.of("field", "column", "attribute", "description", "character");

  static final List<String> REACHED = List.of("reached", "exceed", " hit", "applied");

  static final Set<String> NEGATIONS =
      Set.of("0", "no", "none", "zero", "without", "never", "not", "nothing");

  /** What is cut where a text says that it is limited. */
  static final List<String> LISTS =
      List.of("result", "record", "row", "item", "entr", "list", "response", "answer", "output");

  static final List<String> REFUSED =
      List.of(
          "denied",
          "unauthorized",
          "unauthorised",
          "unauthenticated",
          "forbidden",
          "not allowed",
          "invalid token",
          "access token");

  /** What of a user may expire. */
  static final List<String> CREDENTIALS =
      List.of("token", "session", "credential", "password", "key", "cookie", "cursor", "login");

  static final List<String> LACKS =
      List.of("not ", "no ", "lack", "insufficient", "missing", "need", "without");

  /** What a message has that stands beside a list which is rightly empty. */
  static final List<String> EMPTY =
      List.of(
          " no ",
          " not any ",
          "nothing",
          " none ",
          "empty",
          " 0 ",
          " zero ",
          "found",
          "success",
          "retriev",
          "fetched",
          "returned",
          "listed",
          "loaded",
          "performed",
          " ok ",
          " done ",
          "match",
          " end ",
          "last page",
          "out of range",
          "beyond",
          "exist");

  static final Set<String> NONE =
      Set.of("no", "none", "null", "nil", "-", "--", "n/a", "false", "undefined", "end", "eof");
}
