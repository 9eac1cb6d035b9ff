package dev.seaway.service.operations;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A client that sends as much of a request as it is told to. */
final class RawClient implements AutoCloseable {

  private static final int PART_BYTES = 64 << 10;

  private final Socket socket;

  RawClient(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
  }

  /** Begins a request whose body will have that length. */
  void begin(String path, long length) throws IOException {
    write(
        "POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Length: %d\r\n\r\n"
            .formatted(path, length)
            .getBytes(StandardCharsets.US_ASCII));
  }

  /** Begins a request that does not tell how long its body will be. */
  void beginChunked(String path) throws IOException {
    write(
        "POST %s HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n"
            .formatted(path)
            .getBytes(StandardCharsets.US_ASCII));
  }

  /** Any part of a request. */
  void sendText(String text) throws IOException {
    write(text.getBytes(StandardCharsets.US_ASCII));
  }

  /** So many bytes of a body, each in a chunk of its own. */
  void sendChunks(int bytes) throws IOException {
    write("1\r\nx\r\n".repeat(bytes).getBytes(StandardCharsets.US_ASCII));
  }

  /** The end of a body in chunks. */
  void endChunks() throws IOException {
    write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
  }

  /** So many bytes of a body. */
  void send(long bytes) throws IOException {
    byte[] part = new byte[PART_BYTES];
    for (long sent = 0; sent < bytes; sent += PART_BYTES) {
      socket.getOutputStream().write(part, 0, (int) Math.min(PART_BYTES, bytes - sent));
    }
  }

  private void write(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
  }

  /** The next answer's status line and headers; its body is read as well. */
  String answer() throws IOException {
    InputStream in = socket.getInputStream();
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int read = in.read();
      if (read < 0) {
        throw new IOException("The connection was closed behind: " + head);
      }
      head.append((char) read);
    }
    String lower = head.toString().toLowerCase(Locale.ROOT);
    String length = lower.replaceAll("(?s).*content-length: ([0-9]+).*", "$1");
    in.readNBytes(Integer.parseInt(length));
    return lower;
  }

  /** Returns when the service has closed the connection, without an answer. */
  boolean isCutOff() {
    try {
      return socket.getInputStream().read() < 0;
    } catch (IOException e) {
      return true;
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
