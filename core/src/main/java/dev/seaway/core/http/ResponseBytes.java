package dev.seaway.core.http;

import io.vertx.core.buffer.Buffer;
import java.util.Arrays;

/** Gathers a response's body chunk by chunk, each byte copied once where its length was told. */
final class ResponseBytes {

  private static final int FIRST_CAPACITY = 16 << 10;

  /** A larger body is made room for as it comes: many connections may announce one. */
  private static final int MOST_TRUSTED = 1 << 20;

  private final long limit;
  private byte[] bytes = {};
  private int length;

  /**
   * @param limit bytes that a body may have
   */
  ResponseBytes(long limit) {
    this.limit = Math.min(limit, Integer.MAX_VALUE - 8);
  }

  /** Makes room for as many bytes as the server has announced; what it says is not relied on. */
  void announce(long announced) {
    if (announced > 0) {
      bytes = new byte[(int) Math.min(Math.min(announced, limit), MOST_TRUSTED)];
    }
  }

  /** False if the chunk would go past the limit. */
  boolean take(Buffer chunk) {
    if (length + (long) chunk.length() > limit) {
      return false;
    }
    int needed = length + chunk.length();
    if (needed > bytes.length) {
      long doubled = Math.max(FIRST_CAPACITY, 2L * bytes.length);
      bytes = Arrays.copyOf(bytes, (int) Math.max(needed, Math.min(doubled, limit)));
    }
    chunk.getBytes(bytes, length);
    length = needed;
    return true;
  }

  byte[] all() {
    return length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
  }
}
