package dev.seaway.core.http;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a document that was checked, and stays bytes until somebody looks into it. Thread-safe.
 */
final class UnreadPart<T> {

  private static final byte[] NONE = {};

  private final Function<byte[], T> reader;
  private byte[] json;
  private volatile @Nullable T read;

  /**
   * @param json the part's own bytes, from brace to brace
   * @param reader makes of them what is looked into; used once
   */
  UnreadPart(byte[] json, Function<byte[], T> reader) {
    this.json = json;
    this.reader = reader;
  }

  /** Its length in bytes, before anybody has looked into it. */
  int length() {
    return json.length;
  }

  T get() {
    T known = read;
    return known == null ? read() : known;
  }

  private synchronized T read() {
    T known = read;
    if (known == null) {
      known = reader.apply(json);
      read = known;
      json = NONE;
    }
    return known;
  }
}
