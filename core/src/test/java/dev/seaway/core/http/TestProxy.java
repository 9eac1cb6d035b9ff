package dev.seaway.core.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A forward proxy on loopback: tunnels and absolute-form requests all lead to one server. */
final class TestProxy implements AutoCloseable {

  final List<String> heads = new CopyOnWriteArrayList<>();
  private final ServerSocket server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final int targetPort;
  private final String refusal;

  /** Refuses with this status line, or with none connects. */
  TestProxy(int targetPort, String refusal) throws IOException {
    this.targetPort = targetPort;
    this.refusal = refusal;
    this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    threads.execute(this::accept);
  }

  URI url(String userInfo) {
    return URI.create("http://" + userInfo + "127.0.0.1:" + server.getLocalPort());
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        threads.execute(() -> serve(client));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket client) {
    try (client;
        Socket target = new Socket(InetAddress.getLoopbackAddress(), targetPort)) {
      String head = head(client.getInputStream());
      heads.add(head);
      if (!refusal.isEmpty()) {
        client.getOutputStream().write(ascii(refusal + "\r\nContent-Length: 0\r\n\r\n"));
        return;
      }
      if (head.startsWith("CONNECT ")) {
        client.getOutputStream().write(ascii("HTTP/1.1 200 Connected\r\n\r\n"));
      } else {
        target.getOutputStream().write(ascii(head));
      }
      threads.execute(() -> pump(client, target));
      pump(target, client);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void pump(Socket from, Socket to) {
    try (OutputStream out = to.getOutputStream()) {
      from.getInputStream().transferTo(out);
    } catch (IOException e) {
      // Either side may hang up.
    }
  }

  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    int character = in.read();
    while (character >= 0) {
      head.append((char) character);
      if (head.toString().endsWith("\r\n\r\n")) {
        return head.toString();
      }
      character = in.read();
    }
    return head.toString();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public void close() throws IOException {
    server.close();
    threads.shutdownNow();
  }
}
