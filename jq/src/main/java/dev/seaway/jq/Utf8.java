package dev.seaway.jq;

import java.nio.charset.StandardCharsets;

/** Reads UTF-8 as jq does, which decides how many characters stand for bytes that are no text. */
final class Utf8 {

  private static final char REPLACEMENT = '\uFFFD';

  private final byte[] bytes;
  private int at;

  private Utf8(byte[] bytes) {
    this.bytes = bytes;
  }

  static String text(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    return text.indexOf(REPLACEMENT) < 0 ? text : new Utf8(bytes).repaired();
  }

  private String repaired() {
    StringBuilder text = new StringBuilder(bytes.length);
    while (at < bytes.length) {
      text.appendCodePoint(next());
    }
    return text.toString();
  }

  /** A sequence that the end cuts off is one character, with whatever stands there. */
  private int next() {
    int start = at;
    int length = length(bytes[start]);
    at = Math.min(start + Math.max(length, 1), bytes.length);
    if (length == 0 || at < start + length) {
      return REPLACEMENT;
    }
    for (int follower = start + 1; follower < at; follower++) {
      if ((bytes[follower] & 0xC0) != 0x80) {
        at = follower;
        return REPLACEMENT;
      }
    }
    return new String(bytes, start, length, StandardCharsets.UTF_8).codePointAt(0);
  }

  /** How many bytes a character has that begins so; 0 if none does. */
  private static int length(byte first) {
    int value = first & 0xFF;
    if (value < 0x80) {
      return 1;
    }
    if (value < 0xC2 || value > 0xF4) {
      return 0;
    }
    return value < 0xE0 ? 2 : value < 0xF0 ? 3 : 4;
  }
}
