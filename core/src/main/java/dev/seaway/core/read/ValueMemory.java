package dev.seaway.core.read;

import com.fasterxml.jackson.databind.JsonNode;

/** The memory that the values of path parameters may take in a run. Thread-safe. */
final class ValueMemory {

  /** Of a value: its node, its text's objects, and its place in a set and a list. */
  private static final int OVERHEAD_BYTES = 160;

  private static final int SHARE_OF_HEAP = 4;

  private final long mostBytes;
  private long bytes;

  ValueMemory(long mostBytes) {
    this.mostBytes = mostBytes;
  }

  static ValueMemory ofThisProcess() {
    return new ValueMemory(Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP);
  }

  /** False where there is no room for it. */
  synchronized boolean take(JsonNode value) {
    bytes += bytes(value);
    return bytes <= mostBytes;
  }

  synchronized void giveBack(Iterable<JsonNode> values) {
    values.forEach(value -> bytes -= bytes(value));
  }

  private static long bytes(JsonNode value) {
    return OVERHEAD_BYTES + (value.isTextual() ? 2L * value.textValue().length() : 0);
  }
}
