package dev.seaway.core.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.stream.LongStream;

/**
 * The hashes that a run has seen since the last time that somebody asked; none before anybody wants
 * to ask. Not thread-safe.
 */
final class SeenHashes {

  private static final String KEYS = "keys";
  private static final String TARGETS = "targets";

  private final ByteArrayOutputStream keys = new ByteArrayOutputStream();
  private final ByteArrayOutputStream targets = new ByteArrayOutputStream();
  private boolean wanted;

  void begin() {
    wanted = true;
  }

  void key(long hash) {
    add(hash, keys);
  }

  void target(long hash) {
    add(hash, targets);
  }

  private void add(long hash, ByteArrayOutputStream to) {
    if (wanted) {
      to.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(hash).array());
    }
  }

  ObjectNode drain() {
    ObjectNode json =
        JsonNodeFactory.instance.objectNode().put(KEYS, text(keys)).put(TARGETS, text(targets));
    keys.reset();
    targets.reset();
    return json;
  }

  private static String text(ByteArrayOutputStream hashes) {
    return Base64.getEncoder().encodeToString(hashes.toByteArray());
  }

  static LongStream keys(JsonNode drained) {
    return hashes(drained.path(KEYS));
  }

  static LongStream targets(JsonNode drained) {
    return hashes(drained.path(TARGETS));
  }

  private static LongStream hashes(JsonNode text) {
    ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(text.asText()));
    long[] hashes = new long[bytes.remaining() / Long.BYTES];
    bytes.asLongBuffer().get(hashes);
    return LongStream.of(hashes);
  }
}
