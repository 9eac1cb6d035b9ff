package dev.seaway.benchmarks.source;

import dev.seaway.benchmarks.wire.WireRequest;
import java.time.Duration;

/**
 * How the site is just now.
 *
 * @param desks 1 to 899
 * @param largestPage records of a page at most, whatever is asked for
 * @param latency until the answer to a request for a page begins
 */
record SiteSize(
    int desks,
    int requests,
    int organizations,
    int largestPage,
    Duration latency,
    Revision revision) {

  static final SiteSize DEFAULT =
      new SiteSize(50, 500, 100, 100, Duration.ZERO, new Revision(0, 0));

  /**
   * Which records were changed, and how often.
   *
   * @param percent of the records, evenly spread
   */
  record Revision(int number, int percent) {
    int of(int index) {
      return (long) index * percent % 100 < percent ? number : 0;
    }
  }

  int count(SiteList list) {
    return switch (list) {
      case DESKS -> desks;
      case REQUESTS -> requests;
      case ORGANIZATIONS -> organizations;
    };
  }

  /** As a control request wants it; what it does not name stays. */
  SiteSize with(WireRequest control) {
    return new SiteSize(
        control.number("desks", desks),
        control.number("requests", requests),
        control.number("organizations", organizations),
        control.number("largestPage", largestPage),
        Duration.ofMillis(control.number("latency", Math.toIntExact(latency.toMillis()))),
        control
            .query("changed")
            .map(percent -> new Revision(revision.number() + 1, Integer.parseInt(percent)))
            .orElse(revision));
  }
}
