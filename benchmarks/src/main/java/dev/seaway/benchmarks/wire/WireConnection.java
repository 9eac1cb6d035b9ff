package dev.seaway.benchmarks.wire;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads one connection's requests, one after the other, and answers them. */
final class WireConnection {

  private static final int HEAD_BYTES = 128;

  private final InputStream in;
  private final OutputStream out;
  private final WireHandler handler;
  private final Bytes answer = new Bytes();
  private byte[] buffer = new byte[1 << 16];
  private int filled;

  WireConnection(InputStream in, OutputStream out, WireHandler handler) {
    this.in = in;
    this.out = out;
    this.handler = handler;
  }

  /** Until the client closes the connection. */
  void serve() throws IOException {
    int head = readHead();
    while (head > 0) {
      String[] lines = new String(buffer, 0, head, StandardCharsets.ISO_8859_1).split("\r\n", -1);
      int end = readBody(head, bodyLength(lines));
      answer(request(lines, head, end - head));
      System.arraycopy(buffer, end, buffer, 0, filled - end);
      filled -= end;
      head = readHead();
    }
  }

  private void answer(WireRequest request) throws IOException {
    answer.clear();
    answer.reserve(HEAD_BYTES);
    int status = handler.answer(request, answer);
    byte[] head =
        ("HTTP/1.1 "
                + status
                + " X\r\nContent-Type: application/json\r\nContent-Length: "
                + (answer.length() - HEAD_BYTES)
                + "\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII);
    answer.head(HEAD_BYTES, head);
    answer.writeFrom(HEAD_BYTES - head.length, out);
  }

  /** The position after the empty line; 0 where the client has closed the connection. */
  private int readHead() throws IOException {
    int searched = 0;
    while (true) {
      for (int i = searched; i + 3 < filled; i++) {
        if (buffer[i] == '\r' && buffer[i + 2] == '\r' && buffer[i + 3] == '\n') {
          return i + 4;
        }
      }
      searched = Math.max(0, filled - 3);
      if (!fill()) {
        return 0;
      }
    }
  }

  private int readBody(int head, int length) throws IOException {
    while (filled < head + length) {
      if (!fill()) {
        throw new EOFException("The client closed the connection in the middle of a body");
      }
    }
    return head + length;
  }

  private boolean fill() throws IOException {
    if (filled == buffer.length) {
      buffer = Arrays.copyOf(buffer, buffer.length * 2);
    }
    int count = in.read(buffer, filled, buffer.length - filled);
    filled += Math.max(count, 0);
    return count >= 0;
  }

  private WireRequest request(String[] lines, int head, int length) {
    String[] words = lines[0].split(" ", -1);
    int mark = words[1].indexOf('?');
    String path = mark < 0 ? words[1] : words[1].substring(0, mark);
    String query = mark < 0 ? "" : words[1].substring(mark + 1);
    return new WireRequest(
        words[0], path, query, header(lines, "user-agent: "), buffer, head, length);
  }

  private static int bodyLength(String[] lines) {
    String length = header(lines, "content-length: ");
    return length.isEmpty() ? 0 : Integer.parseInt(length);
  }

  private static String header(String[] lines, String start) {
    for (String line : lines) {
      if (line.regionMatches(true, 0, start, 0, start.length())) {
        return line.substring(start.length());
      }
    }
    return "";
  }
}
