package dev.seaway.distribution.fake;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** A {@link FakePort}'s rate limit, told in the headers that Port sends. Guarded by its lock. */
final class RateWindow {

  private final int limit;
  private final Duration period;
  private final InstantSource clock;
  private Instant reset = Instant.MIN;
  private int used;
  private int refused;

  RateWindow(int limit, Duration period, InstantSource clock) {
    this.limit = limit;
    this.period = period;
    this.clock = clock;
  }

  int refused() {
    return refused;
  }

  Reply answer(Supplier<Reply> served) {
    Instant now = clock.instant();
    if (!reset.isAfter(now)) {
      reset = now.truncatedTo(ChronoUnit.SECONDS).plus(period);
      used = 0;
    }
    used++;
    refused += used > limit ? 1 : 0;
    Reply reply =
        used > limit
            ? PortReply.error(429, "too_many_requests", "The rate limit is used up")
            : served.get();
    return reply instanceof Reply.Text text ? withHeaders(text) : reply;
  }

  private Reply withHeaders(Reply.Text text) {
    Map<String, String> headers = new LinkedHashMap<>(text.headers());
    headers.put("x-ratelimit-period", Long.toString(period.toSeconds()));
    headers.put("x-ratelimit-limit", Integer.toString(limit));
    headers.put("x-ratelimit-remaining", Integer.toString(Math.max(0, limit - used)));
    headers.put("x-ratelimit-reset", Long.toString(reset.getEpochSecond()));
    return new Reply.Text(text.status(), headers, text.body());
  }
}
