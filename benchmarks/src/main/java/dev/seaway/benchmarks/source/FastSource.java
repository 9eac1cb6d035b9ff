package dev.seaway.benchmarks.source;

import dev.seaway.benchmarks.wire.Bytes;
import dev.seaway.benchmarks.wire.Served;
import dev.seaway.benchmarks.wire.WireRequest;
import dev.seaway.benchmarks.wire.WireServer;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * A service desk site for measurements: lists of any length, pages from prepared bytes, whatever
 * the credentials.
 *
 * <p>{@code POST /control?desks=50&requests=500&organizations=100&largestPage=100&latency=50} sets
 * what it names (latency in milliseconds), {@code changed=10} changes 10 percent of the records;
 * each such call sets the counters to zero, and {@code GET /control} reads them.
 */
final class FastSource {

  private static final String CONTROL = "/control";

  private final Map<SiteList, RecordTemplate> templates = new EnumMap<>(SiteList.class);
  private final AtomicLong calls = new AtomicLong();
  private final AtomicLong bytes = new AtomicLong();
  private final AtomicLong firstCallMicros = new AtomicLong();
  private volatile String site = "";
  private volatile SiteSize size = SiteSize.DEFAULT;

  static void main() throws IOException {
    Served.untilInputEnds(start());
  }

  static WireServer start() {
    FastSource source = new FastSource();
    WireServer server = WireServer.start(source::answer);
    source.site = server.address().toString();
    for (SiteList list : SiteList.values()) {
      source.templates.put(list, list.template(source.site));
    }
    return server;
  }

  private int answer(WireRequest request, Bytes body) {
    if (request.path().equals(CONTROL)) {
      return control(request, body);
    }
    for (Map.Entry<SiteList, RecordTemplate> list : templates.entrySet()) {
      if (request.path().equals(list.getKey().path)) {
        return page(list.getKey(), list.getValue(), request, body);
      }
    }
    body.add("{\"errorMessage\":\"This site has no such list\"}");
    return 404;
  }

  private int page(SiteList list, RecordTemplate template, WireRequest request, Bytes body) {
    calls.incrementAndGet();
    firstCallMicros.compareAndSet(0, micros());
    int before = body.length();
    long latency = size.latency().toNanos();
    long due = System.nanoTime() + latency;
    list.page(request, size, site, template, body);
    bytes.addAndGet(body.length() - before);
    while (latency > 0 && System.nanoTime() < due) {
      LockSupport.parkNanos(due - System.nanoTime());
    }
    return 200;
  }

  private int control(WireRequest request, Bytes body) {
    if (request.method().equals("POST")) {
      size = size.with(request);
      calls.set(0);
      bytes.set(0);
      firstCallMicros.set(0);
    }
    body.add("{\"calls\":" + calls + ",\"bytes\":" + bytes);
    body.add(",\"firstCallMicros\":" + firstCallMicros + "}");
    return 200;
  }

  private static long micros() {
    return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
  }
}
