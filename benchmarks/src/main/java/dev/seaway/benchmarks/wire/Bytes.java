package dev.seaway.benchmarks.wire;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes to send: grows, and is used again and again. Not thread-safe. */
public final class Bytes {

  private byte[] array = new byte[1 << 16];
  private int length;

  /** Forgets the content and keeps the memory. */
  public void clear() {
    length = 0;
  }

  /** How many bytes there are. */
  public int length() {
    return length;
  }

  /** Adds text. */
  public Bytes add(String text) {
    return add(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Adds bytes. */
  public Bytes add(byte[] bytes) {
    System.arraycopy(bytes, 0, array(bytes.length), length, bytes.length);
    length += bytes.length;
    return this;
  }

  /** Overwrites places that were added before with a number, to the left filled with zeros. */
  public void digits(int from, int width, int number) {
    int rest = number;
    for (int place = from + width - 1; place >= from; place--) {
      array[place] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
  }

  /** What was added, as text. */
  public String text() {
    return new String(array, 0, length, StandardCharsets.UTF_8);
  }

  /** The first bytes are the head's: it is written last, when the length of the body is known. */
  void head(int reserved, byte[] head) {
    System.arraycopy(head, 0, array, reserved - head.length, head.length);
  }

  void writeFrom(int start, OutputStream out) throws IOException {
    out.write(array, start, length - start);
  }

  void reserve(int bytes) {
    array(bytes);
    length += bytes;
  }

  private byte[] array(int more) {
    if (length + more > array.length) {
      array = Arrays.copyOf(array, Math.max(array.length * 2, length + more));
    }
    return array;
  }
}
