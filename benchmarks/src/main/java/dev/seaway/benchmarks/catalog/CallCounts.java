package dev.seaway.benchmarks.catalog;

import dev.seaway.benchmarks.wire.Bytes;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** Counts calls and their bytes. Safe for all threads at once. */
final class CallCounts {

  private record Count(LongAdder calls, LongAdder received, LongAdder sent) {
    Count() {
      this(new LongAdder(), new LongAdder(), new LongAdder());
    }
  }

  private final Map<CallKind, Count> counts = new EnumMap<>(CallKind.class);

  CallCounts() {
    for (CallKind kind : CallKind.values()) {
      counts.put(kind, new Count());
    }
  }

  void count(CallKind kind, long received, long sent) {
    Count count = counts.computeIfAbsent(kind, none -> new Count());
    count.calls().increment();
    count.received().add(received);
    count.sent().add(sent);
  }

  void reset() {
    for (Count count : counts.values()) {
      count.calls().reset();
      count.received().reset();
      count.sent().reset();
    }
  }

  /** One object for each kind of call: calls, bytes received in bodies, bytes sent in bodies. */
  void write(Bytes body) {
    String separator = "{";
    for (Map.Entry<CallKind, Count> entry : counts.entrySet()) {
      Count count = entry.getValue();
      body.add(separator + "\"" + entry.getKey() + "\":{\"calls\":" + count.calls());
      body.add(",\"received\":" + count.received() + ",\"sent\":" + count.sent() + "}");
      separator = ",";
    }
    body.add("}");
  }
}
