package dev.seaway.core.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that says on the wire exactly what a test wants, whether or not it is HTTP. */
final class RawServer implements AutoCloseable {

  /** What is done with one request; the connection is closed when it returns false. */
  interface Script {
    boolean answer(int number, List<String> head, OutputStream out) throws Exception;
  }

  final List<List<String>> heads = new CopyOnWriteArrayList<>();
  final CountDownLatch closing = new CountDownLatch(1);
  private final AtomicInteger requests = new AtomicInteger();
  private final ServerSocket server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Script script;

  RawServer(Script script) {
    this.script = script;
    try {
      server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    threads.execute(this::accept);
  }

  /** Says these texts in turn, one to each request, and closes the connection after each. */
  static RawServer inTurn(String... answers) {
    return new RawServer(
        (number, head, out) -> {
          out.write(answers[Math.min(number, answers.length - 1)].getBytes(StandardCharsets.UTF_8));
          return false;
        });
  }

  URI url(String path) {
    return URI.create("http://127.0.0.1:" + server.getLocalPort() + path);
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        threads.execute(() -> serve(socket));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
      List<String> head = head(in);
      while (!head.isEmpty()) {
        heads.add(head);
        boolean goesOn = script.answer(requests.getAndIncrement(), head, socket.getOutputStream());
        socket.getOutputStream().flush();
        head = goesOn ? head(in) : List.of();
      }
    } catch (Exception e) {
      // The other side hung up: that is what some tests are about.
    }
  }

  private static List<String> head(BufferedReader in) throws IOException {
    List<String> lines = new ArrayList<>();
    String line = in.readLine();
    while (line != null && !line.isEmpty()) {
      lines.add(line);
      line = in.readLine();
    }
    return lines;
  }

  @Override
  public void close() throws IOException {
    closing.countDown();
    server.close();
    threads.shutdownNow();
  }
}
